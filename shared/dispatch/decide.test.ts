import { describe, expect, it } from 'vitest';
import type { Payload } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import { given, idOf, NOW, past, type PastOrder, type There } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import { aTeam, OFF_DUTY, teamSeat } from '#test/support/teams.ts';
import { RequestDispatch } from './orders.ts';

const incidentId = idOf(1);
const dispatchId = idOf(2);
const ACCEPT_BY = addMinutes(NOW, 30);
const [BLUE, RED, GREEN] = ['blue', 'red', 'green'] as const;
const blue = teamSeat(BLUE);
const red = teamSeat(RED);
const near = (km: number) => ({ base: { ...aTeam('').doc.base, lng: 115.41 + km / 100, lat: 25.95 } });
const TEAMS = [aTeam(BLUE), aTeam(RED, near(10)), aTeam(GREEN, near(20))];

const need = (over: Partial<Payload<'dispatch.request'>> = {}): Payload<'dispatch.request'> => ({
  incidentId,
  capability: { category: 'water' },
  teamsNeeded: 1,
  staging: { lng: 115.42, lat: 25.95, text: '贡江大桥东' },
  acceptBy: ACCEPT_BY,
  ...over,
});
const yes = { dispatchId, etaMinutes: 90, people: 18 };
const logged = past(yuduDuty, 'incident.log', aFlood(), { id: incidentId });
const requested = (over: Partial<Payload<'dispatch.request'>> = {}) => past(yuduDuty, 'dispatch.request', need(over), { id: dispatchId });
const both = requested({ teamIds: [BLUE, RED] });
const accepted = (seat = blue, at = NOW) => past(seat, 'dispatch.accept', yes, { id: idOf(3), at });
const scene = (...history: (PastOrder | There)[]) => given(...TEAMS, logged, ...history);
const dispatchOf = (...history: (PastOrder | There)[]) => scene(...history).world.get('dispatch', dispatchId);
const missionOf = (team: string, ...history: (PastOrder | There)[]) => scene(...history).world.get('mission', `${dispatchId}.${team}`);
const dueFor = (...history: PastOrder[]) => {
  const doc = dispatchOf(...history);
  return doc && dueOf('dispatch', doc, { archiveAfterHours: 24, climbAfterMinutes: 15 });
};

