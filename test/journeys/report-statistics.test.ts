import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tally } from '#shared/report/tally.ts';
import { aFlood } from '#test/support/payloads.ts';
import { ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

const HOUR_MS = 3_600_000;
let app: TestApp;
let duty: TestUser;
let other: TestUser;

interface Counted {
  incidents: number;
  rows: Tally[];
  whole: Record<string, number>;
}

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
  other = await app.addUser('county-duty', ZHANGGONG);
  const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
  // Of three hours ago: the call and the written report have passed. The other is fresh, and told by phone at once.
  await app.order(duty, 'incident.log', aFlood({ occurredAt: ago(3), receivedAt: ago(3) }));
  const fresh = await app.order(duty, 'incident.log', aFlood({ title: '另一处山洪' }));
  if (!fresh.ok) throw new Error(fresh.message);
  await app.order(duty, 'report.phone', { incidentId: fresh.id, spokenTo: '市政府总值班室', text: '首报' });
  await app.order(duty, 'incident.log', aFlood({ exercise: true }));
});
afterAll(() => app.close());

const counted = async (user: TestUser, query = ''): Promise<Counted> => (await app.get<Counted>(user, `/report-deadlines?exercise=false${query}`)).body;

it('how reports were kept is counted by level and kind, over what a seat may see', async () => {
  const { incidents, rows, whole } = await counted(duty);
  expect(incidents).toBe(2);
  // R03P, R03W and R11 of each flood; the city's own once it knows.
  expect(rows.find(({ from, to, kind }) => `${from} ${to} ${kind}` === 'county city initial')).toMatchObject({ due: 6, onTime: 2, late: 0, over: 3, open: 1 });
  expect(whole['over']).toBe(3);
  expect((await counted(duty, '&q=另一处')).incidents).toBe(1);
  expect(await counted(other)).toMatchObject({ incidents: 0, rows: [] });
});

it('the same goes to Excel, with each deadline in a row of its own', async () => {
  const response = await fetch(`${app.url}/api/v1/report-deadlines.xlsx?exercise=false`, { headers: { authorization: `Bearer ${duty.token}` } });
  expect(response.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const [summary, rows] = book.worksheets;
  expect([summary?.name, rows?.name]).toEqual(['报送统计', '报送时限明细']);
  const text = (sheet: ExcelJS.Worksheet | undefined, n: number): unknown[] => [...((sheet?.getRow(n).values ?? []) as unknown[])].slice(1);
  expect(text(summary, 1)).toEqual(['报送方', '接收方', '报告种类', '应报', '按时', '迟报', '超时未报', '未到时', '免报']);
  expect(text(summary, 2).slice(0, 7)).toEqual(['县（市、区）', '市', '初报', 6, 2, 0, 3]);
  const kept = Array.from({ length: rows?.rowCount ?? 0 }, (_, i) => text(rows, i + 1).join('|')).filter((line) => line.includes('R03P'));
  expect(kept.map((line) => line.includes('迟报'))).toEqual(expect.arrayContaining([true, false]));
});
