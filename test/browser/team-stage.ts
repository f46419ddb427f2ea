import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { OrderType, Payload } from '#shared/catalogue.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import { missionId } from '#shared/dispatch/mission.ts';
import { addMinutes } from '#shared/time.ts';
import { zh as say } from '#client/features/phone/text-zh.ts';
import { aFlood } from '#test/support/payloads.ts';
import { anApplication } from '#test/support/team-cases.ts';
import type { TestApp, TestUser } from '#test/support/test-app.ts';

/** A phone in a hand, in the city's language. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  colorScheme: 'light',
  permissions: ['geolocation'],
  geolocation: { longitude: 115.41, latitude: 25.95, accuracy: 12 },
};
export const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;
/** A server that notifies no lock screen says so with 404, which the browser writes to its console. */
export const NO_PUSH = /status of 404 .*\/push\/key$/;
export const CODE = '482913';
const INSURED = '2099-12-31';

export async function given<T extends OrderType>(app: TestApp, user: TestUser, type: T, payload: Payload<T>): Promise<Record<string, string>> {
  const answer = await app.order(user, type, payload);
  if (!answer.ok) throw new Error(`${type} was refused (${answer.code}): ${answer.message}`);
  return answer.refs;
}

/** A team's seat that is registered, certified for the water, with three people of whom two are insured. */
export async function enrolled(app: TestApp, county: TestUser, teamId: string): Promise<TestUser> {
  const team = await app.addUser('team', teamId);
  await given(app, team, 'team.apply', anApplication({ name: `${teamId}救援队` }));
  await given(app, county, 'team.verify', { teamId });
  await given(app, county, 'team.certify', { teamId, category: 'water', level: 2, certificate: { no: 'JX-1', validTo: INSURED } });
  for (const [name, phone] of [
    ['张三', '13711110001'],
    ['李四', '13711110002'],
  ] as const)
    await given(app, team, 'member.save', { teamId, name, phone, insuredUntil: INSURED });
  await given(app, team, 'member.save', { teamId, name: '王五', phone: '13711110003' });
  return team;
}

/** A need at a flood of which these teams are asked. */
export async function asked(app: TestApp, county: TestUser, title: string, teamIds: string[], minutes = 40): Promise<string> {
  const { incident: incidentId = '' } = await given(app, county, 'incident.log', aFlood({ title }));
  const { dispatch = '' } = await given(app, county, 'dispatch.request', {
    incidentId,
    capability: { category: 'water', minLevel: 3 },
    teamsNeeded: 1,
    people: 2,
    staging: { lng: 115.52, lat: 25.86, text: '贡江大桥东桥头广场' },
    acceptBy: addMinutes(app.core.clock.now().toISOString(), minutes),
    teamIds,
    hazards: '水流湍急，水下有断桩',
    contact: { post: '集结点值守', phone: '0797-6220000' },
    checkInCode: CODE,
  });
  return dispatch;
}

export const missionOf = (app: TestApp, dispatchId: string, teamId: string): Mission | undefined =>
  app.core.world.get('mission', missionId(dispatchId, teamId));

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });

/** Two touches: accept, and confirm what is proposed. */
export async function acceptInTwoTaps(page: Page): Promise<void> {
  await button(page, say['offer.accept']).tap();
  await button(page, /^确认接受/).tap();
}

export const isLive = (page: Page): Promise<void> => page.getByText(say['bar.live'], { exact: true }).waitFor();
