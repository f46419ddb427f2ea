import { dueOf } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import { aMember, aTeam, teamSeat } from '#test/support/teams.ts';

/** One team's mission, an order for each of its steps. */
export const incidentId = idOf(1);
export const dispatchId = idOf(2);
export const BLUE = 'blue';
export const blue = teamSeat(BLUE);
export const [ANNE, BEN, CARL] = [idOf(101), idOf(102), idOf(103)] as const;
export const PEOPLE = [
  aMember(ANNE, BLUE),
  aMember(BEN, BLUE, { masked: { name: '李*' } }),
  aMember(CARL, BLUE, { insuredUntil: '2026-05-31' }),
  aMember(idOf(104), 'red'),
];
export const at = (minutes: number) => addMinutes(NOW, minutes);
export const order = (n: number, minutes = 0) => ({ id: idOf(n), at: at(minutes) });

export const accepted: PastOrder[] = [
  past(yuduDuty, 'incident.log', aFlood(), { id: incidentId }),
  past(
    yuduDuty,
    'dispatch.request',
    {
      incidentId,
      capability: { category: 'water' },
      teamsNeeded: 1,
      staging: { lng: 115.42, lat: 25.95, text: '贡江大桥东' },
      acceptBy: at(30),
      teamIds: [BLUE],
      checkInCode: '482913',
    },
    { id: dispatchId },
  ),
  past(blue, 'dispatch.accept', { dispatchId, etaMinutes: 60, people: 2 }, order(3)),
];
export const listed = past(blue, 'dispatch.roster', { dispatchId, members: [ANNE, BEN] }, order(4));
export const enRoute = past(blue, 'dispatch.progress', { dispatchId, status: 'en_route', etaMinutes: 40 }, order(5, 10));
export const there = past(blue, 'dispatch.check-in', { dispatchId, code: '482913', members: [ANNE, BEN] }, order(6, 50));
export const assigned = past(yuduDuty, 'dispatch.assign', { dispatchId, teamId: BLUE, zone: 'B', task: '转移被困群众', welfareEveryMinutes: 30 }, order(7, 60));
export const working = past(blue, 'dispatch.progress', { dispatchId, status: 'working' }, order(8, 70));
export const released = past(yuduDuty, 'dispatch.release', { dispatchId, reason: '任务完成' }, order(9, 600));
export const returned = past(blue, 'dispatch.progress', { dispatchId, status: 'returned' }, order(10, 660));
export const debriefed = past(
  blue,
  'dispatch.debrief',
  {
    dispatchId,
    hours: [
      { memberId: ANNE, hours: 9 },
      { memberId: BEN, hours: 8.5 },
    ],
    consumables: [{ what: '汽油', amount: 60, unit: '升' }],
    damage: [{ what: '冲锋舟', text: '船底撕裂' }],
  },
  order(11, 700),
);

export const scene = (...history: PastOrder[]) => given(aTeam(BLUE), ...PEOPLE, ...accepted, ...history);
export const missionOf = (...history: PastOrder[]) => scene(...history).world.get('mission', `${dispatchId}.${BLUE}`);
export const dueFor = (...history: PastOrder[]) => {
  const doc = missionOf(...history);
  return doc && dueOf('mission', doc, { archiveAfterHours: 24, climbAfterMinutes: 15 });
};
