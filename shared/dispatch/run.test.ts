import { describe, expect, it } from 'vitest';
import { idOf, NOW, past } from '#test/support/given.ts';
import {
  ANNE,
  BEN,
  BLUE,
  CARL,
  assigned,
  at,
  blue,
  debriefed,
  dispatchId,
  dueFor,
  enRoute,
  incidentId,
  listed,
  missionOf,
  order,
  released,
  returned,
  scene,
  there,
  working,
} from '#test/support/mission-scene.ts';
import { aFlood } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';
import { hoursWorked } from './fatigue.ts';

describe('a mission', () => {
  it('goes from its acceptance to the debriefing, with the time of each step', () => {
    const mission = missionOf(listed, enRoute, there, assigned, working, released, returned, debriefed);
    const states = ['offered', 'accepted', 'en_route', 'checked_in', 'assigned', 'working', 'released', 'returned', 'debriefed'];
    expect(mission?.steps.map(({ state }) => state)).toEqual(states);
    expect(mission).toMatchObject({ state: 'debriefed', zone: 'B', etaAt: at(50), hours: [{ memberId: ANNE, hours: 9 }, {}], damage: [{ what: '冲锋舟' }] });
    expect(mission && hoursWorked(mission, at(700))).toBe(650 / 60);
  });

  it('does not jump: what does not follow is refused with what is so', () => {
    scene().when(blue, 'dispatch.progress', { dispatchId, status: 'working' }).expectRefusal('mission.state', 'dispatchId');
    scene(enRoute).when(blue, 'dispatch.progress', { dispatchId, status: 'en_route' }).expectRefusal('mission.state');
    scene().when(yuduDuty, 'dispatch.assign', { dispatchId, teamId: BLUE, zone: 'B', task: '…' }).expectRefusal('mission.state');
    scene(listed, there)
      .when(blue, 'dispatch.debrief', { dispatchId, hours: [{ memberId: ANNE, hours: 1 }] })
      .expectRefusal('mission.state');
  });

  it('is told of by the team alone, and led by who dispatches', () => {
    scene().when(yuduDuty, 'dispatch.progress', { dispatchId, status: 'en_route' }).expectRefusal('not-permitted');
    scene(listed, there).when(blue, 'dispatch.assign', { dispatchId, teamId: BLUE, zone: 'B', task: '…' }).expectRefusal('not-permitted');
    scene().when(zhanggongDuty, 'dispatch.release', { dispatchId }).expectRefusal('dispatch.unknown');
  });

  it('is over for a team that goes home unreleased, and it is seen that nobody let it go', () => {
    const { world } = scene(listed, there, past(blue, 'dispatch.progress', { dispatchId, status: 'returned' }, order(10, 90)));
    expect(world.get('mission', `${dispatchId}.${BLUE}`)?.steps.map(({ state }) => state)).not.toContain('released');
    expect(world.get('dispatch', dispatchId)?.state).toBe('closed');
  });
});

describe('the mission list', () => {
  it('names insured members of the team and nobody else', () => {
    expect(missionOf(listed)?.members).toEqual([
      { memberId: ANNE, name: '张**' },
      { memberId: BEN, name: '李*' },
    ]);
    scene()
      .when(blue, 'dispatch.roster', { dispatchId, members: [ANNE, CARL] })
      .expectRefusal('team.uninsured', `members.${CARL}`);
    scene()
      .when(blue, 'dispatch.roster', { dispatchId, members: [idOf(104)] })
      .expectRefusal('mission.unlisted', `members.${idOf(104)}`);
  });

  it('is what the gate goes by: whoever is not on it does not pass', () => {
    scene(listed)
      .when(yuduDuty, 'dispatch.check-in', { dispatchId, teamId: BLUE, members: [ANNE, CARL] })
      .expectRefusal('mission.unlisted', `members.${CARL}`);
    const gate = scene(listed).when(yuduDuty, 'dispatch.check-in', { dispatchId, teamId: BLUE, members: [ANNE] });
    expect(gate.document('mission', `${dispatchId}.${BLUE}`)).toMatchObject({ state: 'checked_in', present: [ANNE], checkedInBy: 'gate' });
  });

  it('is checked in by the team with the code of the zone alone', () => {
    scene(listed)
      .when(blue, 'dispatch.check-in', { dispatchId, code: '000000', members: [ANNE] })
      .expectRefusal('dispatch.code', 'code');
    expect(missionOf(listed, there)).toMatchObject({ state: 'checked_in', present: [ANNE, BEN], checkedInBy: 'code' });
  });

  it('is whose hours count', () => {
    scene(listed, there, released, returned)
      .when(blue, 'dispatch.debrief', { dispatchId, hours: [{ memberId: CARL, hours: 4 }] })
      .expectRefusal('mission.unlisted', `hours.${CARL}`);
  });
});

