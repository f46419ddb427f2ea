import { describe, expect, it } from 'vitest';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { GONGJIANG, ORGANISATIONS, seatAt, yuduDuty, YUDU } from '#test/support/seats.ts';
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

describe('a township', () => {
  const township = seatAt('township-duty');
  const need = { incidentId, capability: { category: 'water' as const }, teamsNeeded: 1, staging: { lng: 115.42, lat: 25.95, text: '贡江大桥东' } };
  const sought = past(township, 'dispatch.request', { ...need, acceptBy: addMinutes(NOW, 30) }, { id: dispatchId });
  const there = (...history: PastOrder[]) =>
    given(
      ...ORGANISATIONS.map((doc) => ({ kind: 'organisation' as const, doc })),
      ...[BLUE, RED].map((id) => aTeam(id)),
      past(yuduDuty, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }), { id: incidentId }),
      ...history,
    );

  it('asks for teams, and nobody is asked before the county has confirmed', () => {
    const { world } = there(sought);
    expect(world.get('dispatch', dispatchId)).toMatchObject({
      state: 'open',
      offers: [],
      reserve: [],
      org: YUDU,
      sought: { by: { role: 'township-duty' }, at: NOW },
    });
    expect([...world.all('mission')]).toEqual([]);
    there()
      .when(township, 'dispatch.request', { ...need, acceptBy: addMinutes(NOW, 30), teamIds: [BLUE] })
      .expectRefusal('not-permitted', 'teamIds');
    for (const type of ['dispatch.confirm', 'dispatch.cancel'] as const)
      there(sought)
        .when(township, type, { dispatchId, ...(type === 'dispatch.cancel' ? { reason: '…' } : {}) } as never)
        .expectRefusal('not-permitted');
    there(sought)
      .when(yuduDuty, 'dispatch.offer', { dispatchId, teamIds: [BLUE] })
      .expectRefusal('dispatch.state');
  });

  it('is answered by a need as any other: the best are asked, or those that the officer names', () => {
    const ranked = there(sought).when(yuduDuty, 'dispatch.confirm', { dispatchId });
    const confirmed = ranked.document('dispatch', dispatchId);
    expect(confirmed).toMatchObject({ offers: [{ teamId: BLUE, state: 'offered' }], reserve: [{ teamId: RED }], alwaysReadBy: [`team:${BLUE}`] });
    expect(confirmed).not.toHaveProperty('sought');
    expect(ranked.document('mission', `${dispatchId}.${BLUE}`)).toMatchObject({ state: 'offered' });
    const named = there(sought).when(yuduDuty, 'dispatch.confirm', { dispatchId, teamIds: [RED], acceptBy: addMinutes(NOW, 60) });
    expect(named.document('dispatch', dispatchId)).toMatchObject({ acceptBy: addMinutes(NOW, 60), offers: [{ teamId: RED }] });
    there(sought, past(yuduDuty, 'dispatch.confirm', { dispatchId }, { id: idOf(5) }))
      .when(yuduDuty, 'dispatch.confirm', { dispatchId })
      .expectRefusal('dispatch.state');
  });

  it('asked too late is not asked for nothing: the officer says until when', () => {
    const late = there(sought).at(addMinutes(NOW, 31));
    late.when(yuduDuty, 'dispatch.confirm', { dispatchId }).expectRefusal('dispatch.lapsed', 'acceptBy');
    late.when(yuduDuty, 'dispatch.confirm', { dispatchId, acceptBy: addMinutes(NOW, 60) }).expectRefs({ dispatch: dispatchId, incident: incidentId });
  });
});
