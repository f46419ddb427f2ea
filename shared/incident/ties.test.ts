import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, ORGANISATIONS, seatAt, WATER, YUDU, yuduDuty, yuduLeader, ZHANGGONG, zhanggongDuty } from '#test/support/seats.ts';
import type { FenghuoEvent } from '#shared/catalogue.ts';
import { awaitsReceipt } from './handed.ts';

const [a, b, c] = [idOf(1), idOf(2), idOf(3)];
const places: FenghuoEvent[] = ORGANISATIONS.map(({ readers: _readers, seq: _seq, rev: _rev, ...organisation }) => ({
  type: 'organisation.added',
  organisation,
}));
const logged = past(yuduDuty, 'incident.log', aFlood(), { id: a });
const township = seatAt('township-duty');
const village = seatAt('village-reporter');
const fromVillage = past(village, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }), { id: a, at: '2026-06-01T01:40:00.000Z' });

describe('taking note of an incident', () => {
  it('whoever logs it knows of it since the call came in; the levels above do not yet', () => {
    const incident = given(logged).world.get('incident', a);
    expect(incident?.received).toMatchObject({ county: { at: NOW, by: { org: YUDU } } });
    expect(incident && [yuduDuty, cityDuty].map(({ actor }) => awaitsReceipt(incident, actor))).toEqual([false, true]);
  });

  it('is said once a level, with the time that is claimed, and is an entry', () => {
    const taken = given(fromVillage).when(township, 'incident.receive', { incidentId: a, receivedAt: '2026-06-01T09:45:00+08:00' });
    taken.expectEvents([{ type: 'incident.received', n: 2, level: 'township', at: '2026-06-01T01:45:00.000Z' }]);
    expect(taken.document('incident', a)?.received).toMatchObject({ village: {}, township: { at: '2026-06-01T01:45:00.000Z' } });
    given(logged).when(yuduDuty, 'incident.receive', { incidentId: a }).expectRefusal('incident.received');
  });

  it('is for duty offices, not for leaders and auditors, and not in the future', () => {
    for (const seat of [cityLeader, seatAt('auditor')]) given(logged).when(seat, 'incident.receive', { incidentId: a }).expectRefusal('not-permitted');
    given(logged).when(cityDuty, 'incident.receive', { incidentId: a, receivedAt: '2026-06-02T00:00:00Z' }).expectRefusal('invalid', 'receivedAt');
  });
});

describe('a part of something larger', () => {
  const storm = past(cityDuty, 'incident.log', aFlood({ typeCode: 'N02.2', place: placeIn('360700') }), { id: b });
  const linked = past(cityDuty, 'incident.link', { incidentId: a, parentIncidentId: b }, { id: idOf(4) });

  it('the part names the whole, and the whole its parts', () => {
    const { world } = given(logged, storm, linked);
    expect(world.get('incident', a)).toMatchObject({ parentId: b, entries: 2 });
    expect(world.get('incident', b)?.children).toEqual([a]);
  });

  it('has one whole, and never a circle', () => {
    const third = past(cityDuty, 'incident.log', aFlood(), { id: c });
    const further = past(cityDuty, 'incident.link', { incidentId: b, parentIncidentId: c }, { id: idOf(5) });
    const world = given(logged, storm, third, linked, further);
    world.when(cityDuty, 'incident.link', { incidentId: a, parentIncidentId: c }).expectRefusal('incident.linked');
    world.when(cityDuty, 'incident.link', { incidentId: c, parentIncidentId: a }).expectRefusal('incident.circle', 'parentIncidentId');
    world.when(cityDuty, 'incident.link', { incidentId: c, parentIncidentId: c }).expectRefusal('incident.circle');
  });

  it('is separated again, and shows nothing downward', () => {
    const separated = given(logged, storm, linked).when(cityDuty, 'incident.unlink', { incidentId: a, reason: '无关' });
    expect(separated.document('incident', a)).not.toHaveProperty('parentId');
    given(logged, storm, linked).when(yuduDuty, 'incident.note', { incidentId: b, text: '…' }).expectRefusal('incident.unknown');
    given(logged).when(cityDuty, 'incident.unlink', { incidentId: a, reason: '…' }).expectRefusal('incident.not-linked');
  });

  it('what is real is no part of a drill', () => {
    const drill = past(cityDuty, 'incident.log', aFlood({ exercise: true }), { id: b });
    given(logged, drill).when(cityDuty, 'incident.link', { incidentId: a, parentIncidentId: b }).expectRefusal('incident.other-mode');
  });
});

