import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mission } from '#shared/dispatch/mission.ts';
import { aMember, aTeam } from '#test/support/teams.ts';
import {
  D10,
  D10_MEMBERS,
  D10_UNLISTED,
  d10Accept,
  d10AtTheGate,
  d10Call,
  d10Claim,
  d10Home,
  d10Mission,
  d10Organisations,
  d10Seats,
  d10Second,
  d10Paid,
  d10SelfDeployed,
  d10TooEarly,
  d10Unpaid,
  d10Work,
} from './d10-call-up.ts';
import { onClock, type OnClock } from './on-clock.ts';

let stage: OnClock;
const dispatch = () => stage.document('dispatch', stage.idOf('boats'));
const mission = (team: string = D10.first): Mission => stage.document('mission', `${stage.idOf('boats')}.${team}`);

beforeAll(async () => {
  stage = await onClock({ organisations: d10Organisations, seats: d10Seats });
  for (const team of [D10.first, D10.second]) stage.world.load('team', aTeam(team).doc);
  for (const id of Object.values(D10_MEMBERS)) stage.world.load('member', aMember(id, D10.first).doc);
  await stage.play(d10Call);
});
afterAll(() => stage.close());

test('both are asked; whoever has not answered when time runs out is reminded, once', async () => {
  await stage.until('22:29');
  expect(dispatch()).toMatchObject({ state: 'open', offers: [{ teamId: D10.first, state: 'no_reply' }, { state: 'no_reply' }] });
  expect(dispatch().offers.map(({ remindedAt }) => remindedAt)).toEqual([undefined, undefined]);
  await stage.until('22:30');
  const REMINDED = '2026-06-01T14:30:00.000Z';
  expect(dispatch().offers.map(({ remindedAt }) => remindedAt)).toEqual([REMINDED, REMINDED]);
});

test('one accepts at 22:31; the second is told that the slot was filled then', async () => {
  await stage.play([d10Accept]);
  const refused = await stage.refused(d10Second);
  expect(refused).toMatchObject({ code: 'dispatch.slot-filled', details: [{ current: '2026-06-01T14:31:00.000Z' }] });
  expect(mission()).toMatchObject({ state: 'accepted', people: 18, equipment: ['冲锋舟 4 艘', '救生衣 60 件'] });
});

test('at 22:40 nothing lapses: it is filled', async () => {
  await stage.play(d10Mission);
  expect(dispatch().state).toBe('filled');
  expect(mission()).toMatchObject({ state: 'en_route', sharingSince: '2026-06-01T15:10:00.000Z', etaAt: '2026-06-01T17:05:00.000Z' });
});

test('at the gate whoever is not on the list does not pass; the others check in at 01:05 and get zone B', async () => {
  expect(await stage.refused(d10AtTheGate)).toMatchObject({ code: 'mission.unlisted', details: [{ path: `members.${D10_UNLISTED}` }] });
  expect(mission().state).toBe('en_route');
  await stage.play(d10Work);
  expect(mission()).toMatchObject({ state: 'working', zone: 'B', present: Object.values(D10_MEMBERS), checkedInBy: 'gate' });
});

test('a welfare check that is missed alarms the officer, and is over when the team answers', async () => {
  await stage.until('+1 03:06');
  expect(mission().welfare).toMatchObject({ missedAt: '2026-06-01T19:05:00.000Z' });
  const missed = [...stage.world.all('note')].filter(({ entry }) => entry === 'dispatch.welfare-missed');
  expect(missed).toHaveLength(1);
  await stage.play(d10Home.slice(0, 2));
  expect(mission().welfare?.missedAt).toBeUndefined();
});

test('a team that set out by itself is recorded and has no order, no slot and no hours', async () => {
  await stage.play([d10SelfDeployed]);
  const own = [...stage.world.all('mission')].find(({ state }) => state === 'self_reported');
  expect(own).toMatchObject({ teamId: D10.second, people: 6 });
  expect([own?.dispatchId, own?.hours, own?.certificates]).toEqual([undefined, undefined, undefined]);
  expect(
    dispatch()
      .offers.filter(({ state }) => state === 'accepted')
      .map(({ teamId }) => teamId),
  ).toEqual([D10.first]);
});

test('released at 19:00 and home, the team tells hours, fuel and the torn boat', async () => {
  await stage.play(d10Home.slice(2));
  expect(dispatch().state).toBe('closed');
  expect(mission()).toMatchObject({
    state: 'debriefed',
    hours: [{ hours: 18 }, { hours: 18 }],
    consumables: [{ what: '汽油', amount: 120 }],
    damage: [{ what: '冲锋舟' }],
  });
  expect(mission().sharingSince).toBeUndefined();
});

test('the claim is checked item by item, posted for five days, decided by a leader and paid', async () => {
  await stage.play(d10Claim);
  const claim = () => stage.document('claim', stage.idOf('claim'));
  expect(claim()).toMatchObject({ state: 'posted', assessed: [{ amountCny: 1080 }, {}, { amountCny: 3200 }], told: { kilometres: 240 } });
  expect(await stage.refused(d10TooEarly)).toMatchObject({ code: 'claim.posting' });
  await stage.play(d10Paid);
  expect(claim()).toMatchObject({ state: 'paid', paid: { on: '2026-06-10', voucher: '于财拨〔2026〕12号' } });
  // The incident has long left the desk; the claim went on.
  expect(await stage.refused(d10Unpaid)).toMatchObject({ code: 'mission.state' });
});
