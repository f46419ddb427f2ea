import { describe, expect, it } from 'vitest';
import { commit, given, idOf, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, seatAt, YUDU, yuduDuty, yuduLeader, ZHANGGONG, zhanggongDuty } from '#test/support/seats.ts';
import { shownTo } from '#shared/feed.ts';
import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import { noteId } from './state.ts';

const incidentId = idOf(1);
const logged = past(yuduDuty, 'incident.log', aFlood({ typeCode: 'S08' }));
const noted = past(yuduDuty, 'incident.note', { incidentId, text: '网传溃坝' }, { id: idOf(2) });
const named = seatAt('department', 'water-bureau', 'li');
const restricted = past(yuduLeader, 'incident.restrict', { incidentId, named: ['li'], reason: '涉密' }, { id: idOf(3) });
const sees = (seat: Seat, readers: readonly string[] | undefined): boolean => mayRead(new Set(seat.rooms), readers ?? []);

describe('a restricted incident', () => {
  it('is seen by those named, who logged and who restricted it, and the leaders answerable for it', () => {
    const incident = given(logged, restricted).world.get('incident', incidentId);
    for (const seat of [named, yuduDuty, yuduLeader, cityLeader]) expect(sees(seat, incident?.readers), seat.actor.id).toBe(true);
    const others = [seatAt('county-duty', YUDU, 'another'), cityDuty, seatAt('auditor'), seatAt('planner'), seatAt('county-leader', ZHANGGONG), zhanggongDuty];
    for (const seat of others) expect(sees(seat, incident?.readers), seat.actor.id).toBe(false);
    expect(incident?.sensitive).toMatchObject({ reason: '涉密', named: ['li'], by: { id: yuduLeader.actor.id } });
  });

  it('takes its log along, what was written before included', () => {
    const { world } = given(logged, noted, restricted);
    const incident = world.get('incident', incidentId);
    for (const n of [1, 2, 3]) expect(world.get('note', noteId(incidentId, n))?.readers).toEqual(incident?.readers);
  });

  it('does not exist for whoever has lost it', () => {
    given(logged, restricted).when(cityDuty, 'incident.note', { incidentId, text: '…' }).expectRefusal('incident.unknown');
  });

  it('stays so when it moves, and names others when it is restricted again', () => {
    const { world } = given(logged, restricted, past(yuduDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) }, { id: idOf(4) }));
    expect(sees(zhanggongDuty, world.get('incident', incidentId)?.readers)).toBe(false);
    const again = past(yuduLeader, 'incident.restrict', { incidentId, named: [cityDuty.actor.id], reason: '换人' }, { id: idOf(5) });
    const incident = given(logged, restricted, again).world.get('incident', incidentId);
    expect([sees(cityDuty, incident?.readers), sees(named, incident?.readers)]).toEqual([true, false]);
  });

  it('is given back to all who saw it, and to whoever is concerned by now', () => {
    const moved = past(yuduDuty, 'incident.update', { incidentId, place: placeIn(ZHANGGONG) }, { id: idOf(4) });
    const again = past(yuduLeader, 'incident.restrict', { incidentId, named: [], reason: '换人' }, { id: idOf(5) });
    const released = past(yuduLeader, 'incident.release', { incidentId, reason: '已公开' }, { id: idOf(6) });
    const { world } = given(logged, noted, restricted, moved, again, released);
    const incident = world.get('incident', incidentId);
    for (const seat of [cityDuty, zhanggongDuty, seatAt('county-duty', YUDU, 'another')]) expect(sees(seat, incident?.readers)).toBe(true);
    expect(incident).not.toHaveProperty('sensitive');
    for (const n of [1, 2, 3, 4, 5, 6]) expect(sees(zhanggongDuty, world.get('note', noteId(incidentId, n))?.readers)).toBe(true);
  });

  it('of a drill stays in drill rooms', () => {
    const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    const incident = given(drill, restricted).world.get('incident', incidentId);
    expect(incident?.readers.every((room) => room.startsWith('drill:'))).toBe(true);
  });

  it('tells those who help from outside neither why nor who else was named', () => {
    const incident = given(logged, restricted).world.get('incident', incidentId);
    expect(incident && shownTo('team', 'incident', incident)).not.toHaveProperty('sensitive');
  });
});

describe('who restricts and releases', () => {
  const order = { incidentId, named: [], reason: '涉密' };

  it('duty officers and leaders of the organisation whose incident it is, and of those above', () => {
    for (const seat of [yuduDuty, yuduLeader, cityDuty, cityLeader])
      given(logged)
        .when(seat, 'incident.restrict', order)
        .expectEvents([{ type: 'incident.restricted' }]);
    given(logged).when(seatAt('auditor'), 'incident.restrict', order).expectRefusal('not-permitted');
    const inTown = past(yuduDuty, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    given(inTown).when(seatAt('township-duty'), 'incident.restrict', order).expectRefusal('not-permitted');
    const byDepartment = past(seatAt('department'), 'incident.log', aFlood());
    given(byDepartment)
      .when(yuduDuty, 'incident.restrict', order)
      .expectEvents([{ type: 'incident.restricted' }]);
  });

  it('only what is restricted is released, by the same', () => {
    given(logged).when(yuduDuty, 'incident.release', { incidentId, reason: '…' }).expectRefusal('incident.not-restricted');
    given(logged, restricted).when(named, 'incident.release', { incidentId, reason: '…' }).expectRefusal('not-permitted');
  });

  it('an event of a log that is not here changes nothing else', () => {
    const { world } = given();
    commit(world, [{ type: 'incident.released', incidentId, n: 4, reason: '…', readers: ['org:360731'] }]);
    expect([world.size('incident'), world.size('note')]).toEqual([0, 1]);
  });
});
