import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { zh as say } from '#client/features/village/text-zh.ts';
import type { Incident } from '#shared/incident/state.ts';
import { minutesBetween } from '#shared/time.ts';
import type { TestUser } from '#test/support/test-app.ts';
import { leapingClock } from '#test/support/driven-clock.ts';
import { photoWithPosition } from '#test/support/pictures.ts';
import { journalOf } from '#test/support/test-core.ts';
import { until } from '#test/support/until.ts';
import { stage } from './browser.ts';
import { atDesk, openIncident, rowOf, showPart } from './desk.ts';
import { zh } from './words.ts';

const clock = leapingClock();
const { app, open, expects } = stage(() => ({ ports: { clock } }));
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  permissions: ['geolocation'],
  geolocation: { longitude: 115.4123, latitude: 25.9517, accuracy: 18 },
};
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

/** What, where, who: three taps, and the fourth sends. */
async function report(page: Page): Promise<void> {
  await page.getByRole('button', { name: say['tile.flood'] }).tap();
  await page.getByRole('button', { name: say['where.here'] }).tap();
  await page.getByRole('button', { name: say['people.many'] }).tap();
  await page.getByRole('button', { name: say['send.go'], exact: true }).tap();
}

/** What the server has of somebody's reports. */
async function recordedBy(reporter: TestUser): Promise<Incident[]> {
  const { docs } = (await app().get<{ docs: Incident[] }>(reporter, '/incidents')).body;
  return docs.filter(({ loggedBy }) => loggedBy.id === reporter.id);
}

describe('a report from a village', () => {
  it('that is made without a signal is kept, sent when there is one, and recorded once with the time of the first tap', async () => {
    const [reporter, city] = await Promise.all([app().addUser('village-reporter'), app().addUser('city-duty')]);
    const [phone, desk] = await Promise.all([open(reporter, '/village', PHONE), open(city)]);
    expects(phone, NO_NETWORK);
    await atDesk(desk);
    await phone.getByText(say['bar.online']).waitFor();

    await phone.context().setOffline(true);
    await report(phone);
    await phone.getByText(say['state.waitingSignal']).waitFor();
    await phone.getByText(say['bar.offlineWaiting'].replace('{n}', '1')).waitFor();
    expect(await recordedBy(reporter)).toEqual([]);

    await clock.advance(20 * 60_000);
    await phone.context().setOffline(false);
    await phone.getByText(say['state.sentHint']).waitFor();
    await rowOf(desk, say['kind.flood']).waitFor();
    const [incident, ...others] = await recordedBy(reporter);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ typeCode: 'N01.2', place: { lng: 115.4123, lat: 25.9517, accuracyM: 18 }, source: { channel: 'village' } });
    // The phone's own clock stood still while the server's leapt: what was seen then is told as of then.
    expect(minutesBetween(incident?.receivedAt ?? '', incident?.loggedAt ?? '')).toBeGreaterThanOrEqual(20);
    expect((await journalOf(app().core)).filter(({ order }) => order.type === 'incident.log')).toHaveLength(1);
  });

  it('outlives the page that it was made on, and the page opens without a signal', async () => {
    const reporter = await app().addUser('village-reporter', undefined, 'second-reporter');
    const phone = await open(reporter, '/village', PHONE);
    expects(phone, NO_NETWORK);
    await phone.getByText(say['bar.online']).waitFor();
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await phone.context().setOffline(true);
    await report(phone);
    // Somebody else in the village has told of the like: it was read while there was a signal.
    await phone.getByText(say['same.title']).waitFor();
    await phone.getByText(say['same.onlyHere']).waitFor();
    await phone.getByRole('button', { name: say['same.no'] }).tap();
    await phone.getByText(say['state.waitingSignal']).waitFor();
    await phone.reload();
    await phone.getByText(say['bar.offlineWaiting'].replace('{n}', '1')).waitFor();
    expect(await recordedBy(reporter)).toEqual([]);

    await phone.context().setOffline(false);
    await phone.getByText(say['state.sentHint']).waitFor();
    expect(await recordedBy(reporter)).toHaveLength(1);
  });

  it('takes a photo along, which waits as the report does and is at the desk afterwards', async () => {
    const [reporter, city] = await Promise.all([
      app().addUser('village-reporter', undefined, 'third-reporter'),
      app().addUser('city-duty', undefined, 'photo-desk'),
    ]);
    const [phone, desk] = await Promise.all([open(reporter, '/village', PHONE), open(city)]);
    expects(phone, NO_NETWORK);
    await atDesk(desk);
    await phone.getByText(say['bar.online']).waitFor();
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: say['kind.landslide'] }).tap();
    await phone.getByRole('button', { name: say['where.here'] }).tap();
    await phone.getByRole('button', { name: say['people.some'], exact: true }).tap();
    await phone.locator('#field-photo').setInputFiles([{ name: '滑坡.jpg', mimeType: 'image/jpeg', buffer: await photoWithPosition() }]);
    await phone.getByRole('img', { name: say['photo.one'] }).waitFor();
    await phone.getByRole('button', { name: say['send.go'], exact: true }).tap();
    await phone.getByText(say['state.waitingSignal']).waitFor();
    await phone.context().setOffline(false);
    await phone.getByText(say['state.sentHint']).waitFor();
    const [incident] = await recordedBy(reporter);
    const detail = await openIncident(desk, incident?.title ?? '');
    await (await showPart(detail, zh.file.tab)).getByRole('img').first().waitFor();
  });

  it('that is the same as what another in the village has told is added to that one', async () => {
    const reporter = await app().addUser('village-reporter', undefined, 'fourth-reporter');
    const phone = await open(reporter, '/village', PHONE);
    await phone.getByText(say['bar.online']).waitFor();
    await report(phone);
    await phone.getByText(say['same.title']).waitFor();
    await phone.getByRole('button', { name: say['same.yes'] }).tap();
    const added = async (): Promise<boolean> =>
      (await journalOf(app().core)).some(({ order, actor }) => order.type === 'incident.note' && actor.id === reporter.id);
    await until('it is an entry there', added);
    expect(await recordedBy(reporter)).toEqual([]);
    // From here on it is followed like a report of one's own.
    await phone.reload();
    await phone.getByText(say['kind.flood']).first().waitFor();
  });
});
