import ExcelJS from 'exceljs';

/** A sheet that is ready to be written: nothing in it is still to be decided. */
export interface Sheet {
  name: string;
  /** In the first line, over all columns. */
  title?: string;
  /** Under the title, a line each. */
  notes?: readonly string[];
  columns: readonly { header: string; width: number; unit?: string }[];
  rows: readonly (readonly (string | number | Date | null)[])[];
}

const HEAD: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };
const THIN: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFBFBFBF' } };
const BOX: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** Sheets with heads that stay, as the bytes of an .xlsx file. */
export async function writeBook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Fenghuo';
  for (const sheet of sheets) addSheet(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, { name, title, notes = [], columns, rows }: Sheet): void {
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  for (const [i, { width }] of columns.entries()) sheet.getColumn(i + 1).width = width;
  if (title !== undefined) banner(sheet, title, columns.length).font = { bold: true, size: 16 };
  for (const note of notes) banner(sheet, note, columns.length).alignment = { vertical: 'middle', wrapText: true };
  const head = headRow(
    sheet,
    columns.map(({ header }) => header),
  );
  if (columns.some(({ unit }) => unit !== undefined))
    headRow(
      sheet,
      columns.map(({ unit }) => unit ?? ''),
      false,
    );
  const first = sheet.rowCount;
  for (const row of rows) sheet.addRow([...row]).alignment = { vertical: 'top', wrapText: true };
  for (let n = first + 1; n <= sheet.rowCount; n += 1) {
    sheet.getRow(n).eachCell({ includeEmpty: true }, (cell) => {
      cell.border = BOX;
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd hh:mm';
    });
  }
  sheet.views = [{ state: 'frozen', ySplit: first }];
  sheet.autoFilter = { from: { row: head.number, column: 1 }, to: { row: head.number, column: columns.length } };
}

function headRow(sheet: ExcelJS.Worksheet, texts: string[], bold = true): ExcelJS.Row {
  const row = sheet.addRow(texts);
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { bold };
    cell.fill = HEAD;
    cell.border = BOX;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  return row;
}

/** A line over the whole width. */
function banner(sheet: ExcelJS.Worksheet, text: string, width: number): ExcelJS.Cell {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, Math.max(1, width));
  const cell = row.getCell(1);
  cell.alignment = { vertical: 'middle', horizontal: 'center' };
  return cell;
}
