import { asText, type Cell, type Column } from './xlsx.ts';

/** A table as .csv: with the mark that lets Excel read it as UTF-8, every cell in quotes, and none that is taken for a formula. */
export function csvOf<R>(columns: readonly Column<R>[], rows: readonly R[]): Buffer {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => textOf(value(row))))];
  return Buffer.from(`\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`);
}

function textOf(value: Cell): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value);
}

const quoted = (text: string): string => `"${(/^-?\d+(\.\d+)?$/.test(text) ? text : asText(text)).replaceAll('"', '""')}"`;

/** The cells of a .csv (RFC 4180). Chinese Excel writes GB 18030 unless it is told otherwise. */
export function parseCsv(bytes: Buffer): string[][] {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (inQuotes && char === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (char === '"' && (inQuotes || cell === '')) inQuotes = !inQuotes;
    else if (!inQuotes && (char === ',' || char === '\n')) {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // That is how a decoder says that it is not UTF-8.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