describe('stating a need', () => {
  it('asks the best ranked, as many as are needed, and keeps the others in line', () => {
    const dispatch = dispatchOf(requested());
    expect(dispatch).toMatchObject({ state: 'open', number: 'GZ20260601-0001-D1', offers: [{ teamId: BLUE, rank: 1, state: 'offered' }] });
    expect(dispatch?.reserve.map(({ teamId }) => teamId)).toEqual([RED, GREEN]);
    expect(dispatchOf(requested({ askAtOnce: 3 }))?.offers).toHaveLength(3);
  });

  it('is seen by whoever sees the incident and by the teams that were asked, and by nobody else', () => {
    const { world } = scene(both);
    const incident = world.get('incident', incidentId);
    expect(world.get('dispatch', dispatchId)?.readers).toEqual([...(incident?.readers ?? []), 'team:blue', 'team:red']);
    expect(world.get('mission', `${dispatchId}.${BLUE}`)?.readers).toEqual([...(incident?.readers ?? []), 'team:blue']);
    expect(incident?.readers).not.toContain('team:blue');
    expect(world.get('note', `${incidentId}.2`)).toMatchObject({ entry: 'dispatch.requested', set: { teams: [BLUE, RED], dispatch: 'GZ20260601-0001-D1' } });
  });

  it('of a drill goes to drill rooms alone', () => {
    const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }), { id: incidentId });
    const { world } = given(...TEAMS, drill, both);
    expect(world.get('dispatch', dispatchId)).toMatchObject({ exercise: true });
    expect(world.get('dispatch', dispatchId)?.readers.every((room) => room.startsWith('drill:'))).toBe(true);
  });

  it('is for duty officers and leaders of the county and the city', () => {
    for (const seat of [yuduDuty, yuduLeader, cityDuty])
      scene()
        .when(seat, 'dispatch.request', need())
        .expectEvents([{ type: 'dispatch.requested' }]);
    scene().when(seatAt('auditor'), 'dispatch.request', need()).expectRefusal('not-permitted');
    // A department asks for it: nobody is asked yet.
    scene()
      .when(seatAt('department'), 'dispatch.request', need())
      .expectEvents([{ type: 'dispatch.requested', sought: true, offers: [] }]);
    scene().when(blue, 'dispatch.request', need()).expectRefusal('incident.unknown');
  });

  it('names an office to call, never a person', () => {
    const phoneOf = (phone: string) => RequestDispatch.safeParse(need({ contact: { post: '集结点值守', phone } })).success;
    expect(['0797-6220000', '07976220000', '6220000-801', '12345', '120'].map(phoneOf)).toEqual([true, true, true, true, true]);
    expect(['13812341234', '1381234', '0797'].map(phoneOf)).toEqual([false, false, false]);
  });

  it('has time left, an open incident that teams may learn of, and teams that there are', () => {
    scene()
      .when(yuduDuty, 'dispatch.request', need({ acceptBy: NOW }))
      .expectRefusal('invalid', 'acceptBy');
    scene()
      .when(yuduDuty, 'dispatch.request', need({ teamIds: ['nobody'] }))
      .expectRefusal('team.unknown', 'teamIds.nobody');
    scene(past(yuduDuty, 'incident.restrict', { incidentId, named: [], reason: '涉密' }, { id: idOf(8) }))
      .when(yuduDuty, 'dispatch.request', need())
      .expectRefusal('incident.restricted');
    scene(past(yuduLeader, 'incident.close', { incidentId, reason: '…', override: '…' }, { id: idOf(8) }))
      .when(yuduDuty, 'dispatch.request', need())
      .expectRefusal('incident.closed');
  });

  it('disturbs nobody who is off duty unless the officer says why; nothing excuses a team without insurance', () => {
    const off = (over: object) => given(logged, aTeam(BLUE, over));
    const named = need({ teamIds: [BLUE] });
    off(OFF_DUTY).when(yuduDuty, 'dispatch.request', named).expectRefusal('dispatch.override-needed', 'teamIds.blue');
    off(OFF_DUTY)
      .when(yuduDuty, 'dispatch.request', { ...named, overrideReason: '唯一有冲锋舟的队伍' })
      .expectEvents([{ offers: [{ teamId: BLUE, override: '唯一有冲锋舟的队伍' }] }]);
    const without = off({ strength: { members: 20, insuredUntil: [] } });
    without.when(yuduDuty, 'dispatch.request', { ...named, overrideReason: '…' }).expectRefusal('team.uninsured');
    off({ status: 'suspended' })
      .when(yuduDuty, 'dispatch.request', { ...named, overrideReason: '…' })
      .expectRefusal('team.not-registered');
    expect(given(logged, aTeam(BLUE, OFF_DUTY), requested()).world.get('dispatch', dispatchId)?.offers).toEqual([]);
  });
});

describe('one slot, one team', () => {
  it('the first that accepts has it, and its time of arrival', () => {
    const after = scene(both).when(blue, 'dispatch.accept', yes);
    expect(after.document('dispatch', dispatchId)).toMatchObject({ state: 'filled', filledAt: NOW });
    expect(missionOf(BLUE, both, accepted())).toMatchObject({ state: 'accepted', people: 18, etaAt: addMinutes(NOW, 90) });
  });

  it('the second is told when the slot was filled', () => {
    const refused = () =>
      scene(both, accepted(blue, addMinutes(NOW, 21)))
        .at(addMinutes(NOW, 22))
        .when(red, 'dispatch.accept', yes);
    refused().expectRefusal('dispatch.slot-filled', 'dispatchId');
    expect(dispatchOf(both, accepted(blue, addMinutes(NOW, 21)))?.filledAt).toBe(addMinutes(NOW, 21));
  });

  it('of two slots each team has one; nobody has two', () => {
    const two = requested({ teamIds: [BLUE, RED, GREEN], teamsNeeded: 2 });
    scene(two, accepted()).when(blue, 'dispatch.accept', yes).expectRefusal('dispatch.answered');
    expect(scene(two, accepted()).when(red, 'dispatch.accept', yes).document('dispatch', dispatchId)?.state).toBe('filled');
  });

  it('an acceptance counts until the very instant by the clock of the server, and no longer', () => {
    scene(both)
      .at(ACCEPT_BY)
      .when(blue, 'dispatch.accept', yes)
      .expectEvents([{ type: 'dispatch.accepted' }]);
    const late = new Date(Date.parse(ACCEPT_BY) + 1).toISOString();
    scene(both).at(late).when(blue, 'dispatch.accept', yes).expectRefusal('dispatch.lapsed', 'dispatchId');
  });

  it('nobody comes without insurance, nor from another mission', () => {
    scene(both)
      .when(blue, 'dispatch.accept', { ...yes, people: 21 })
      .expectRefusal('team.uninsured', 'people');
    const other = past(yuduDuty, 'dispatch.request', need({ teamIds: [BLUE] }), { id: idOf(20) });
    const there = past(blue, 'dispatch.accept', { ...yes, dispatchId: idOf(20) }, { id: idOf(21) });
    scene(both, other, there).when(blue, 'dispatch.accept', yes).expectRefusal('team.committed', 'dispatchId');
  });

  it('a team that was not asked sees nothing of it', () => {
    scene(requested()).when(teamSeat(GREEN), 'dispatch.accept', yes).expectRefusal('dispatch.unknown', 'dispatchId');
    scene(requested()).when(yuduDuty, 'dispatch.accept', yes).expectRefusal('not-permitted');
  });
});

