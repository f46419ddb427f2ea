import ExcelJS from 'exceljs';

export const MOST_ROWS = 2000;
const MOST_COLUMNS = 60;
/** What a book of a few thousand rows never comes to. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** The first sheet's cells as they read, as JSON; or what is wrong with the file. */
export async function readBook(bytes: Uint8Array): Promise<Uint8Array> {
  const told = (answer: { rows: string[][] } | { error: string }): Uint8Array => new Uint8Array(Buffer.from(JSON.stringify(answer)));
  if (unpackedSize(Buffer.from(bytes)) > MOST_UNPACKED) return told({ error: 'is too large when it is unpacked' });
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as never);
  } catch (error) {
    return told({ error: `can't be read as .xlsx: ${error instanceof Error ? error.message : String(error)}` });
  }
  const sheet = book.worksheets[0];
  if (!sheet) return told({ error: 'has no sheet' });
  const rows: string[][] = [];
  for (let n = 1; n <= Math.min(sheet.rowCount, MOST_ROWS + 20); n += 1) {
    const row = sheet.getRow(n);
    rows.push(Array.from({ length: Math.min(sheet.columnCount, MOST_COLUMNS) }, (_, i) => textOf(row.getCell(i + 1))));
  }
  return told({ rows });
}

const textOf = ({ value, text }: ExcelJS.Cell): string => {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : text;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** What the entries of a zip say they come to. */
function unpackedSize(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END || end + 20 > zip.length) return 0;
  let size = 0;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY) {
    size += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return size;
}
