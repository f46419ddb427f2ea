import { describe, expect, it } from 'vitest';
import { dueOf } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, yuduDuty, YUDU } from '#test/support/seats.ts';
import { aTeam, teamSeat } from '#test/support/teams.ts';

const incidentId = idOf(1);
const BLUE = 'blue';
const blue = teamSeat(BLUE);
const at = (minutes: number) => addMinutes(NOW, minutes);

describe('a team that set out by itself', () => {
  const said = { place: placeIn(YUDU), people: 6, text: '自行前往救援' };

  it('is recorded and gets no order: its region sees it, and itself', () => {
    const { world } = given(aTeam(BLUE), past(blue, 'dispatch.self-report', said, { id: idOf(40) }));
    const mission = world.get('mission', idOf(40));
    expect(mission).toMatchObject({ state: 'self_reported', people: 6, teamId: BLUE });
    expect(mission?.dispatchId).toBeUndefined();
    expect(mission?.readers).toEqual(expect.arrayContaining([`org:${YUDU}`, 'org:360700', 'team:blue']));
    given(aTeam(BLUE), past(blue, 'dispatch.self-report', said, { id: idOf(40) }))
      .when(blue, 'dispatch.self-leave', { missionId: idOf(40) })
      .expectEvents([{ type: 'dispatch.self-left' }]);
  });

  it('is archived a day after it went home, or a week after nobody said so', () => {
    const reported = past(blue, 'dispatch.self-report', said, { id: idOf(40) });
    const dueFor = (...history: PastOrder[]) => {
      const doc = given(aTeam(BLUE), reported, ...history).world.get('mission', idOf(40));
      return doc && dueOf('mission', doc, { archiveAfterHours: 24, climbAfterMinutes: 15 });
    };
    expect(dueFor()).toMatchObject([{ rule: 'dispatch.archive', at: at(7 * 24 * 60) }]);
    const left = past(blue, 'dispatch.self-leave', { missionId: idOf(40) }, { id: idOf(41), at: at(60) });
    expect(dueFor(left)).toMatchObject([{ at: at(25 * 60) }]);
    const { world } = given(aTeam(BLUE), reported, left, past(SYSTEM_SEAT, 'dispatch.archive', { missionId: idOf(40) }, { id: idOf(42) }));
    expect(world.size('mission')).toBe(0);
  });

  it('is told of an incident by the officer who meets it', () => {
    const logged = past(yuduDuty, 'incident.log', aFlood(), { id: incidentId });
    const order = past(yuduDuty, 'dispatch.self-report', { ...said, incidentId, teamId: BLUE }, { id: idOf(40) });
    const { world } = given(aTeam(BLUE), logged, order);
    expect(world.get('mission', idOf(40))).toMatchObject({ incidentId, teamId: BLUE });
    expect(world.get('note', `${incidentId}.2`)).toMatchObject({ entry: 'dispatch.self-reported', text: '自行前往救援' });
  });
});
