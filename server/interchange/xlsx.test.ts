import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { asText, xlsxOf, type Column } from './xlsx.ts';

interface Row {
  text: string;
  n?: number;
  at?: Date;
}
const COLUMNS: Column<Row>[] = [
  { header: '文字', width: 20, value: ({ text }) => text },
  { header: '数', width: 8, value: ({ n }) => n },
  { header: '时间', width: 16, value: ({ at }) => at },
];

async function read(bytes: Buffer): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  // exceljs is typed for an older Buffer.
  await book.xlsx.load(bytes as never);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
  return rows;
}

describe('a sheet', () => {
  it('has its head, its texts, its numbers, and times by the city’s clock', async () => {
    const bytes = await xlsxOf('事件/一览', COLUMNS, [{ text: '山洪', n: 3, at: new Date('2026-05-31T18:10:00Z') }, { text: '' }]);
    expect(await read(bytes)).toEqual([
      ['文字', '数', '时间'],
      ['山洪', 3, new Date('2026-06-01T02:10:00Z')],
    ]);
  });

  it.each(['=1+1', '+86 138', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', ' =cmd|x', '\u200b=1', '\ufeff=1'])(
    'takes %j for a text, never for a formula',
    async (text) => {
      expect(asText(text)).toBe(`'${text}`);
      const [, row] = await read(await xlsxOf('x', COLUMNS, [{ text }]));
      expect(typeof row?.[0]).toBe('string');
      expect(String(row?.[0]).startsWith("'")).toBe(true);
    },
  );

  it('that many ask for at once is made for each, one after the other', async () => {
    const made = await Promise.all([1, 2, 3].map(async (n) => read(await xlsxOf('x', COLUMNS, [{ text: 'x', n }]))));
    expect(made.map((rows) => rows[1]?.[1])).toEqual([1, 2, 3]);
  });

  it('leaves an ordinary text as it is', () => {
    expect(['死亡2人', 'a=b', '3-5', ''].map(asText)).toEqual(['死亡2人', 'a=b', '3-5', '']);
  });
});
