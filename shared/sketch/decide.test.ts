import { describe, expect, it } from 'vitest';
import type { FenghuoEvent } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import type { Position } from './orders.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { aCordon, aFlood, aRoute, placeIn } from '#test/support/payloads.ts';
import { cityDuty, cityLeader, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader, WATER, YUDU, ZHANGGONG } from '#test/support/seats.ts';

const flood = past(yuduDuty, 'incident.log', aFlood());
const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }));
const closed = past(yuduDuty, 'incident.close', { incidentId: idOf(1), reason: '险情排除' }, { id: idOf(8) });
const ofFlood = { ...aCordon, incidentId: idOf(1) };
const cordon = past(yuduDuty, 'sketch.draw', ofFlood, { id: idOf(2) });
const route = past(yuduDuty, 'sketch.draw', aRoute, { id: idOf(2) });
const gone = past(yuduDuty, 'sketch.remove', { sketchId: idOf(2) }, { id: idOf(3) });
const sees = (seat: Seat, readers: readonly string[] = []): boolean => mayRead(new Set(seat.rooms), readers);
const square = [
  [115, 25],
  [115.1, 25],
  [115.1, 25.1],
  [115, 25.1],
] satisfies [Position, Position, Position, Position];

describe('a drawing of an incident', () => {
  it('is seen by whoever sees the incident and is an entry of its log', () => {
    const drawn = given(flood).when(yuduLeader, 'sketch.draw', ofFlood);
    drawn.expectEvents([{ type: 'sketch.drawn', entry: { incidentId: idOf(1), n: 2 }, exercise: false }]).expectRefs({ sketch: idOf(99), incident: idOf(1) });
    const incident = drawn.document('incident', idOf(1));
    expect(drawn.document('sketch')?.readers).toEqual(incident?.readers);
    expect(drawn.document('note', `${idOf(1)}.2`)).toMatchObject({ entry: 'sketch.drawn', text: '泄漏点', set: { sign: 'warning', radiusM: 500 } });
  });

  it('follows the incident to whoever sees it later, and to nobody else when it is restricted', () => {
    const moved = given(flood, cordon).when(cityDuty, 'incident.update', { incidentId: idOf(1), place: placeIn(ZHANGGONG) });
    const zhanggong = seatAt('county-duty', ZHANGGONG);
    expect(sees(zhanggong, moved.document('sketch', idOf(2))?.readers)).toBe(true);
    const restricted = given(flood, cordon).when(yuduDuty, 'incident.restrict', { incidentId: idOf(1), named: [], reason: '涉密' });
    expect(sees(seatAt('county-duty', YUDU, 'another'), restricted.document('sketch', idOf(2))?.readers)).toBe(false);
  });

  it('is a drill if the incident is one, and cannot be said to be otherwise', () => {
    const readers = given(drill).when(yuduDuty, 'sketch.draw', ofFlood).document('sketch')?.readers;
    expect(readers?.every((room) => room.startsWith('drill:'))).toBe(true);
    given(flood)
      .when(yuduDuty, 'sketch.draw', { ...ofFlood, exercise: true })
      .expectRefusal('invalid', 'exercise');
  });

  it('leaves what is active with the incident', () => {
    const archived = given(flood, cordon, closed).when(SYSTEM_SEAT, 'incident.archive', { incidentId: idOf(1) });
    expect(archived.document('sketch', idOf(2))).toBeUndefined();
  });

  it('is neither drawn nor changed once the incident is closed, but may be taken off the map', () => {
    given(flood, closed).when(yuduDuty, 'sketch.draw', ofFlood).expectRefusal('incident.closed');
    given(flood, cordon, closed)
      .when(yuduDuty, 'sketch.change', { sketchId: idOf(2), radiusM: 900 })
      .expectRefusal('incident.closed');
    given(flood, cordon, closed)
      .when(yuduDuty, 'sketch.remove', { sketchId: idOf(2) })
      .expectEvents([{ type: 'sketch.removed' }]);
  });

  it('does not exist for a seat that does not see the incident', () => {
    const elsewhere = seatAt('county-duty', '360733');
    given(flood).when(elsewhere, 'sketch.draw', ofFlood).expectRefusal('incident.unknown');
    given(flood, cordon)
      .when(elsewhere, 'sketch.remove', { sketchId: idOf(2) })
      .expectRefusal('sketch.unknown');
  });
});

