import { beforeAll, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { aPdf, photoWithPosition } from '#test/support/pictures.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, showPart } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open, expects } = stage();
const TITLE = '贡江镇河堤管涌';
let county: TestUser;
let city: TestUser;

beforeAll(async () => {
  [county, city] = await Promise.all([app().addUser('county-duty', YUDU, 'qi'), app().addUser('city-duty', undefined, 'xie')]);
  expect(await app().order(county, 'incident.log', aFlood({ title: TITLE, typeCode: 'N01.5' }))).toMatchObject({ ok: true });
});

it('a photo and a paper are added and seen at another desk; what is neither is refused in words', async () => {
  const [page, other] = await Promise.all([open(county), open(city)]);
  await Promise.all([atDesk(page), atDesk(other)]);
  expects(page, /400|415/);
  const panel = await showPart(await openIncident(page, TITLE), zh.file.tab);
  await panel.locator('input[type=file]').setInputFiles([
    { name: '管涌现场.jpg', mimeType: 'image/jpeg', buffer: await photoWithPosition() },
    { name: '处置方案.pdf', mimeType: 'application/pdf', buffer: aPdf() },
    { name: '名单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a paper') },
  ]);
  await panel.getByLabel(zh.file.captionOf.replace('{{name}}', '管涌现场.jpg')).fill('背水坡管涌，向南拍摄');
  await panel.getByRole('button', { name: saying(zh.file.send_other, { count: 3 }) }).click();
  await panel.getByRole('img', { name: '背水坡管涌，向南拍摄' }).waitFor();
  await panel.getByText('处置方案.pdf').first().waitFor();
  const refused = panel.getByRole('listitem').filter({ hasText: '名单.pdf' });
  await refused.getByRole('button', { name: zh.file.drop }).click();
  await refused.waitFor({ state: 'detached' });
  expect(await breaches(panel)).toEqual([]);

  const seen = await showPart(await openIncident(other, TITLE), zh.file.tab);
  await seen.getByRole('img', { name: '背水坡管涌，向南拍摄' }).waitFor();
});

it('a photo that is added without a network waits in the browser through a reload, and goes by itself', async () => {
  const page = await open(county);
  await atDesk(page);
  await openIncident(page, TITLE);
  const before = await showPart(page.getByRole('article', { name: TITLE }), zh.file.tab);
  expects(page, /ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)/);
  await page.route('**/api/v1/files', (route) => route.abort('failed'));
  await before.locator('input[type=file]').setInputFiles([{ name: '夜间水位.jpg', mimeType: 'image/jpeg', buffer: await photoWithPosition(640, 480) }]);
  await before.getByRole('button', { name: saying(zh.file.send_other, { count: 1 }) }).click();
  await before.getByText(zh.file.queued).waitFor();
  await page.unroute('**/api/v1/files');
  await page.reload();
  await page.getByRole('tabpanel', { name: zh.file.tab }).getByRole('img', { name: '夜间水位.jpg' }).waitFor();
});