describe('when nobody answers', () => {
  const at = (minutes: number) => addMinutes(NOW, minutes);

  it('the next in line is asked when one declines, or when it has not answered for ten minutes', () => {
    const declined = past(blue, 'dispatch.decline', { dispatchId, reason: '队员在外地' }, { id: idOf(4) });
    expect(dispatchOf(requested(), declined)?.offers).toMatchObject([
      { teamId: BLUE, state: 'declined' },
      { teamId: RED, state: 'offered' },
    ]);
    expect(missionOf(BLUE, requested(), declined)?.replies).toMatchObject([{ text: '队员在外地' }]);
    const silent = past(SYSTEM_SEAT, 'dispatch.escalate', { dispatchId, teamId: BLUE, answerBy: at(10) }, { id: idOf(5), at: at(10) });
    expect(dueFor(requested())?.[0]).toEqual({
      rule: 'dispatch.escalate',
      at: at(10),
      order: { type: 'dispatch.escalate', payload: { dispatchId, teamId: BLUE, answerBy: at(10) } },
    });
    expect(dispatchOf(requested(), silent)?.offers).toMatchObject([
      { teamId: BLUE, state: 'no_reply' },
      { teamId: RED, state: 'offered', answerBy: at(20) },
    ]);
    expect(dispatchOf(requested(), silent, accepted(blue, at(12)))).toMatchObject({ state: 'filled', offers: [{ state: 'accepted' }, { state: 'offered' }] });
  });

  it('nobody further is asked while enough are waited for, or where an officer has chosen', () => {
    const declined = past(blue, 'dispatch.decline', { dispatchId, reason: '…' }, { id: idOf(4) });
    expect(dispatchOf(requested({ askAtOnce: 2 }), declined)?.offers).toHaveLength(2);
    expect(dispatchOf(both, declined)?.offers).toHaveLength(2);
  });

  it('who has not answered is reminded once, and at the end it lapses', () => {
    expect(dueFor(both)).toMatchObject([{ at: at(10) }, { at: at(10) }, { rule: 'dispatch.remind', at: at(20) }, { rule: 'dispatch.lapse', at: ACCEPT_BY }]);
    const reminded = past(SYSTEM_SEAT, 'dispatch.remind', { dispatchId }, { id: idOf(6), at: at(20) });
    expect(dueFor(both, reminded)?.map(({ rule }) => rule)).not.toContain('dispatch.remind');
    const lapsed = past(SYSTEM_SEAT, 'dispatch.lapse', { dispatchId, acceptBy: ACCEPT_BY }, { id: idOf(7), at: ACCEPT_BY });
    expect(dispatchOf(both, lapsed)).toMatchObject({ state: 'lapsed', offers: [{ state: 'no_reply' }, { state: 'no_reply' }] });
    expect(dueFor(both, lapsed)).toEqual([]);
    scene(both, lapsed).at(ACCEPT_BY).when(blue, 'dispatch.accept', yes).expectRefusal('dispatch.lapsed');
  });

  it('with more time they are asked again; an instant that was extended lapses nothing', () => {
    const lapsed = past(SYSTEM_SEAT, 'dispatch.lapse', { dispatchId, acceptBy: ACCEPT_BY }, { id: idOf(7), at: ACCEPT_BY });
    const longer = past(yuduDuty, 'dispatch.extend', { dispatchId, acceptBy: at(60) }, { id: idOf(8), at: at(31) });
    expect(dispatchOf(both, lapsed, longer)).toMatchObject({ state: 'open', acceptBy: at(60), offers: [{ state: 'offered' }, { state: 'offered' }] });
    scene(both, lapsed, longer)
      .at(at(45))
      .when(blue, 'dispatch.accept', yes)
      .expectEvents([{ type: 'dispatch.accepted' }]);
    const early = past(yuduDuty, 'dispatch.extend', { dispatchId, acceptBy: at(60) }, { id: idOf(8), at: at(5) });
    scene(both, early).at(ACCEPT_BY).when(SYSTEM_SEAT, 'dispatch.lapse', { dispatchId, acceptBy: ACCEPT_BY }).expectRefusal('dispatch.state');
  });
});
