import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incident, Note } from '#shared/incident/state.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';

let app: TestApp;
let city: TestUser;

beforeAll(async () => {
  app = await testApp();
  city = await app.addUser('city-duty');
  const logged = await app.order(city, 'incident.log', aFlood());
  await app.order(city, 'incident.log', aFlood({ title: '水南大桥车祸', typeCode: 'A04', place: placeIn(ZHANGGONG, { text: '章江新区' }) }));
  await app.order(city, 'incident.log', aFlood({ title: '罗坳镇山体滑坡', typeCode: 'N04.1', place: placeIn(YUDU, { text: '罗坳' }) }));
  if (logged.ok) await app.order(city, 'incident.note', { incidentId: logged.id, text: '道路中断' });
});
afterAll(() => app.close());

const titles = async (q: string): Promise<string[]> =>
  (await app.get<{ docs: Incident[] }>(city, `/incidents?q=${encodeURIComponent(q)}`)).body.docs.map(({ title }) => title).sort();
const texts = async (q: string): Promise<string[]> =>
  (await app.get<{ docs: Note[] }>(city, `/notes?q=${encodeURIComponent(q)}`)).body.docs.map(({ text }) => text);

it.each([
  ['a word', '滑坡', ['罗坳镇山体滑坡']],
  ['a character', '桥', ['水南大桥车祸']],
  ['characters apart', '水 桥', ['水南大桥车祸']],
  ['its sound', 'meijiang', ['梅江水位上涨']],
  ['its initials', 'mjsw', ['梅江水位上涨']],
  ['initials and a sound', 'hp luoao', ['罗坳镇山体滑坡']],
  ['its county', 'yudu', ['梅江水位上涨', '罗坳镇山体滑坡']],
  ['its county by initials', 'zgq', ['水南大桥车祸']],
  ['what it is not', 'buzhidao', []],
])('an incident is found by %s', async (_, asked, found) => expect(await titles(asked)).toEqual(found));

it.each(['道路', '断', 'dlzd', 'daolu', '道路中断'])('an entry is found by %s', async (asked) => expect(await texts(asked)).toEqual(['道路中断']));

it('an entry is not found by what it does not say', async () => expect(await texts('qiaoliang')).toEqual([]));
