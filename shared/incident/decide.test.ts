import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, seatAt, SYSTEM_SEAT, VILLAGE, YUDU, yuduDuty, yuduLeader, ZHANGGONG, zhanggongDuty } from '#test/support/seats.ts';
import type { Role } from '#shared/seat.ts';

const incidentId = idOf(1);
const logged = past(yuduDuty, 'incident.log', aFlood());
const closed = past(yuduDuty, 'incident.close', { incidentId, reason: '险情排除' }, { id: idOf(2) });
const social = past(yuduDuty, 'incident.log', aFlood({ typeCode: 'S01' }));

describe('logging an incident', () => {
  it('whoever is on duty, a village reporter and a department may log; nobody else', () => {
    const loggers: Role[] = ['village-reporter', 'township-duty', 'county-duty', 'city-duty', 'department'];
    const others: Role[] = ['county-leader', 'city-leader', 'team', 'neighbour', 'auditor', 'planner', 'administrator'];
    for (const role of loggers)
      given()
        .when(seatAt(role), 'incident.log', aFlood())
        .expectEvents([{ type: 'incident.logged' }]);
    for (const role of others) given().when(seatAt(role), 'incident.log', aFlood()).expectRefusal('not-permitted');
  });

  it('the incident takes the id of its order', () => {
    given()
      .when(yuduDuty, 'incident.log', aFlood(), idOf(7))
      .expectRefs({ incident: idOf(7) })
      .expectEvents([{ incidentId: idOf(7), n: 1 }]);
  });

  it('a figure that nobody gave is absent, not 0', () => {
    const incident = given()
      .when(yuduDuty, 'incident.log', aFlood({ casualties: { dead: 0 } }))
      .document('incident');
    expect(incident?.casualties).toEqual({ dead: 0 });
    expect(given().when(yuduDuty, 'incident.log', aFlood()).document('incident')?.casualties).toEqual({});
  });

  it('three times are kept apart, in UTC, and the call came in when the order did unless it says otherwise', () => {
    given()
      .when(yuduDuty, 'incident.log', aFlood({ occurredAt: '2026-06-01T09:00:00+08:00', discoveredAt: '2026-06-01T09:20:00+08:00' }))
      .expectEvents([{ occurredAt: '2026-06-01T01:00:00.000Z', discoveredAt: '2026-06-01T01:20:00.000Z', receivedAt: NOW }]);
    given()
      .when(yuduDuty, 'incident.log', aFlood({ receivedAt: '2026-06-01T09:30:00+08:00' }))
      .expectEvents([{ receivedAt: '2026-06-01T01:30:00.000Z' }]);
  });

  it('a time that has not come yet is refused and named; a clock a few minutes fast is not', () => {
    given()
      .when(yuduDuty, 'incident.log', aFlood({ occurredAt: '2026-06-01T02:10:01Z' }))
      .expectRefusal('invalid', 'occurredAt');
    given()
      .when(yuduDuty, 'incident.log', aFlood({ receivedAt: '2026-06-02T00:00:00Z' }))
      .expectRefusal('invalid', 'receivedAt');
    given()
      .when(yuduDuty, 'incident.log', aFlood({ occurredAt: '2026-06-01T02:10:00Z' }))
      .expectEvents([{ type: 'incident.logged' }]);
  });

  it('an old administrative code becomes the one in force', () => {
    given()
      .when(cityDuty, 'incident.log', aFlood({ place: placeIn('360721101') }))
      .expectEvents([{ place: { adcode: '360704101' } }]);
  });

  it('is numbered by day, and a drill apart with another prefix', () => {
    const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }), { id: idOf(5) });
    given(logged, drill)
      .when(yuduDuty, 'incident.log', aFlood())
      .expectEvents([{ number: 'GZ20260601-0002' }]);
    given(logged, drill)
      .when(yuduDuty, 'incident.log', aFlood({ exercise: true }))
      .expectEvents([{ number: 'YL20260601-0002' }]);
    given(logged)
      .at('2026-06-01T16:00:00Z')
      .when(yuduDuty, 'incident.log', aFlood())
      .expectEvents([{ number: 'GZ20260602-0001' }]);
  });

  it('a drill has drill rooms only, a real incident none', () => {
    const drill = given()
      .when(yuduDuty, 'incident.log', aFlood({ exercise: true }))
      .document('incident');
    const real = given().when(yuduDuty, 'incident.log', aFlood()).document('incident');
    expect(drill?.readers.every((room) => room.startsWith('drill:'))).toBe(true);
    expect(real?.readers.some((room) => room.startsWith('drill:'))).toBe(false);
    expect(drill?.readers).toHaveLength(real?.readers.length ?? -1);
  });
});

