import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Team } from '#shared/team/state.ts';
import { CITY, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

let app: TestApp;
let duty: TestUser;

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty');
}, 30_000);
afterAll(() => app.close());

interface Answer {
  ok?: boolean;
  code?: string;
  rows: { row: number; teamId: string; action: string; changes: string[]; ok?: boolean; seq?: number }[];
  faults: { row: number; column?: string; code: string; message: string }[];
}

async function send(path: string, bytes: Uint8Array, user: TestUser = duty): Promise<{ status: number; body: Answer }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), '队伍.xlsx');
  const response = await fetch(`${app.url}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${user.token}` }, body: form });
  return { status: response.status, body: (await response.json()) as Answer };
}
const preview = (bytes: Uint8Array, user?: TestUser) => send(`/teams/import/preview?org=${YUDU}`, bytes, user);
const bringIn = (bytes: Uint8Array, user?: TestUser) => send(`/teams/import?org=${YUDU}`, bytes, user);

async function download(path: string, user: TestUser = duty): Promise<Buffer> {
  const response = await fetch(`${app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${user.token}` } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const GOOD: Record<string, string | number> = {
  队伍编号: 'blue-sky',
  队伍名称: '蓝天救援队',
  负责人: '王五',
  负责人电话: '13712345678',
  驻地区划代码: '360731100',
  驻地地址: '贡江镇',
  经度: 115.41,
  纬度: 25.95,
  类别: '水上搜救2；应急医疗救护',
  装备: '冲锋舟×4；绳索×10',
  车辆: '皮卡/赣B12345/5；卡车',
  '活动半径(公里)': 200,
  '集结时间(分钟)': 30,
};

/** The template, filled in as a person does. */
async function filled(...rows: Record<string, string | number>[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await download('/teams/template.xlsx')) as never);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('The template has no sheet.');
  const heads = (sheet.getRow(sheet.rowCount).values as string[]).slice(1);
  for (const row of rows) sheet.addRow(heads.map((head) => row[head] ?? ''));
  return Buffer.from(await book.xlsx.writeBuffer());
}

it('what is wrong is named by row and column, and nothing is written', async () => {
  const bytes = await filled(
    GOOD,
    { ...GOOD, 队伍编号: 'Red Cross', 经度: '东经', 类别: '水上搜救；做饭' },
    { ...GOOD, 负责人电话: '', '集结时间(分钟)': 99_999 },
  );
  const { status, body } = await preview(bytes);
  expect(status).toBe(200);
  const first = body.rows[0]?.row ?? 0;
  expect(body.faults.map(({ row, column, code }) => [row - first, column, code])).toEqual([
    [1, '经度', 'not-a-number'],
    [1, '类别', 'unknown-word'],
    [2, '队伍编号', 'duplicate'],
  ]);
  const alone = await preview(await filled({ ...GOOD, 负责人电话: '', 队伍编号: 'Red Cross', '集结时间(分钟)': 99_999 }));
  expect(alone.body.faults.map(({ column, code }) => [column, code])).toEqual(
    expect.arrayContaining([
      ['队伍编号', 'invalid'],
      ['负责人电话', 'required'],
      ['集结时间(分钟)', 'invalid'],
    ]),
  );
  const refused = await bringIn(bytes);
  expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
  expect(app.core.world.get('team', 'blue-sky')).toBeUndefined();
  expect((await preview(Buffer.from('a,b\n1,2\n'))).body.faults).toMatchObject([{ row: 1, code: 'no-head' }]);
  expect((await preview(Buffer.from('PK\u0003\u0004 nonsense'))).status).toBe(422);
});

it('each line is an order of its authority; brought in again it changes nothing, and what has changed alone is changed', async () => {
  const bytes = await filled(GOOD, { ...GOOD, 队伍编号: 'red-cross', 队伍名称: '红十字救援队' });
  expect((await preview(bytes)).body).toMatchObject({ rows: [{ action: 'apply' }, { action: 'apply' }], faults: [] });
  expect((await bringIn(bytes)).body).toMatchObject({ ok: true, rows: [{ ok: true }, { ok: true }] });
  const team = app.core.world.get('team', 'blue-sky');
  expect(team).toMatchObject({ org: YUDU, status: 'applied', leader: { name: '王*', phone: '137****5678' }, equipment: [{ kind: '冲锋舟', count: 4 }, {}] });
  const { seq } = app.core.world;
  expect((await bringIn(bytes)).body.rows.map(({ action }) => action)).toEqual(['same', 'same']);
  expect(app.core.world.seq).toBe(seq);
  const later = await bringIn(await filled({ ...GOOD, 负责人电话: '13712395678', 装备: '冲锋舟×6' }));
  expect(later.body.rows).toMatchObject([{ action: 'update', changes: ['leader', 'equipment'], ok: true }]);
  expect(await app.core.vault.open(app.core.world.get('team', 'blue-sky')?.seal ?? '')).toMatchObject({ name: '王五', phone: '13712395678' });
  // What was registered, and by whom, is as if it had been ordered at a screen.
  await app.order(duty, 'team.verify', { teamId: 'blue-sky' });
  expect((await app.get<Team>(duty, '/teams/blue-sky')).body.status).toBe('registered');
});

it('only the authority brings its teams in', async () => {
  const bytes = await filled({ ...GOOD, 队伍编号: 'green' });
  const other = await app.addUser('county-duty', ZHANGGONG);
  expect((await preview(bytes, other)).body.faults).toMatchObject([{ code: 'not-permitted' }]);
  expect((await preview(bytes, await app.addUser('team', 'green'))).status).toBe(403);
  expect((await preview(bytes, await app.addUser('city-duty', CITY))).body.faults).toEqual([]);
});

it('an export is harmless in a spreadsheet, names nobody in full, and can be brought in again', async () => {
  await app.order(duty, 'team.update', { teamId: 'red-cross', name: '=HYPERLINK("http://a.example")' });
  const csv = (await download('/teams.csv')).toString('utf8');
  expect(csv).toContain(`"'=HYPERLINK(""http://a.example"")"`);
  expect(csv).not.toMatch(/王五|1371239/);
  for (const bytes of [Buffer.from(csv), await download('/teams.xlsx')]) {
    const { body } = await preview(bytes);
    expect(body.faults).toEqual([]);
    expect(body.rows.map(({ teamId, action }) => [teamId, action])).toEqual([
      ['blue-sky', 'same'],
      ['red-cross', 'same'],
    ]);
  }
  const none = await app.addUser('county-leader', ZHANGGONG);
  expect((await download('/teams.csv', none)).toString('utf8').trim().split('\r\n')).toHaveLength(1);
});

it('a table that Chinese Excel has saved as .csv is read', async () => {
  const text = `队伍编号,队伍名称,装备\r\nblue-sky,蓝天救援队,"冲锋舟×6；绳索×10"\r\n`;
  const bytes = gb18030(text);
  expect((await preview(bytes)).body).toMatchObject({ faults: [], rows: [{ teamId: 'blue-sky', action: 'update', changes: ['equipment'] }] });
});

/** Node reads GB 18030 and does not write it: each character is found by reading all pairs. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a += 1) for (let b = 0x40; b <= 0xfe; b += 1) if (b !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  return Buffer.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (pairs.get(char) ?? []))));
}
