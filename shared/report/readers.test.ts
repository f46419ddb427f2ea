import { describe, expect, it } from 'vitest';
import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, seatAt, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';

const [incidentId, reportId] = [idOf(1), idOf(2)];
const township = seatAt('township-duty');
const logged = past(township, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }), { id: incidentId });
const drafted = past(yuduDuty, 'report.draft', { incidentId, kind: 'initial', text: '死亡2人。', figures: { casualties: { dead: 2 } } }, { id: reportId });
const handedIn = past(yuduDuty, 'report.submit', { reportId }, { id: idOf(3) });
const approved = past(yuduLeader, 'report.approve', { reportId }, { id: idOf(4) });
const sent = past(yuduDuty, 'report.send', { reportId }, { id: idOf(5) });

const seats: Record<string, Seat> = { township, village: seatAt('village-reporter'), yuduDuty, yuduLeader, cityDuty, zhanggongDuty };
const whoReads = (world: ReturnType<typeof given>['world']): string[] => {
  const readers = world.get('report', reportId)?.readers ?? [];
  return Object.keys(seats).filter((name) => mayRead(new Set(seats[name]?.rooms), readers));
};

describe('a report', () => {
  it('is its sender’s own while it is a draft', () => {
    expect(whoReads(given(logged, drafted, handedIn).world)).toEqual(['yuduDuty', 'yuduLeader']);
  });

  it('is seen by those above once it went out, and never below', () => {
    expect(whoReads(given(logged, drafted, handedIn, approved, sent).world)).toEqual(['yuduDuty', 'yuduLeader', 'cityDuty']);
  });

  it('that a seat may not see is refused in the words of one that is not there', () => {
    given(logged, drafted).when(cityDuty, 'report.acknowledge', { reportId }).expectRefusal('report.unknown', 'reportId');
    given(logged).when(cityDuty, 'report.acknowledge', { reportId }).expectRefusal('report.unknown', 'reportId');
    given(logged, drafted).when(township, 'report.send', { reportId }).expectRefusal('report.unknown', 'reportId');
  });

  it('of an incident that is restricted is seen by nobody who may not see that', () => {
    const restricted = past(cityLeader, 'incident.restrict', { incidentId, named: [], reason: '涉密' }, { id: idOf(6) });
    expect(whoReads(given(logged, drafted, handedIn, approved, sent, restricted).world)).not.toContain('cityDuty');
  });
});
