import fc from 'fast-check';
import type { DispatchEvent } from '#shared/dispatch/events.ts';
import { idOf, NOW } from './given.ts';
import { placeIn } from './payloads.ts';

const teamId = fc.constantFrom('a', 'b');
const teamIds = fc.subarray(['a', 'b']);
const offers = fc.uniqueArray(fc.record({ teamId, name: fc.string(), answerBy: fc.constant(NOW) }), { selector: (one) => one.teamId, maxLength: 2 });
const is = <T extends string>(type: T) => ({ type: fc.constant(type) });

/** Any event about one dispatch and its missions, in whatever order. */
export function dispatchEvents<E extends object>(entry: { [K in keyof E]: fc.Arbitrary<E[K]> }): fc.Arbitrary<DispatchEvent> {
  const of = { ...entry, dispatchId: fc.constant(idOf(9)) };
  const one = { ...of, teamId };
  const some = { ...of, teamIds };
  // The entry's fields are whatever the caller draws them from.
  return fc.oneof(
    fc.record({
      ...of,
      ...is('dispatch.requested'),
      number: fc.string(),
      about: fc.constant({ number: '…', title: '…', typeCode: 'N01', text: '…', lng: 115, lat: 25 }),
      capability: fc.constant({ category: 'water' as const }),
      teamsNeeded: fc.integer({ min: 1, max: 2 }),
      staging: fc.constant({ lng: 115, lat: 25, text: '…' }),
      acceptBy: fc.constant(NOW),
      offers,
      reserve: fc.constant([]),
      org: fc.constant('360731'),
      exercise: fc.boolean(),
    }),
    fc.record({
      ...of,
      ...is('dispatch.confirmed'),
      offers,
      reserve: fc.constant([]),
      org: fc.constant('360731'),
      acceptBy: fc.constant(NOW),
      exercise: fc.boolean(),
    }),
    fc.record({ ...of, ...is('dispatch.offered'), offers, exercise: fc.boolean() }),
    fc.record({ ...one, ...is('dispatch.accepted'), etaMinutes: fc.nat(100), people: fc.nat(20) }),
    fc.record({ ...one, ...is('dispatch.declined'), reason: fc.string() }),
    fc.record({ ...some, type: fc.constantFrom('dispatch.unanswered', 'dispatch.lapsed', 'dispatch.reminded', 'dispatch.stood-down') }),
    fc.record({ ...some, ...is('dispatch.extended'), acceptBy: fc.constant(NOW), answerBy: fc.constant(NOW) }),
    fc.record({ ...one, ...is('dispatch.progressed'), status: fc.constantFrom('en_route', 'checked_in', 'working', 'returned') }),
    fc.record({ ...one, ...is('dispatch.listed'), members: fc.constant([{ memberId: idOf(5), name: '张*' }]) }),
    fc.record({ ...one, ...is('dispatch.checked-in'), members: fc.constant([idOf(5)]), how: fc.constant('gate') }),
    fc.record({ ...one, ...is('dispatch.assigned'), zone: fc.string(), task: fc.string(), welfareEveryMinutes: fc.constant(30) }),
    fc.record({ ...one, ...is('dispatch.welfare-told') }),
    fc.record({ ...one, ...is('dispatch.welfare-missed'), since: fc.constant(NOW) }),
    fc.record({ ...one, ...is('dispatch.logged'), text: fc.string() }),
    fc.record({ ...one, ...is('dispatch.shared'), on: fc.boolean() }),
    fc.record({ ...some, ...is('dispatch.released'), standDown: teamIds, closes: fc.boolean() }),
    fc.record({ ...some, ...is('dispatch.cancelled'), standDown: teamIds, reason: fc.string() }),
    fc.record({ ...one, ...is('dispatch.debriefed'), hours: fc.constant([{ memberId: idOf(5), hours: 3 }]) }),
    fc.record({ ...one, ...is('dispatch.appraised'), side: fc.constantFrom('authority', 'team'), score: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ ...one, ...is('dispatch.certified'), memberId: fc.constant(idOf(5)), code: fc.constant('0123456789ABCDEF') }),
    fc.record({
      ...entry,
      ...is('dispatch.self-reported'),
      missionId: fc.constant(idOf(7)),
      teamId,
      teamName: fc.string(),
      place: fc.constant(placeIn('360731')),
      people: fc.nat(9),
      text: fc.string(),
      exercise: fc.boolean(),
    }),
    fc.record({ ...is('dispatch.archived'), missionId: fc.constant(idOf(7)) }),
    fc.record({ ...entry, ...is('dispatch.self-left'), missionId: fc.constant(idOf(7)), teamName: fc.string() }),
  ) as unknown as fc.Arbitrary<DispatchEvent>;
}
