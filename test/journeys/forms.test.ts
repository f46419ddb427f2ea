import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp, TestUser } from '#test/support/test-app.ts';
import { testApp } from '#test/support/test-app.ts';
import { aFlood } from '#test/support/payloads.ts';
import { ZHANGGONG } from '#test/support/seats.ts';

let app: TestApp;
let county: TestUser;
beforeAll(async () => {
  app = await testApp();
  county = await app.addUser('county-duty');
});
afterAll(() => app.close());

async function logged(over: Parameters<typeof aFlood>[0] = {}): Promise<string> {
  const answer = await app.order(county, 'incident.log', aFlood(over));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['incident'] ?? '';
}

/** The sheets of a form, each a table of its cells by the head of the column. */
async function formOf(user: TestUser, path: string): Promise<{ name: string; rows: Record<string, unknown>[]; top: string }[]> {
  const response = await fetch(`${app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${user.token}` } });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toContain('private');
  const book = new ExcelJS.Workbook();
  // exceljs is typed for an older Buffer.
  await book.xlsx.load((await response.arrayBuffer()) as never);
  return book.worksheets.map((sheet) => {
    const lines = Array.from({ length: sheet.rowCount }, (_, i) => sheet.getRow(i + 1));
    const headAt = lines.findIndex((line) => line.getCell(1).text === '事件编号');
    const columns = Array.from({ length: sheet.columnCount }, (_, i) => lines[headAt]?.getCell(i + 1).text ?? '');
    const rows = lines.slice(headAt + 1).filter((line) => /^(GZ|YL)/.test(line.getCell(1).text));
    return {
      name: sheet.name,
      top: lines
        .slice(0, headAt)
        .map((line) => line.getCell(1).text)
        .join('\n'),
      rows: rows.map((line) => Object.fromEntries(columns.map((column, i) => [column, line.getCell(i + 1).value]))),
    };
  });
}

describe('the fields of a national form', () => {
  it('are filled with what is known; what is not known stays empty and is listed', async () => {
    const id = await logged({ title: '上欧村山洪', occurredAt: '2026-05-31T18:10:00Z', casualties: { dead: 2, missing: 3, evacuated: 180 } });
    const [form, gaps] = await formOf(county, `/incidents/${id}/forms/natural-disaster.xlsx`);
    expect(form?.rows).toMatchObject([
      {
        性质: '实战',
        行政区划代码: '360731',
        灾害种类: '洪水',
        因灾死亡人口: 2,
        因灾失踪人口: 3,
        紧急转移安置人口: 180,
        灾害发生时间: new Date('2026-06-01T02:10:00Z'),
      },
    ]);
    expect(form?.rows[0]?.['倒塌房屋']).toBeNull();
    expect(gaps?.rows).toMatchObject([{ 事件: '上欧村山洪' }]);
    expect(gaps?.rows[0]?.['未掌握的项目']).toContain('倒塌房屋');
    expect(gaps?.rows[0]?.['未掌握的项目']).not.toContain('因灾死亡人口');
    expect(form?.top).toContain('应急〔2020〕19号');
  });

  it('of a work accident and of a health event are there as well', async () => {
    const id = await logged({ title: '罐车侧翻', typeCode: 'A02', casualties: { dead: 1, seriousInjured: 4 } });
    const [accident] = await formOf(county, `/incidents/${id}/forms/work-accident.xlsx`);
    expect(accident?.rows).toMatchObject([{ '（四）死亡': 1, '（四）重伤（含急性工业中毒）': 4, 事故类别: '危险化学品事故' }]);
    const [health] = await formOf(county, `/incidents/${id}/forms/public-health.xlsx`);
    expect(health?.rows).toMatchObject([{ 事件名称: '罐车侧翻', 死亡人数: 1 }]);
  });

  it('of several incidents take no drill in, and one of a drill says so', async () => {
    await logged({ title: '参加统计的事件' });
    const drill = await logged({ title: '演练事件', exercise: true });
    const [, gaps] = await formOf(county, '/forms/natural-disaster.xlsx?type=N');
    const titles = gaps?.rows.map((row) => row['事件']);
    expect(titles).toContain('参加统计的事件');
    expect(titles).not.toContain('演练事件');
    const [form] = await formOf(county, `/incidents/${drill}/forms/natural-disaster.xlsx`);
    expect(form?.rows).toMatchObject([{ 性质: '演练' }]);
    expect(form?.top).toContain('演练');
  });

  it('hold no formula, whatever a title says', async () => {
    const id = await logged({ title: '＝HYPERLINK("http://x","y")', typeCode: 'H04' });
    const [form] = await formOf(county, `/incidents/${id}/forms/public-health.xlsx`);
    expect(form?.rows[0]?.['事件名称']).toBe('\'＝HYPERLINK("http://x","y")');
  });

  it('are given to nobody who may not see the incident, and to nobody from outside', async () => {
    const id = await logged();
    const path = `/incidents/${id}/forms/natural-disaster.xlsx`;
    const [elsewhere, team] = await Promise.all([app.addUser('county-duty', ZHANGGONG), app.addUser('team')]);
    expect((await app.get(null, path)).status).toBe(401);
    expect((await app.get(elsewhere, path)).status).toBe(404);
    expect((await app.get(team, path)).status).toBe(403);
    expect((await app.get(county, `/incidents/${id}/forms/tax-return.xlsx`)).status).toBe(404);
  });
});
