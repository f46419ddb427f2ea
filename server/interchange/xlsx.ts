import { scribe } from './scribe.ts';
import type { Sheet } from './write-book.ts';

export type Cell = string | number | Date | null | undefined;

export interface Column<R> {
  header: string;
  /** In characters. */
  width: number;
  /** Of the figures, under the header. */
  unit?: string;
  value: (row: R) => Cell;
}

export interface Table<R> {
  name: string;
  title?: string;
  notes?: readonly string[];
  columns: readonly Column<R>[];
  rows: readonly R[];
}

/** What a spreadsheet would take for a formula, by its first character; full-width forms too. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r\n]/u;
/** Excel refuses a longer cell. */
const LONGEST_TEXT = 32_767;

/** Text that stays text wherever the file is opened or pasted. */
export const asText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text).slice(0, LONGEST_TEXT);

/** A table as the bytes of an .xlsx file. Numbers and dates are kept as such; a date is told as the city's wall clock. */
export const xlsxOf = <R>(name: string, columns: readonly Column<R>[], rows: readonly R[]): Promise<Buffer> => bookOf([sheetOf({ name, columns, rows })]);

/** Several sheets as the bytes of one .xlsx file. */
export const bookOf = (sheets: readonly Sheet[]): Promise<Buffer> => scribe('book', sheets);

/** A table with its cells told and made harmless. */
export function sheetOf<R>({ name, title, notes, columns, rows }: Table<R>): Sheet {
  return {
    name,
    ...(title === undefined ? {} : { title: asText(title) }),
    ...(notes === undefined ? {} : { notes: notes.map(asText) }),
    columns: columns.map(({ header, width, unit }) => ({ header, width, ...(unit === undefined ? {} : { unit }) })),
    rows: rows.map((row) => columns.map(({ value }) => cellOf(value(row)))),
  };
}

/** China has had one offset and no clock changes since 1991; a spreadsheet knows no zones. */
const CITY_OFFSET_MS = 8 * 3_600_000;

function cellOf(value: Cell): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return new Date(value.getTime() + CITY_OFFSET_MS);
  return typeof value === 'string' ? asText(value) : value;
}
