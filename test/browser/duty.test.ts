import { beforeAll, describe, expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { YUDU } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { stage } from './browser.ts';
import { isLive } from './desk.ts';
import { zh } from './words.ts';

const { app, open } = stage();
let [out, into, leader]: TestUser[] = [];
const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * HOUR).toISOString();

beforeAll(async () => {
  [out, into, leader] = await Promise.all([
    app().addUser('county-duty', YUDU, 'zhao'),
    app().addUser('county-duty', YUDU, 'qian'),
    app().addUser('county-leader', YUDU, 'sun'),
  ]);
});

describe('the post', () => {
  it('is taken, and handed over by two seats and a leader, each at a screen of their own', async () => {
    if (!out || !into || !leader) throw new Error('Nobody is there.');
    const named = ({ id, username: name }: TestUser) => ({ id, name });
    const shifts = [
      { from: at(-0.1), to: at(8), officers: [named(out)], leader: named(leader) },
      { from: at(8), to: at(16), officers: [named(into)], leader: named(leader) },
    ];
    expect(await app().order(leader, 'duty.plan', { shifts })).toMatchObject({ ok: true });
    const pages = await Promise.all([open(out, '/duty'), open(into, '/duty?tab=handover'), open(leader, '/duty?tab=handover')]);
    const [outPage, intoPage, leaderPage] = pages;
    await Promise.all(pages.map(isLive));

    await outPage.getByRole('button', { name: zh.duty.start }).click();
    await outPage.getByRole('banner').getByText(`${zh.duty.bar.onPost} zhao`).waitFor();
    await outPage.getByLabel(zh.duty.log.write).fill('市防办电话通知做好强降雨防范');
    await outPage.keyboard.press('Enter');
    await outPage.getByRole('region', { name: zh.duty.log.title }).getByText('市防办电话通知做好强降雨防范').waitFor();
    expect(await app().order(out, 'incident.log', aFlood({ title: '梅江漫堤' }))).toMatchObject({ ok: true });

    await outPage.getByRole('button', { name: zh.duty.tab.handover }).first().click();
    await outPage.getByRole('button', { name: zh.duty.sheet.open }).click();
    const sheet = (page: typeof outPage) => page.getByRole('article', { name: zh.duty.sheet.title });
    await Promise.all(pages.map((page) => sheet(page).waitFor()));
    await sheet(outPage).getByRole('button', { name: zh.duty.sheet.sign, exact: true }).click();
    await sheet(outPage).getByText(zh.common.refusal.duty.unowned).waitFor();

    await sheet(intoPage)
      .getByRole('button', { name: /项由我承接/ })
      .click();
    await sheet(intoPage)
      .getByText(/项无人承接/)
      .waitFor({ state: 'detached' });
    for (const page of pages) {
      await sheet(page)
        .getByText(/项无人承接/)
        .waitFor({ state: 'detached' });
      await sheet(page).getByRole('button', { name: zh.duty.sheet.sign, exact: true }).click();
    }
    await leaderPage.getByRole('button', { name: new RegExp(zh.duty.handed.signed) }).click();
    await sheet(leaderPage).getByText(zh.duty.handed.signed, { exact: true }).waitFor();
    expect(await sheet(leaderPage).getByRole('combobox').count()).toBe(0);
    await intoPage.getByRole('banner').getByText(`${zh.duty.bar.onPost} qian`).waitFor();
  });
});
