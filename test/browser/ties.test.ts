import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Payload } from '#shared/catalogue.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU, ZHANGGONG } from '#test/support/seats.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { breaches } from './axe.ts';
import { stage } from './browser.ts';
import { atDesk, choose, detailOf, openIncident, rowOf, showPart } from './desk.ts';
import { saying, zh } from './words.ts';

const { app, open } = stage();
let [county, leader, city, other]: TestUser[] = [];

beforeAll(async () => {
  [county, leader, city, other] = await Promise.all([
    app().addUser('county-duty', YUDU, 'zhou'),
    app().addUser('county-leader', YUDU, 'wu'),
    app().addUser('city-duty', undefined, 'zheng'),
    app().addUser('county-duty', ZHANGGONG, 'wang'),
  ]);
});

const seat = (user: TestUser | undefined): TestUser => {
  if (!user) throw new Error('Nobody is there.');
  return user;
};

async function logged(by: TestUser | undefined, over: Partial<Payload<'incident.log'>>): Promise<string> {
  const answer = await app().order(seat(by), 'incident.log', aFlood(over));
  if (!answer.ok) throw new Error(answer.message);
  return answer.refs['incident'] ?? '';
}

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

describe('two records of the same', () => {
  it('are suggested, merged by one of them, and keep both sources and both logs', async () => {
    const at = placeIn(YUDU, { text: '小溪乡左马村', lng: 115.52, lat: 25.84 });
    await logged(county, { title: '左马村山洪围困群众', place: at, source: { channel: 'phone' } });
    const second = await logged(county, { title: '左马村山洪多人被困', place: at, source: { channel: 'village' } });
    expect(await app().order(seat(county), 'incident.note', { incidentId: second, text: '村支书第二次来电', at: new Date().toISOString() })).toMatchObject({
      ok: true,
    });
    const page = await open(seat(county));
    await atDesk(page);
    const panel = await showPart(await openIncident(page, '左马村山洪多人被困'), zh.ties.tab);
    await panel.getByRole('region', { name: zh.ties.same.title }).getByRole('button', { name: zh.ties.merge.into }).click();
    const dialog = dialogOf(page, zh.ties.merge.title);
    expect(await breaches(dialog)).toEqual([]);
    await dialog.getByLabel(saying(zh.ties.reason)).last().fill('同一起山洪，两处分别来电');
    await page.keyboard.press('Control+Enter');
    await rowOf(page, '左马村山洪多人被困').waitFor({ state: 'detached' });

    const kept = await showPart(await openIncident(page, '左马村山洪围困群众'), zh.ties.tab);
    expect(await kept.getByRole('region', { name: zh.ties.sources }).getByRole('listitem').count()).toBe(2);
    await kept.getByText(saying(zh.ties.merge.log)).click();
    await kept.getByText('村支书第二次来电').waitFor();
    expect(await breaches(kept)).toEqual([]);
  });
});

