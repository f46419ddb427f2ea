import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatchEvents } from '#test/support/dispatch-events.ts';
import { idOf, NOW } from '#test/support/given.ts';
import { placeIn } from '#test/support/payloads.ts';
import type { FenghuoEvent } from './catalogue.ts';
import { fold } from './fold.ts';
import { SYSTEM } from './seat.ts';
import { LiveWorld } from './world.ts';

const ids = fc.constantFrom(idOf(1), idOf(2), idOf(3));
const n = fc.integer({ min: 1, max: 6 });
const readers = fc.subarray(['org:360700', 'drill:org:360700', 'user:u']);
const entry = { incidentId: ids, n, readers };

const events: fc.Arbitrary<FenghuoEvent> = fc.oneof(
  fc.record({
    ...entry,
    type: fc.constant('incident.logged' as const),
    number: fc.string(),
    counter: fc.record({ id: fc.constant('incident/20260601'), n }),
    title: fc.string(),
    typeCode: fc.constant('N01'),
    place: fc.constant(placeIn('360731')),
    receivedAt: fc.constant(NOW),
    exercise: fc.boolean(),
    org: fc.constant('360731'),
  }),
  fc.record({ ...entry, type: fc.constant('incident.noted' as const), text: fc.string() }),
  fc.record({ ...entry, type: fc.constant('incident.updated' as const), set: fc.record({ title: fc.string(), casualties: fc.record({ dead: n }) }) }),
  fc.record({
    ...entry,
    type: fc.constant('incident.assessed' as const),
    severity: fc.constantFrom(1 as const, 4 as const, null),
    basis: fc.string(),
    standing: fc.constantFrom('proposed' as const, 'set' as const),
  }),
  fc.record({ ...entry, type: fc.constant('incident.closed' as const), reason: fc.string() }),
  fc.record({ ...entry, type: fc.constant('incident.corrected' as const), corrects: n, text: fc.string(), reason: fc.string() }),
  fc.record({ ...entry, type: fc.constant('incident.restricted' as const), named: fc.constant(['u']), reason: fc.string(), openReaders: readers }),
  fc.record({ ...entry, type: fc.constant('incident.released' as const), reason: fc.string() }),
  fc.record({ ...entry, type: fc.constant('incident.received' as const), level: fc.constantFrom('county' as const, 'city' as const), at: fc.constant(NOW) }),
  fc.record({
    ...entry,
    type: fc.constant('incident.merged' as const),
    intoIncidentId: ids,
    intoNumber: fc.string(),
    reason: fc.string(),
    children: fc.array(fc.record({ incidentId: ids, parentId: ids }), { maxLength: 2 }),
    instructions: fc.subarray([idOf(8)]),
    moved: fc.subarray([`dispatch/${idOf(9)}`, `mission/${idOf(9)}.a`, `mission/${idOf(7)}`]),
  }),
  fc.record({
    ...entry,
    type: fc.constant('incident.absorbed' as const),
    fromIncidentId: ids,
    fromNumber: fc.string(),
    reason: fc.string(),
    sources: fc.constant([]),
    set: fc.record({ receivedAt: fc.constant(NOW) }),
    parentId: ids,
  }),
  fc.record({ ...entry, type: fc.constant('incident.linked' as const), parentIncidentId: ids, parentNumber: fc.string() }),
  fc.record({ ...entry, type: fc.constant('incident.unlinked' as const), parentIncidentId: ids, reason: fc.string() }),
  fc.record({
    ...entry,
    type: fc.constant('incident.transferred' as const),
    from: fc.constant('360731'),
    to: fc.string(),
    toName: fc.string(),
    reason: fc.string(),
  }),
  fc.record({
    ...entry,
    type: fc.constant('instruction.given' as const),
    instructionId: fc.constant(idOf(8)),
    incidentNumber: fc.string(),
    text: fc.string(),
    to: fc.constant({ org: '360731', name: '于都县' }),
    exercise: fc.boolean(),
    alsoReadBy: fc.constant(['org:360731']),
  }),
  fc.record({ ...entry, type: fc.constantFrom('instruction.acknowledged' as const), instructionId: fc.constant(idOf(8)) }),
  dispatchEvents(entry),
  fc.record({ type: fc.constant('incident.archived' as const), incidentId: ids }),
  fc.record({ ...entry, type: fc.constant('incident.received' as const), level: fc.constantFrom('county' as const, 'city' as const), at: fc.constant(NOW) }),
  fc.record({ ...entry, type: fc.constant('report.sent' as const), reportId: ids, kind: fc.constant('initial' as const), ordinal: n }),
  fc.record({
    ...entry,
    type: fc.constant('report.acknowledged' as const),
    reportId: ids,
    kind: fc.constant('initial' as const),
    ordinal: n,
    to: fc.constant({ level: 'city' as const }),
    at: fc.constant(NOW),
  }),
  fc.record({ ...entry, type: fc.constantFrom('report.lapsed' as const), rule: fc.constant('R04'), dueAt: fc.constant(NOW) }),
  fc.record({ type: fc.constant('rulebook.approved' as const), rulebookId: fc.constant('numbers' as const), version: n }),
  fc.record({
    type: fc.constant('organisation.added' as const),
    organisation: fc.record({ id: fc.constantFrom('a', 'b'), kind: fc.constant('team' as const), name: fc.string(), nameEn: fc.string() }),
  }),
  fc.record({ type: fc.constant('seat.granted' as const), userId: fc.string(), role: fc.constant('team' as const), org: fc.string() }),
  fc.record({ type: fc.constant('seat.revoked' as const), userId: fc.string(), reason: fc.constant('disabled' as const) }),
  // What a later version may have written.
  fc.record({ type: fc.constantFrom('incident.dreamt', 'from.the.future', '') }) as unknown as fc.Arbitrary<FenghuoEvent>,
);
const commits = fc.array(fc.array(events, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

function folded(history: readonly (readonly FenghuoEvent[])[], world = new LiveWorld()): LiveWorld {
  history.forEach((batch, i) => world.apply(i + 1, fold(world, { seq: i + 1, at: NOW, actor: SYSTEM, events: batch })));
  return world;
}
const contentOf = (world: LiveWorld) =>
  Object.fromEntries(
    world
      .kinds()
      .sort()
      .map((kind) => [kind, [...world.all(kind)].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  );

describe('evolve', () => {
  it('folds any history whatever it is about, and never throws', () => {
    fc.assert(
      fc.property(commits, (history) => void folded(history)),
      { numRuns: 300 },
    );
  });

  it('the same history gives the same world', () => {
    fc.assert(
      fc.property(commits, (history) => {
        expect(contentOf(folded(history))).toEqual(contentOf(folded(history)));
      }),
    );
  });

  it('every document carries the commit that last changed it and how many did', () => {
    fc.assert(
      fc.property(commits, (history) => {
        const world = folded(history);
        for (const kind of world.kinds()) {
          for (const { seq, rev, readers: rooms } of world.all(kind)) {
            expect(seq >= 1 && seq <= history.length && rev >= 1 && rev <= seq).toBe(true);
            expect(Array.isArray(rooms)).toBe(true);
          }
        }
      }),
    );
  });

  it('what it does not know changes nothing', () => {
    const world = folded([[{ type: 'from.the.future' } as unknown as FenghuoEvent]]);
    expect([world.seq, world.kinds()]).toEqual([1, []]);
  });

  it('an entry of an incident that is not here is kept as a note, and makes no incident', () => {
    const world = folded([[{ type: 'incident.noted', incidentId: idOf(1), n: 3, text: '…', readers: ['org:360731'] }]]);
    expect([world.size('incident'), world.get('note', `${idOf(1)}.3`)?.text]).toEqual([0, '…']);
  });
});