describe('a drawing of no incident', () => {
  it('is seen where it was drawn and above, and by nobody beside', () => {
    const readers = given().when(yuduDuty, 'sketch.draw', aRoute).document('sketch')?.readers;
    expect([yuduLeader, cityDuty, seatAt('county-duty', ZHANGGONG), seatAt('department')].map((seat) => sees(seat, readers))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('in a drill is only in drill rooms', () => {
    const readers = given()
      .when(yuduDuty, 'sketch.draw', { ...aRoute, exercise: true })
      .document('sketch')?.readers;
    expect(readers?.filter((room) => !room.startsWith('drill:'))).toEqual([]);
  });

  it('by a department is seen by its region as well', () => {
    const water = {
      type: 'organisation.added',
      organisation: { id: WATER, kind: 'department', name: '水利局', nameEn: 'Water', parent: '360700', lines: ['N01'] },
    } satisfies FenghuoEvent;
    const readers = given(water).when(seatAt('department'), 'sketch.draw', aRoute).document('sketch')?.readers;
    expect([sees(cityDuty, readers), sees(yuduDuty, readers)]).toEqual([true, false]);
  });

  it('is archived by the clockwork after it was removed or has lapsed, and by nobody else', () => {
    const world = given(past(yuduDuty, 'sketch.draw', { ...aRoute, until: '2026-06-01T12:00:00+08:00' }, { id: idOf(2) }));
    const lapsing = world.world.get('sketch', idOf(2));
    expect(lapsing && dueOf('sketch', lapsing, { archiveAfterHours: 24, climbAfterMinutes: 15 })).toMatchObject([
      { rule: 'sketch.archive', at: '2026-06-02T04:00:00.000Z' },
    ]);
    const bound = given(flood, cordon).world.get('sketch', idOf(2));
    expect(bound && dueOf('sketch', bound, { archiveAfterHours: 24, climbAfterMinutes: 15 })).toEqual([]);
    given(route)
      .when(yuduDuty, 'sketch.archive', { sketchId: idOf(2) })
      .expectRefusal('not-permitted');
    expect(
      given(route, gone)
        .when(SYSTEM_SEAT, 'sketch.archive', { sketchId: idOf(2) })
        .document('sketch', idOf(2)),
    ).toBeUndefined();
  });
});

describe('who draws', () => {
  it.each(['village-reporter', 'team', 'neighbour', 'auditor', 'planner', 'administrator'] as const)('%s does not', (role) =>
    given().when(seatAt(role), 'sketch.draw', aRoute).expectRefusal('not-permitted'),
  );

  it('changes what its organisation or one below has drawn, not what one beside or above has', () => {
    const change = { sketchId: idOf(2), label: '改道' } as const;
    for (const seat of [yuduLeader, cityDuty, cityLeader])
      given(route)
        .when(seat, 'sketch.change', change)
        .expectEvents([{ drawing: { label: '改道' } }]);
    const above = past(cityDuty, 'sketch.draw', ofFlood, { id: idOf(2) });
    given(flood, above).when(seatAt('department', WATER), 'sketch.change', change).expectRefusal('not-permitted');
    // What belongs to Yudu's incident is Yudu's, whoever drew it.
    given(flood, above)
      .when(yuduDuty, 'sketch.change', change)
      .expectEvents([{ drawing: { label: '改道' } }]);
  });
});

describe('what is drawn', () => {
  const [a, b, c, d] = square;
  it.each([
    ['an area of two corners', { ...aRoute, shape: 'area' }, 'coordinates'],
    ['a route of one place', { ...aRoute, coordinates: [[115, 25]] }, 'coordinates'],
    ['a route of one place clicked twice', { ...aRoute, coordinates: [a, a] }, 'coordinates'],
    ['a point of many', { ...aRoute, shape: 'point' }, 'coordinates'],
    ['a cordon without a radius', { ...aCordon, radiusM: undefined }, 'radiusM'],
    ['a route with a radius', { ...aRoute, radiusM: 5 }, 'radiusM'],
    ['an area whose outline crosses itself', { ...aRoute, shape: 'area', coordinates: [a, c, b, d] }, 'coordinates'],
  ] as const)('%s is refused, and the field is named', (_, drawn, path) => {
    const payload = { ...drawn, coordinates: drawn.coordinates.map(([lng, lat]): [number, number] => [lng, lat]) };
    given().when(yuduDuty, 'sketch.draw', payload).expectRefusal('invalid', path);
  });

  it('is kept to a tenth of a metre, with instants in one form', () => {
    const drawn = given().when(yuduDuty, 'sketch.draw', {
      ...aRoute,
      shape: 'area',
      coordinates: [[115.00000049, 25], ...square.slice(1)],
      until: '2026-06-01T18:00:00+08:00',
    });
    expect(drawn.document('sketch')).toMatchObject({ coordinates: square, until: '2026-06-01T10:00:00.000Z', changes: 0 });
  });
});

describe('a change', () => {
  it('leaves the rest as it was and says who made it', () => {
    const changed = given(flood, cordon)
      .at('2026-06-01T11:00:00+08:00')
      .when(yuduLeader, 'sketch.change', { sketchId: idOf(2), radiusM: 800, seen: 0 });
    expect(changed.document('sketch', idOf(2))).toMatchObject({
      radiusM: 800,
      label: '泄漏点',
      changes: 1,
      by: { id: yuduDuty.actor.id },
      changedBy: { id: yuduLeader.actor.id },
      changedAt: '2026-06-01T03:00:00.000Z',
    });
  });

  it('takes an end away when it is given as none', () => {
    const ending = past(yuduDuty, 'sketch.draw', { ...aRoute, until: '2026-06-01T18:00:00+08:00' }, { id: idOf(2) });
    expect(
      given(ending)
        .when(yuduDuty, 'sketch.change', { sketchId: idOf(2), until: null })
        .document('sketch', idOf(2)),
    ).not.toHaveProperty('until');
  });

  it('of what somebody else changed meanwhile is refused', () => {
    const other = past(cityDuty, 'sketch.change', { sketchId: idOf(2), label: '市里改过' }, { id: idOf(4) });
    given(route, other)
      .when(yuduDuty, 'sketch.change', { sketchId: idOf(2), label: '县里再改', seen: 0 })
      .expectRefusal('stale', 'seen');
  });

  it('of nothing, or of what was removed, is refused', () => {
    given(route)
      .when(yuduDuty, 'sketch.change', { sketchId: idOf(2) })
      .expectRefusal('invalid');
    given(route, gone)
      .when(yuduDuty, 'sketch.change', { sketchId: idOf(2), label: '…' })
      .expectRefusal('sketch.removed');
    given(route, gone)
      .when(yuduDuty, 'sketch.remove', { sketchId: idOf(2) })
      .expectRefusal('sketch.removed');
  });
});
