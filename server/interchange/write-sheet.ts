import ExcelJS from 'exceljs';

/** A sheet that is ready to be written: nothing in it is still to be decided. */
export interface Sheet {
  name: string;
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly (string | number | Date | null)[])[];
}

/** A sheet with a head that stays, as the bytes of an .xlsx file. */
export async function writeSheet({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Fenghuo';
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width }) => ({ header, width }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };
  head.alignment = { vertical: 'middle', wrapText: true };
  for (const row of rows) sheet.addRow([...row]).alignment = { vertical: 'top', wrapText: true };
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd hh:mm';
    }),
  );
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
