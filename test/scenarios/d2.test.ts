import { afterAll, beforeAll, expect, test } from 'vitest';
import { aTeam } from '#test/support/teams.ts';
import { D2, d2Accepts, d2Expired, d2Lookout, d2Organisations, d2Request, d2Seats } from './d2-forest-fire.ts';
import { onClock, type OnClock } from './on-clock.ts';

let stage: OnClock;
const dispatch = () => stage.document('dispatch', stage.idOf('crews'));

beforeAll(async () => {
  stage = await onClock({ organisations: d2Organisations, seats: d2Seats });
  const mountain = { categories: [{ category: 'mountain' as const }], base: { lng: 114.35, lat: 25.4, text: '', adcode: '360723' } };
  for (const id of [D2.insured, D2.also]) stage.world.load('team', aTeam(id, mountain).doc);
  const lapsed = { members: 20, insuredUntil: Array.from({ length: 20 }, () => '2026-05-31') };
  stage.world.load('team', aTeam(D2.expired, { ...mountain, base: { lng: 114.32, lat: 25.33, text: '', adcode: '360723' }, strength: lapsed }).doc);
  await stage.play(d2Lookout);
});
afterAll(() => stage.close());

test('a crew whose insurance has expired is not dispatched, whatever reason is given', async () => {
  expect(await stage.refused(d2Expired)).toMatchObject({ code: 'team.uninsured' });
});

test('two crews are asked at 14:10, the insured ones, although the other is nearer', async () => {
  await stage.play([d2Request]);
  expect(
    dispatch()
      .offers.map(({ teamId }) => teamId)
      .toSorted(),
  ).toEqual([D2.also, D2.insured].toSorted());
  expect(dispatch().reserve).toEqual([]);
});

test('both come; a team sees neither how the fire is led nor why it was chosen', async () => {
  await stage.play(d2Accepts);
  expect(dispatch().state).toBe('filled');
  expect(dispatch().readers).toEqual(expect.arrayContaining(['org:360723', 'org:360700', `team:${D2.insured}`, `team:${D2.also}`]));
  expect(stage.incident('fire').readers.some((room) => room.startsWith('team:'))).toBe(false);
  expect(dispatch().readers).not.toContain(`team:${D2.expired}`);
});