describe('people in danger', () => {
  const missed = past(SYSTEM_SEAT, 'dispatch.welfare-missed', { dispatchId, teamId: BLUE, since: at(60) }, order(20, 90));

  it('say that they are well; when they do not, the officer is told, once', () => {
    expect(dueFor(listed, there, assigned)).toMatchObject([{ at: at(90), order: { payload: { since: at(60) } } }]);
    expect(missionOf(listed, there, assigned, missed)?.welfare).toEqual({ everyMinutes: 30, lastAt: at(60), missedAt: at(90) });
    expect(dueFor(listed, there, assigned, missed)).toEqual([]);
    const { world } = scene(listed, there, assigned, missed);
    expect(world.get('note', `${incidentId}.6`)).toMatchObject({ entry: 'dispatch.welfare-missed', set: { teams: [BLUE] } });
  });

  it('are asked anew from when they said so, and no more when they are let go', () => {
    const well = past(blue, 'dispatch.welfare', { dispatchId, text: '全员安全' }, order(21, 95));
    expect(missionOf(listed, there, assigned, missed, well)?.welfare).toEqual({ everyMinutes: 30, lastAt: at(95) });
    expect(dueFor(listed, there, assigned, missed, well)).toMatchObject([{ at: at(125) }]);
    expect(dueFor(listed, there, assigned, released)).toEqual([]);
    const late = { dispatchId, teamId: BLUE, since: at(60) };
    scene(listed, there, assigned, missed, well).when(SYSTEM_SEAT, 'dispatch.welfare-missed', late).expectRefusal('mission.state');
  });
});

describe('where people are', () => {
  it('is shared during a mission alone, until it is switched off or they are home', () => {
    const on = past(blue, 'dispatch.share', { dispatchId, on: true }, order(30));
    expect(missionOf(on)?.sharingSince).toBe(NOW);
    expect(missionOf(on, past(blue, 'dispatch.share', { dispatchId, on: false }, order(31)))?.sharingSince).toBeUndefined();
    expect(missionOf(listed, on, there, released, returned)?.sharingSince).toBeUndefined();
    scene(listed, there, released, returned).when(blue, 'dispatch.share', { dispatchId, on: true }).expectRefusal('mission.state');
  });
});

describe('a certificate of service', () => {
  const code = '0123456789ABCDEF';
  const history = [listed, there, released, returned, debriefed];

  it('is for whoever has hours, once they are told', () => {
    const made = scene(...history).when(blue, 'dispatch.certify', { dispatchId, teamId: BLUE, memberId: ANNE, code });
    expect(made.document('mission', `${dispatchId}.${BLUE}`)?.certificates).toEqual([{ memberId: ANNE, code, at: NOW }]);
    scene(listed, there).when(blue, 'dispatch.certify', { dispatchId, teamId: BLUE, memberId: ANNE, code }).expectRefusal('mission.state');
    scene(...history)
      .when(blue, 'dispatch.certify', { dispatchId, teamId: BLUE, memberId: CARL, code })
      .expectRefusal('mission.unlisted', 'memberId');
  });
});

describe('an incident whose teams are out', () => {
  it('is closed by a leader for a reason alone, and archived by nobody before they are home', () => {
    scene().when(yuduDuty, 'incident.close', { incidentId, reason: '…' }).expectRefusal('incident.obligations-open', `dispatch/${dispatchId}`);
    const closed = past(yuduLeader, 'incident.close', { incidentId, reason: '…', override: '…' }, order(60));
    scene(closed).when(SYSTEM_SEAT, 'incident.archive', { incidentId }).expectRefusal('incident.obligations-open');
    const { world } = scene(listed, there, closed, released, returned, past(SYSTEM_SEAT, 'incident.archive', { incidentId }, order(61)));
    expect([world.size('mission'), world.size('dispatch')]).toEqual([0, 0]);
  });
});

describe('records of the same that are merged', () => {
  it('go on with their dispatches: nobody on the way is lost', () => {
    const other = past(yuduDuty, 'incident.log', aFlood({ title: '同一险情' }), { id: idOf(50) });
    const merge = past(yuduDuty, 'incident.merge', { incidentId, intoIncidentId: idOf(50), reason: '同一事件' }, { id: idOf(51) });
    const { world } = scene(other, merge);
    expect(world.get('mission', `${dispatchId}.${BLUE}`)?.incidentId).toBe(idOf(50));
    expect(world.get('incident', idOf(50))?.holds).toEqual(expect.arrayContaining([`dispatch/${dispatchId}`, `mission/${dispatchId}.${BLUE}`]));
    expect(world.get('incident', incidentId)?.holds).toEqual([]);
    scene(other, merge)
      .when(blue, 'dispatch.progress', { dispatchId, status: 'en_route' })
      .expectEvents([{ incidentId: idOf(50) }]);
  });
});

describe('what only the clockwork orders', () => {
  it('is refused to everybody else', () => {
    const due = scene();
    due.when(yuduDuty, 'dispatch.escalate', { dispatchId, teamId: BLUE, answerBy: at(10) }).expectRefusal('not-permitted');
    due.when(yuduDuty, 'dispatch.lapse', { dispatchId, acceptBy: at(30) }).expectRefusal('not-permitted');
    due.when(yuduDuty, 'dispatch.welfare-missed', { dispatchId, teamId: BLUE, since: NOW }).expectRefusal('not-permitted');
  });
});