describe('an incident', () => {
  it('becomes a part of another, which sums their figures up', async () => {
    await logged(county, { title: '台风“杜苏芮”影响于都' });
    await logged(county, { title: '罗坳镇倒房', place: placeIn(YUDU, { lng: 115.2, lat: 25.9 }), typeCode: 'N04.1', casualties: { minorInjured: 4 } });
    const page = await open(seat(county));
    await atDesk(page);
    const panel = await showPart(await openIncident(page, '罗坳镇倒房'), zh.ties.tab);
    await panel.getByRole('button', { name: zh.ties.link.title }).click();
    const dialog = dialogOf(page, zh.ties.link.title);
    await choose(dialog.getByRole('combobox', { name: zh.ties.link.which }), '杜苏芮', /杜苏芮/);
    expect(await breaches(dialog)).toEqual([]);
    await dialog.getByRole('button', { name: zh.ties.link.title }).click();
    await panel.getByText(zh.ties.link.parent).waitFor();

    const parent = await showPart(await openIncident(page, '台风“杜苏芮”影响于都'), zh.ties.tab);
    await parent.getByRole('link', { name: '罗坳镇倒房' }).waitFor();
    expect(await breaches(parent)).toEqual([]);
  });

  it('is transferred with a reason, and the other county can only take it', async () => {
    await logged(county, { title: '水东镇堤防渗水', typeCode: 'N01.5' });
    const [from, to] = await Promise.all([open(seat(county)), open(seat(other))]);
    await Promise.all([atDesk(from), atDesk(to)]);
    const panel = await showPart(await openIncident(from, '水东镇堤防渗水'), zh.ties.tab);
    await panel.getByRole('button', { name: zh.ties.transfer.title }).click();
    const dialog = dialogOf(from, zh.ties.transfer.title);
    await choose(dialog.getByRole('combobox', { name: zh.ties.transfer.to }), '章贡', /章贡区/);
    await dialog.getByRole('textbox', { name: saying(zh.ties.reason) }).fill('事发地属章贡区');
    expect(await breaches(dialog)).toEqual([]);
    await from.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });

    const taken = await openIncident(to, '水东镇堤防渗水');
    await taken
      .getByText(/事发地属章贡区/)
      .first()
      .waitFor();
    await to.keyboard.press('r');
    await taken.getByRole('button', { name: zh.ties.receive.title }).waitFor({ state: 'detached' });
    // Who handed it over still sees it, and who has it now.
    await from.getByText(saying(zh.ties.transfer.taken)).waitFor();
  });

  it('that still owes something is closed by a leader alone, who says why', async () => {
    const title = '祁禄山镇山体滑坡';
    const id = await logged(county, { title, typeCode: 'N04.1' });
    expect(await app().order(seat(leader), 'instruction.give', { incidentId: id, text: '立即转移群众', to: YUDU })).toMatchObject({ ok: true });
    const [desk, above] = await Promise.all([open(seat(county)), open(seat(leader))]);
    await Promise.all([atDesk(desk), atDesk(above)]);

    await openIncident(desk, title);
    await desk.keyboard.press('k');
    const refused = dialogOf(desk, zh.incident.close.title);
    await refused.getByRole('textbox', { name: saying(zh.incident.close.reason) }).fill('险情解除');
    expect(await refused.getByRole('button', { name: zh.incident.close.title }).isDisabled()).toBe(true);
    expect(await breaches(refused)).toEqual([]);
    await refused.getByRole('link', { name: /批示未办结/ }).click();
    await detailOf(desk, title).getByRole('tabpanel', { name: zh.instruction.tab }).getByText('立即转移群众').waitFor();

    await openIncident(above, title);
    await above.keyboard.press('k');
    const dialog = dialogOf(above, zh.incident.close.title);
    await dialog.getByRole('textbox', { name: saying(zh.incident.close.reason) }).fill('险情解除');
    await dialog.getByRole('textbox', { name: saying(zh.ties.close.override) }).fill('余下事项由自然资源局办理');
    await dialog.getByRole('button', { name: zh.incident.close.title }).click();
    await detailOf(above, title)
      .getByText(/余下事项由自然资源局办理/)
      .first()
      .waitFor();
    await rowOf(above, title).waitFor({ state: 'detached' });
  });

  it('is reported past the county by a township, and the city is told that it was', async () => {
    const township = await app().addUser('township-duty', undefined, 'feng');
    await logged(township, { title: '贡江镇通信中断', typeCode: 'A10.4' });
    const [page, above] = await Promise.all([open(township), open(seat(city))]);
    await Promise.all([atDesk(page), atDesk(above)]);
    const panel = await showPart(await openIncident(page, '贡江镇通信中断'), zh.ties.tab);
    await panel.getByRole('button', { name: zh.ties.escalate.title }).click();
    const dialog = dialogOf(page, zh.ties.escalate.title);
    await dialog.getByRole('textbox', { name: saying(zh.ties.reason) }).fill('县级值班电话无人接听');
    await page.keyboard.press('Control+Enter');
    const seen = await openIncident(above, '贡江镇通信中断');
    await seen.getByText(zh.ties.skip.mark).first().waitFor();
    await seen
      .getByText(/县级值班电话无人接听/)
      .first()
      .waitFor();
  });
});