describe('transfer', () => {
  const moved = past(yuduDuty, 'incident.transfer', { incidentId: a, to: ZHANGGONG, reason: '不属本县' }, { id: idOf(4) });

  it('makes the other organisation answerable and lets it see; whoever had it keeps sight', () => {
    const incident = given(...places, logged, moved).world.get('incident', a);
    expect(incident).toMatchObject({ org: ZHANGGONG, transfers: [{ from: YUDU, to: ZHANGGONG, reason: '不属本县' }] });
    expect(incident?.readers).toEqual(expect.arrayContaining([`org:${YUDU}`, `org:${ZHANGGONG}`]));
    expect(given(...places, logged, moved).world.get('note', `${a}.1`)?.readers).toContain(`org:${ZHANGGONG}`);
  });

  it('waits for the new owner to take note, which can not refuse but hand on', () => {
    const after = given(...places, logged, moved);
    const incident = after.world.get('incident', a);
    expect(incident && awaitsReceipt(incident, zhanggongDuty.actor)).toBe(true);
    const taken = after.when(zhanggongDuty, 'incident.receive', { incidentId: a }).document('incident', a);
    expect(taken && awaitsReceipt(taken, zhanggongDuty.actor)).toBe(false);
    expect(taken?.received?.county?.by.org).toBe(YUDU);
    after.when(zhanggongDuty, 'incident.transfer', { incidentId: a, to: WATER, reason: '水利职责' }).expectEvents([{ from: ZHANGGONG, to: WATER }]);
    after.when(yuduDuty, 'incident.transfer', { incidentId: a, to: YUDU, reason: '…' }).expectRefusal('not-permitted');
  });

  it('goes to who can be answerable, and not to its owner', () => {
    for (const to of ['blue-sky', '441600', 'nobody'])
      given(...places, logged)
        .when(yuduDuty, 'incident.transfer', { incidentId: a, to, reason: '…' })
        .expectRefusal('organisation.unknown', 'to');
    given(...places, logged)
      .when(yuduDuty, 'incident.transfer', { incidentId: a, to: YUDU, reason: '…' })
      .expectRefusal('invalid', 'to');
    given(...places, logged)
      .when(yuduLeader, 'incident.transfer', { incidentId: a, to: ZHANGGONG, reason: '…' })
      .expectRefusal('not-permitted');
  });
});

describe('skipping a level', () => {
  it('a township or a village reports straight to the city, and the county sees it all the same', () => {
    const incident = given(fromVillage).when(township, 'incident.escalate', { incidentId: a, reason: '桥断路断' }).document('incident', a);
    expect(incident?.skipLevel).toMatchObject({ to: 'city', from: 'township', org: GONGJIANG, reason: '桥断路断' });
    expect(incident?.readers).toEqual(expect.arrayContaining([`org:${YUDU}`, 'org:360700']));
    const straight = given()
      .when(village, 'incident.log', aFlood({ place: placeIn(GONGJIANG), skipTo: 'city' }))
      .document('incident');
    expect(straight?.skipLevel).toMatchObject({ to: 'city', from: 'village' });
  });

  it('a county has no level to skip, and it is said once', () => {
    given(logged).when(yuduDuty, 'incident.escalate', { incidentId: a, reason: '…' }).expectRefusal('not-permitted');
    given()
      .when(yuduDuty, 'incident.log', aFlood({ skipTo: 'city' }))
      .expectRefusal('not-permitted', 'skipTo');
    const skipped = past(township, 'incident.escalate', { incidentId: a, reason: '…' }, { id: idOf(4) });
    given(fromVillage, skipped).when(township, 'incident.escalate', { incidentId: a, reason: '…' }).expectRefusal('incident.escalated');
  });
});
