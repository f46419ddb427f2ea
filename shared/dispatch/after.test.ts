import { describe, expect, it } from 'vitest';
import { given, past } from '#test/support/given.ts';
import {
  ANNE,
  BEN,
  BLUE,
  PEOPLE,
  accepted,
  assigned,
  blue,
  debriefed,
  dispatchId,
  enRoute,
  incidentId,
  listed,
  order,
  released,
  returned,
  scene,
  there,
  working,
} from '#test/support/mission-scene.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import { aMember, aTeam } from '#test/support/teams.ts';

describe('a forest fire', () => {
  const [FIRST, ...rest] = accepted;
  const fire = past(yuduDuty, 'incident.log', aFlood({ typeCode: 'N06' }), { id: incidentId });
  const young = (minorUntil: string) => aMember(ANNE, BLUE, { minorUntil });

  it('is no place for minors and for whoever is marked so; a flood is decided by the team', () => {
    const roster = { dispatchId, members: [ANNE] };
    const path = `members.${ANNE}`;
    const refs = { dispatch: dispatchId, incident: incidentId };
    for (const member of [young('2026-06-02'), aMember(ANNE, BLUE, { notForFire: true })]) {
      given(aTeam(BLUE), member, fire, ...rest)
        .when(blue, 'dispatch.roster', roster)
        .expectRefusal('member.not-for-fire', path);
      if (FIRST)
        given(aTeam(BLUE), member, FIRST, ...rest)
          .when(blue, 'dispatch.roster', roster)
          .expectRefs(refs);
    }
    given(aTeam(BLUE), young('2026-06-01'), fire, ...rest)
      .when(blue, 'dispatch.roster', roster)
      .expectRefs(refs);
  });
});

describe('after a mission', () => {
  const done = [listed, enRoute, there, assigned, working, released, returned];
  const again = past(blue, 'dispatch.debrief', { dispatchId, hours: [{ memberId: ANNE, hours: 10 }] }, order(12, 710));
  const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }), { id: incidentId });

  it('hours are summed for each person and for the team; told again the difference counts; of a drill nothing', () => {
    const { world } = scene(...done, debriefed);
    expect(world.get('team', BLUE)?.service).toEqual({ missions: 1, hours: 17.5 });
    expect(world.get('member', BEN)?.service).toEqual({ missions: 1, hours: 8.5 });
    const later = scene(...done, debriefed, again).world;
    expect(later.get('team', BLUE)?.service).toEqual({ missions: 1, hours: 10 });
    expect([ANNE, BEN].map((id) => later.get('member', id)?.service)).toEqual([
      { missions: 1, hours: 10 },
      { missions: 0, hours: 0 },
    ]);
    const { world: played } = given(aTeam(BLUE), ...PEOPLE, drill, ...accepted.slice(1), ...done, debriefed);
    expect(played.get('mission', `${dispatchId}.${BLUE}`)?.state).toBe('debriefed');
    expect(played.get('team', BLUE)?.service).toBeUndefined();
  });

  it('both sides say once how it went', () => {
    const ours = past(yuduDuty, 'dispatch.appraise', { dispatchId, teamId: BLUE, score: 5, text: '处置得力' }, order(13, 720));
    const theirs = past(blue, 'dispatch.appraise', { dispatchId, score: 3 }, order(14, 720));
    const { world } = scene(...done, debriefed, ours, theirs);
    expect(world.get('mission', `${dispatchId}.${BLUE}`)?.appraisals).toMatchObject([
      { side: 'authority', score: 5 },
      { side: 'team', score: 3 },
    ]);
    expect(world.get('team', BLUE)?.appraised).toEqual({ count: 1, sum: 5 });
    scene(...done, debriefed, ours)
      .when(yuduDuty, 'dispatch.appraise', { dispatchId, teamId: BLUE, score: 1 })
      .expectRefusal('dispatch.answered');
    scene(listed).when(yuduDuty, 'dispatch.appraise', { dispatchId, teamId: BLUE, score: 1 }).expectRefusal('mission.state');
    scene(...done)
      .when(yuduDuty, 'dispatch.appraise', { dispatchId, score: 1 })
      .expectRefusal('invalid', 'teamId');
  });
});
