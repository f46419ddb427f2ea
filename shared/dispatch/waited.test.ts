import { describe, expect, it } from 'vitest';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { SYSTEM_SEAT, yuduDuty } from '#test/support/seats.ts';
import { aTeam, teamSeat } from '#test/support/teams.ts';

const incidentId = idOf(1);
const dispatchId = idOf(2);
const BLUE = 'blue';
const blue = teamSeat(BLUE);
const at = (minutes: number) => addMinutes(NOW, minutes);
const order = (n: number, minutes = 0) => ({ id: idOf(n), at: at(minutes) });

const staging = { lng: 115.42, lat: 25.95, text: '贡江大桥东' };
const need = { incidentId, capability: { category: 'water' as const }, teamsNeeded: 1, staging, acceptBy: at(30), teamIds: [BLUE] };
const asked: PastOrder[] = [past(yuduDuty, 'incident.log', aFlood(), { id: incidentId }), past(yuduDuty, 'dispatch.request', need, { id: dispatchId })];
const scene = (...history: PastOrder[]) => given(aTeam(BLUE), ...asked, ...history);
const missionOf = (...history: PastOrder[]) => scene(...history).world.get('mission', `${dispatchId}.${BLUE}`);

describe('an acceptance that waited for a network', () => {
  const extended = past(yuduDuty, 'dispatch.extend', { dispatchId, acceptBy: at(90) }, order(10, 20));

  it('counts its minutes from when it was said', () => {
    const mission = missionOf(past(blue, 'dispatch.accept', { dispatchId, etaMinutes: 60, people: 2, acceptBy: at(30), at: at(5) }, order(3, 25)));
    expect(mission).toMatchObject({ state: 'accepted', etaAt: at(65) });
    expect(mission?.steps.at(-1)).toMatchObject({ at: at(25), claimedAt: at(5) });
  });

  it('is never applied after the time that the team saw, though more was given', () => {
    const late = { dispatchId, etaMinutes: 60, people: 2, acceptBy: at(30), at: at(5) };
    scene(extended).at(at(40)).when(blue, 'dispatch.accept', late).expectRefusal('dispatch.lapsed', 'acceptBy');
    scene(extended)
      .at(at(40))
      .when(blue, 'dispatch.accept', { ...late, acceptBy: at(90) })
      .expectEvents([{ type: 'dispatch.accepted' }]);
  });
});

describe('a step that waited for a network', () => {
  const accepted = past(blue, 'dispatch.accept', { dispatchId, etaMinutes: 60, people: 2 }, order(3, 10));

  it('tells when it was, in the order in which it was said', () => {
    const mission = missionOf(
      accepted,
      past(blue, 'dispatch.progress', { dispatchId, status: 'en_route', etaMinutes: 40, at: at(15) }, order(4, 60)),
      past(blue, 'dispatch.progress', { dispatchId, status: 'checked_in', at: at(50) }, order(5, 60)),
    );
    expect(mission?.steps.slice(-2).map(({ claimedAt }) => claimedAt)).toEqual([at(15), at(50)]);
    expect(mission?.etaAt).toBe(at(55));
  });

  it('lies neither before the one before it nor ahead of the clock', () => {
    const early = missionOf(accepted, past(blue, 'dispatch.progress', { dispatchId, status: 'en_route', at: at(-60) }, order(4, 60)));
    expect(early?.steps.at(-1)?.claimedAt).toBe(at(10));
    scene(accepted)
      .at(at(20))
      .when(blue, 'dispatch.progress', { dispatchId, status: 'en_route', at: at(60) })
      .expectRefusal('invalid', 'at');
  });

  it('is told as it was when it comes at once', () => {
    const mission = missionOf(accepted, past(blue, 'dispatch.progress', { dispatchId, status: 'en_route', at: at(20) }, order(4, 20)));
    expect(mission?.steps.at(-1)).not.toHaveProperty('claimedAt');
  });
});

describe('people who were well an hour ago', () => {
  const there: PastOrder[] = [
    past(blue, 'dispatch.accept', { dispatchId, etaMinutes: 10, people: 2 }, order(3)),
    past(blue, 'dispatch.progress', { dispatchId, status: 'checked_in' }, order(4, 10)),
    past(yuduDuty, 'dispatch.assign', { dispatchId, teamId: BLUE, zone: 'B', task: '转移', welfareEveryMinutes: 30 }, order(5, 20)),
    past(SYSTEM_SEAT, 'dispatch.welfare-missed', { dispatchId, teamId: BLUE, since: at(20) }, order(6, 50)),
  ];

  it('are looked for still', () => {
    const late = past(blue, 'dispatch.welfare', { dispatchId, at: at(40) }, order(7, 100));
    expect(missionOf(...there, late)?.welfare).toEqual({ everyMinutes: 30, lastAt: at(40), missedAt: at(50) });
    const soon = past(blue, 'dispatch.welfare', { dispatchId, at: at(90) }, order(8, 100));
    expect(missionOf(...there, soon)?.welfare).toEqual({ everyMinutes: 30, lastAt: at(90) });
  });
});
