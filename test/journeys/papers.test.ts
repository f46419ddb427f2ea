import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdfText } from '#test/support/pdf-text.ts';
import { aFlood } from '#test/support/payloads.ts';
import { ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { unzip } from '#test/support/unzip.ts';

let app: TestApp;
let county: TestUser;
let reportId: string;
beforeAll(async () => {
  app = await testApp();
  county = await app.addUser('county-duty');
  const logged = await app.order(county, 'incident.log', aFlood({ title: '上欧村山洪', casualties: { dead: 2 } }));
  if (!logged.ok) throw new Error(logged.message);
  const figures = { casualties: { dead: 2 } };
  const drafted = await app.order(county, 'report.draft', {
    incidentId: logged.refs['incident'] ?? '',
    kind: 'initial',
    text: '上欧村突发山洪，死亡2人。',
    figures,
  });
  if (!drafted.ok) throw new Error(drafted.message);
  reportId = drafted.refs['report'] ?? '';
});
afterAll(() => app.close());

async function fetched(user: TestUser, form: 'docx' | 'pdf'): Promise<Buffer> {
  const response = await fetch(`${app.url}/api/v1/reports/${reportId}.${form}`, { headers: { authorization: `Bearer ${user.token}` } });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toContain('private');
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(new RegExp(`^attachment; .*初报\\.${form}$`));
  return Buffer.from(await response.arrayBuffer());
}

it('a report is given as the paper that it goes out on; before it is approved the paper says so', async () => {
  const [page = ''] = pdfText(await fetched(county, 'pdf'));
  for (const said of ['于都县人民政府总值班室', '赣州市人民政府总值班室：', '关于上欧村山洪的报告（初报）', '上欧村突发山洪，死亡2人。', '送审稿'])
    expect(page).toContain(said);
  expect(unzip(await fetched(county, 'docx')).get('word/document.xml')).toContain('上欧村突发山洪，死亡2人。');
});

it('an approved one carries who signed, and no mark of a draft', async () => {
  const leader = await app.addUser('county-leader');
  expect(await app.order(county, 'report.submit', { reportId })).toMatchObject({ ok: true });
  expect(await app.order(leader, 'report.approve', { reportId })).toMatchObject({ ok: true });
  expect(await app.order(county, 'report.send', { reportId })).toMatchObject({ ok: true });
  const city = await app.addUser('city-duty');
  const [page = ''] = pdfText(await fetched(city, 'pdf'));
  expect(page).toContain('签发人：county-leader');
  expect(page).not.toContain('送审稿');
});

it('is given to nobody who may not read the report, and to nobody from outside', async () => {
  const [elsewhere, team] = await Promise.all([app.addUser('county-duty', ZHANGGONG), app.addUser('team')]);
  expect((await app.get(null, `/reports/${reportId}.pdf`)).status).toBe(401);
  expect((await app.get(elsewhere, `/reports/${reportId}.pdf`)).status).toBe(404);
  expect((await app.get(elsewhere, `/reports/${reportId}.docx`)).status).toBe(404);
  expect((await app.get(team, `/reports/${reportId}.pdf`)).status).toBe(403);
});