describe('what happens to an incident', () => {
  it('one that a seat may not see is refused in the words of one that is not there', () => {
    const orders = ['incident.note', 'incident.update', 'incident.assess', 'incident.close'] as const;
    const payloads = {
      'incident.note': { text: '…' },
      'incident.update': { title: '…' },
      'incident.assess': { severity: 4, basis: '…' },
      'incident.close': { reason: '…' },
    } as const;
    for (const type of orders) {
      given(logged)
        .when(zhanggongDuty, type, { incidentId, ...payloads[type] } as never)
        .expectRefusal('incident.unknown', 'incidentId');
      given()
        .when(yuduDuty, type, { incidentId, ...payloads[type] } as never)
        .expectRefusal('incident.unknown', 'incidentId');
    }
  });

  it('entries are numbered without a gap, each with a note of its own', () => {
    const note = past(yuduDuty, 'incident.note', { incidentId, text: '转移 20 人' }, { id: idOf(2) });
    const third = given(logged, note).when(cityDuty, 'incident.note', { incidentId, text: '已知悉' });
    third.expectRefs({ incident: incidentId, note: `${incidentId}.3` });
    expect(third.document('incident', incidentId)).toMatchObject({ entries: 3, lastEntryAt: NOW, rev: 3 });
  });

  it('a leader notes, and a team, a neighbour, an auditor and a planner do not', () => {
    given(logged)
      .when(yuduLeader, 'incident.note', { incidentId, text: '…' })
      .expectEvents([{ type: 'incident.noted' }]);
    for (const role of ['auditor', 'planner'] as const)
      given(logged).when(seatAt(role), 'incident.note', { incidentId, text: '…' }).expectRefusal('not-permitted');
  });

  it("a note keeps the author's time beside the server's", () => {
    const note = given(logged).when(yuduDuty, 'incident.note', { incidentId, text: '…', at: '2026-06-01T09:00:00+08:00' }).document('note', `${incidentId}.2`);
    expect(note).toMatchObject({ claimedAt: '2026-06-01T01:00:00.000Z', at: NOW });
    given(logged).when(yuduDuty, 'incident.note', { incidentId, text: '…', at: '2026-06-02T00:00:00Z' }).expectRefusal('invalid', 'at');
  });

  it('only what is given changes, figures one by one', () => {
    const hurt = past(yuduDuty, 'incident.log', aFlood({ casualties: { dead: 1, missing: 3 } }));
    const updated = given(hurt).when(yuduDuty, 'incident.update', { incidentId, casualties: { missing: 2 } });
    updated.expectEvents([{ set: { casualties: { missing: 2 } } }]);
    expect(updated.document('incident', incidentId)).toMatchObject({ casualties: { dead: 1, missing: 2 }, title: '梅江水位上涨' });
  });

  it('an update of nothing is refused, and so is one by a leader or a village reporter', () => {
    given(logged).when(yuduDuty, 'incident.update', { incidentId }).expectRefusal('invalid');
    given(logged).when(yuduLeader, 'incident.update', { incidentId, title: '…' }).expectRefusal('not-permitted');
    const reported = past(seatAt('village-reporter'), 'incident.log', aFlood({ place: placeIn(VILLAGE) }));
    given(reported).when(seatAt('village-reporter'), 'incident.update', { incidentId, title: '…' }).expectRefusal('not-permitted');
  });

  it('whoever saw an incident goes on seeing it after it has moved, and its new place sees it too', () => {
    const moved = given(logged)
      .when(cityDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) })
      .document('incident', incidentId);
    expect(moved?.readers).toEqual(expect.arrayContaining([`org:${YUDU}`, `org:${ZHANGGONG}`, `line:${ZHANGGONG}:N01`]));
  });

  it('a drill that moves stays in drill rooms', () => {
    const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    const moved = given(drill)
      .when(cityDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) })
      .document('incident', incidentId);
    expect(moved?.readers.filter((room) => !room.startsWith('drill:'))).toEqual([]);
    expect(moved?.exercise).toBe(true);
  });
});

