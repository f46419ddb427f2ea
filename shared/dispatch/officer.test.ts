import { describe, expect, it } from 'vitest';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import { aTeam, teamSeat } from '#test/support/teams.ts';

const incidentId = idOf(1);
const dispatchId = idOf(2);
const [BLUE, RED, GREEN] = ['blue', 'red', 'green'] as const;
const [blue, red] = [teamSeat(BLUE), teamSeat(RED)];
const yes = { dispatchId, etaMinutes: 90, people: 18 };
const asking = (teamIds: string[]): PastOrder => {
  const need = { capability: { category: 'water' as const }, teamsNeeded: 1, staging: { lng: 115.42, lat: 25.95, text: '贡江大桥东' } };
  return past(yuduDuty, 'dispatch.request', { incidentId, ...need, acceptBy: addMinutes(NOW, 30), teamIds }, { id: dispatchId });
};
const both = asking([BLUE, RED]);
const accepted = (): PastOrder => past(blue, 'dispatch.accept', yes, { id: idOf(3) });
const scene = (...history: PastOrder[]) =>
  given(...[BLUE, RED, GREEN].map((id) => aTeam(id)), past(yuduDuty, 'incident.log', aFlood(), { id: incidentId }), ...history);
const dispatchOf = (...history: PastOrder[]) => scene(...history).world.get('dispatch', dispatchId);

describe('the officer', () => {
  it('asks further teams, but none twice, and none for what is filled', () => {
    scene(asking([BLUE]))
      .when(yuduDuty, 'dispatch.offer', { dispatchId, teamIds: [GREEN] })
      .expectEvents([{ offers: [{ teamId: GREEN }] }]);
    scene(asking([BLUE]))
      .when(yuduDuty, 'dispatch.offer', { dispatchId, teamIds: [BLUE] })
      .expectRefusal('dispatch.answered', 'teamIds');
    scene(both, accepted())
      .when(yuduDuty, 'dispatch.offer', { dispatchId, teamIds: [GREEN] })
      .expectRefusal('dispatch.slot-filled');
  });

  it('lets those go who are not needed, and the need is over', () => {
    const down = scene(both).when(yuduDuty, 'dispatch.stand-down', { dispatchId, teamIds: [RED], reason: '已足够' });
    expect(down.document('mission', `${dispatchId}.${RED}`)).toMatchObject({ state: 'stood_down', told: [{ text: '已足够' }] });
    const over = scene(both, accepted()).when(yuduDuty, 'dispatch.release', { dispatchId, reason: '险情排除' });
    expect(over.document('dispatch', dispatchId)).toMatchObject({
      state: 'closed',
      endedFor: '险情排除',
      offers: [{ releasedAt: NOW }, { state: 'stood_down' }],
    });
    expect(over.document('mission', `${dispatchId}.${BLUE}`)?.state).toBe('released');
    const cancelled = past(yuduDuty, 'dispatch.cancel', { dispatchId, reason: '误报' }, { id: idOf(9) });
    scene(both, cancelled).when(blue, 'dispatch.accept', yes).expectRefusal('dispatch.over');
    scene(both, cancelled).when(yuduDuty, 'dispatch.release', { dispatchId }).expectRefusal('dispatch.over');
  });

  it('has a slot free again when a team can not come after all', () => {
    const out = past(blue, 'dispatch.decline', { dispatchId, reason: '车辆故障' }, { id: idOf(4) });
    expect(dispatchOf(both, accepted(), out)).toMatchObject({ state: 'open', offers: [{ state: 'declined' }, { state: 'offered' }] });
    scene(both, accepted(), out)
      .when(red, 'dispatch.accept', yes)
      .expectEvents([{ type: 'dispatch.accepted' }]);
  });
});