describe('the level of an incident', () => {
  it('duty proposes, a county leader sets III and IV, a city leader any', () => {
    const assess = (severity: 1 | 2 | 3 | 4 | null) => ({ incidentId, severity, basis: '《条例》' });
    given(logged)
      .when(yuduDuty, 'incident.assess', assess(1))
      .expectEvents([{ standing: 'proposed', severity: 1 }]);
    for (const severity of [3, 4, null] as const)
      given(logged)
        .when(yuduLeader, 'incident.assess', assess(severity))
        .expectEvents([{ standing: 'set' }]);
    for (const severity of [1, 2] as const) given(logged).when(yuduLeader, 'incident.assess', assess(severity)).expectRefusal('not-permitted');
    given(logged)
      .when(cityLeader, 'incident.assess', assess(1))
      .expectEvents([{ standing: 'set', severity: 1 }]);
    given(logged).when(seatAt('auditor'), 'incident.assess', assess(4)).expectRefusal('not-permitted');
  });

  it('a social-security event has none (ERL art. 3), and one that was given can be taken back', () => {
    given(social).when(cityLeader, 'incident.assess', { incidentId, severity: 2, basis: '…' }).expectRefusal('not-permitted');
    given(social)
      .when(cityLeader, 'incident.assess', { incidentId, severity: null, basis: '…' })
      .expectEvents([{ severity: null }]);
  });
});

describe('closing', () => {
  it('a closed incident is not changed, assessed or closed again', () => {
    const after = given(logged, closed);
    after.when(yuduDuty, 'incident.update', { incidentId, title: '…' }).expectRefusal('incident.closed');
    after.when(yuduDuty, 'incident.assess', { incidentId, severity: 4, basis: '…' }).expectRefusal('incident.closed');
    after.when(yuduDuty, 'incident.close', { incidentId, reason: '…' }).expectRefusal('incident.closed');
  });

  it('late news is noted on a closed incident, which stays closed', () => {
    const noted = given(logged, closed).when(yuduDuty, 'incident.note', { incidentId, text: '又一人获救' });
    expect(noted.document('incident', incidentId)).toMatchObject({ status: 'closed', entries: 3 });
  });

  it('a village reporter and a department do not close', () => {
    const reported = past(seatAt('village-reporter'), 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    given(reported).when(seatAt('village-reporter'), 'incident.close', { incidentId, reason: '…' }).expectRefusal('not-permitted');
    given(logged).when(seatAt('department'), 'incident.close', { incidentId, reason: '…' }).expectRefusal('not-permitted');
  });

  it('only the system archives, and only what is closed', () => {
    given(logged, closed).when(cityLeader, 'incident.archive', { incidentId }).expectRefusal('not-permitted');
    given(logged).when(SYSTEM_SEAT, 'incident.archive', { incidentId }).expectRefusal('incident.not-closed');
    given(logged, closed)
      .when(SYSTEM_SEAT, 'incident.archive', { incidentId })
      .expectEvents([{ type: 'incident.archived' }]);
  });

  it('what is archived leaves the world with its notes', () => {
    const { world } = given(logged, closed, past(SYSTEM_SEAT, 'incident.archive', { incidentId }, { id: idOf(3) }));
    expect([world.size('incident'), world.size('note'), world.size('counter')]).toEqual([0, 0, 1]);
  });
});
