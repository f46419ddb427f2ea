import { describe, expect, it } from 'vitest';
import { mayWaive } from './policy.ts';
import { DEADLINE_RULES } from '#plans/deadline.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood, placeIn } from '#test/support/payloads.ts';
import { cityDuty, cityLeader, GONGJIANG, seatAt, SYSTEM_SEAT, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';

const incidentId = idOf(1);
const reportId = idOf(2);
const second = idOf(12);
const FIGURES = { casualties: { dead: 2, missing: 3, evacuated: 10 } };
const draft = { incidentId, kind: 'initial', text: '死亡2人、失联3人。', figures: FIGURES } as const;

const logged = past(yuduDuty, 'incident.log', aFlood());
const drafted = past(yuduDuty, 'report.draft', draft, { id: reportId });
const submitted = past(yuduDuty, 'report.submit', { reportId }, { id: idOf(3) });
const approved = past(yuduLeader, 'report.approve', { reportId }, { id: idOf(4) });
const sent = past(yuduDuty, 'report.send', { reportId }, { id: idOf(5) });

describe('a report', () => {
  it('goes out once the leader of its own organisation has approved it, and not before', () => {
    given(logged, drafted).when(yuduDuty, 'report.send', { reportId }).expectRefusal('report.not-approved');
    // Above, nothing is seen of it until it has gone out.
    given(logged, drafted, submitted).when(cityLeader, 'report.approve', { reportId }).expectRefusal('report.unknown');
    given(logged, drafted, submitted).when(yuduDuty, 'report.approve', { reportId }).expectRefusal('not-permitted');
    given(logged, drafted, submitted, approved)
      .when(yuduDuty, 'report.send', { reportId })
      .expectEvents([{ type: 'report.sent', kind: 'initial', ordinal: 0 }]);
  });

  it('is drafted by duty officers alone, and of an incident that the seat sees', () => {
    given(logged).when(yuduLeader, 'report.draft', draft).expectRefusal('not-permitted');
    given(logged).when(zhanggongDuty, 'report.draft', draft).expectRefusal('incident.unknown');
  });

  it('that is changed after it was approved is approved anew', () => {
    const edited = past(yuduDuty, 'report.revise', { reportId, text: '改', figures: FIGURES }, { id: idOf(6) });
    given(logged, drafted, submitted, approved, edited).when(yuduDuty, 'report.send', { reportId }).expectRefusal('report.not-approved');
  });

  it('that its leader returns is handed in again', () => {
    const returned = past(yuduLeader, 'report.return', { reportId, reason: '核实失联人数' }, { id: idOf(6) });
    const world = given(logged, drafted, submitted, returned);
    expect(world.world.get('report', reportId)).toMatchObject({ status: 'returned', returnedFor: '核实失联人数' });
    world.when(yuduDuty, 'report.submit', { reportId }).expectEvents([{ type: 'report.submitted' }]);
  });

  it('is one 初报 for an incident and a sender: of two who send, the second is told of the first', () => {
    const two = [
      past(yuduDuty, 'report.draft', draft, { id: second }),
      past(yuduDuty, 'report.submit', { reportId: second }, { id: idOf(13) }),
      past(yuduLeader, 'report.approve', { reportId: second }, { id: idOf(14) }),
    ];
    const world = given(logged, drafted, submitted, approved, ...two, sent);
    world.when(yuduDuty, 'report.send', { reportId: second }).expectRefusal('report.already-sent', 'kind');
    world.when(yuduDuty, 'report.send', { reportId }).expectRefusal('report.already-sent', 'reportId');
    // The city's own 初报 is another.
    world.when(cityDuty, 'report.draft', draft).expectEvents([{ type: 'report.drafted', from: { level: 'city' }, to: { level: 'province' } }]);
  });

  it('that was sent is never changed: a correction is a version of its own', () => {
    const world = given(logged, drafted, submitted, approved, sent);
    world.when(yuduDuty, 'report.revise', { reportId, text: '改', figures: FIGURES }).expectRefusal('report.already-sent');
    world
      .when(yuduDuty, 'report.draft', { ...draft, kind: 'correction', supersedesId: reportId, figures: { casualties: { dead: 1 } } })
      .expectEvents([{ type: 'report.drafted', version: 2, supersedes: reportId }]);
    world.when(yuduDuty, 'report.draft', { ...draft, kind: 'correction' }).expectRefusal('report.not-sent', 'supersedesId');
    world.when(cityDuty, 'report.draft', { ...draft, kind: 'correction', supersedesId: reportId }).expectRefusal('report.not-sent', 'supersedesId');
  });

  it('whose figures jump or fall says why, figure by figure', () => {
    const next = (casualties: object, reasons?: Record<string, string>) =>
      given(
        logged,
        drafted,
        submitted,
        approved,
        sent,
        past(yuduDuty, 'report.draft', { ...draft, kind: 'follow-up', figures: { casualties }, ...(reasons ? { reasons } : {}) }, { id: second }),
      ).when(yuduDuty, 'report.submit', { reportId: second });
    next({ dead: 1, missing: 3, evacuated: 10 }).expectRefusal('report.reason-needed', 'reasons.casualties.dead');
    next({ dead: 2, missing: 3, evacuated: 180 }).expectRefusal('report.reason-needed', 'reasons.casualties.evacuated');
    next({ dead: 2, missing: 3, evacuated: 180 }, { 'casualties.evacuated': '下游两村一并转移' }).expectEvents([{ type: 'report.submitted' }]);
    // Fewer missing is what is hoped for; one more dead is no jump.
    next({ dead: 3, missing: 1, evacuated: 10 }).expectEvents([{ type: 'report.submitted' }]);
  });

  it('is numbered when it goes out, and is acknowledged by the duty office above, which has then received it', () => {
    const world = given(logged, drafted, submitted, approved, sent);
    world.when(yuduDuty, 'report.acknowledge', { reportId }).expectRefusal('not-permitted');
    const incident = world.when(cityDuty, 'report.acknowledge', { reportId }).document('incident', incidentId);
    expect(incident?.received?.city).toMatchObject({ by: { role: 'city-duty' } });
  });

  it('of a township, whose leader has no seat here, names the post that approved', () => {
    const township = seatAt('township-duty');
    const own = past(township, 'incident.log', aFlood({ place: placeIn(GONGJIANG) }));
    const world = given(own, past(township, 'report.draft', draft, { id: reportId }));
    world.when(township, 'report.send', { reportId }).expectRefusal('invalid', 'approvedPost');
    world.when(township, 'report.send', { reportId, approvedPost: '镇长' }).expectEvents([{ type: 'report.sent', approvedPost: '镇长' }]);
  });

  it('by phone is recorded with when, to whom and by whom, and the level above knows from then on', () => {
    const incident = given(logged)
      .when(yuduDuty, 'report.phone', { incidentId, at: '2026-06-01T01:50:00Z', spokenTo: '市政府总值班室', text: '首报' })
      .document('incident', incidentId);
    expect(incident?.received?.city?.at).toBe('2026-06-01T01:50:00.000Z');
    expect(incident?.reports).toMatchObject([{ kind: 'initial', channel: 'phone', at: '2026-06-01T01:50:00.000Z' }]);
    given(logged).when(yuduDuty, 'report.phone', { incidentId, at: '2026-06-01T05:00:00Z', spokenTo: '…', text: '…' }).expectRefusal('invalid', 'at');
  });

  it('by phone that lies in the future or before the incident is refused, naming the field', () => {
    const of = (facts: object) => given(past(yuduDuty, 'incident.log', aFlood(facts)));
    const call = (at: string) => ({ incidentId, at, spokenTo: '市政府总值班室', text: '…' });
    const known = { occurredAt: '2026-06-01T01:10:20Z', discoveredAt: '2026-06-01T01:30:00Z' };
    of(known).when(yuduDuty, 'report.phone', call('2026-06-01T02:30:00Z')).expectRefusal('invalid', 'at');
    of(known).when(yuduDuty, 'report.phone', call('2026-06-01T01:09:00Z')).expectRefusal('invalid', 'at');
    // A field of a form has no seconds.
    of(known)
      .when(yuduDuty, 'report.phone', call('2026-06-01T01:10:00Z'))
      .expectEvents([{ type: 'report.phoned', saidAt: '2026-06-01T01:10:00.000Z' }]);
    of({ receivedAt: '2026-06-01T01:30:00Z' }).when(yuduDuty, 'report.phone', call('2026-06-01T01:29:00Z')).expectRefusal('invalid', 'at');
    // Who rang first and logged afterwards says so.
    of({})
      .when(yuduDuty, 'report.phone', call('2026-06-01T01:50:00Z'))
      .expectEvents([{ type: 'report.phoned' }]);
    of({}).when(yuduDuty, 'report.phone', call('2026-05-31T01:50:00Z')).expectRefusal('invalid', 'at');
  });

  it('by phone that is recorded late keeps both times, and the flag of lateness beside them', () => {
    const flood = past(yuduDuty, 'incident.log', aFlood({ occurredAt: '2026-06-01T01:30:00Z', receivedAt: '2026-06-01T02:00:00Z' }));
    const call = { incidentId, at: '2026-06-01T02:05:00Z', spokenTo: '市政府总值班室', text: '…' };
    const rows = DEADLINE_RULES.filter(({ id }) => id === 'R03P');
    const table = past(SYSTEM_SEAT, 'rulebook.found', { rulebookId: 'report-deadlines', rows, reason: '…' });
    const lapsed = past(SYSTEM_SEAT, 'report.lapse', { incidentId, rule: 'R03P', dueAt: '2026-06-01T02:30:00Z' }, { at: '2026-06-01T02:30:00.001Z' });
    const told = (at: string, ...before: (typeof lapsed)[]) => {
      const outcome = given(table, flood, ...before)
        .at(at)
        .when(yuduDuty, 'report.phone', call);
      return { row: outcome.document('incident', incidentId)?.deadlines?.[0], report: outcome.document('report') };
    };
    const both = { at: '2026-06-01T02:05:00.000Z', recordedAt: '2026-06-01T02:41:00.000Z' };
    expect(told('2026-06-01T02:41:00Z', lapsed)).toMatchObject({
      row: { late: true, met: both },
      report: { late: true, sentAt: both.at, draftedAt: both.recordedAt },
    });
    // Whether the clockwork came to it first makes no difference: nothing stood here in time.
    expect(told('2026-06-01T02:41:00Z')).toMatchObject({ row: { late: true, met: both }, report: { late: true } });
    const before = told('2026-06-01T02:29:00Z');
    expect(before.row).toMatchObject({ dueAt: '2026-06-01T02:30:00.000Z', met: { at: both.at } });
    expect([before.row?.late, before.report?.late]).toEqual([undefined, undefined]);
  });

  it('that the situation is stable is taken back with a reason, and only once it stands', () => {
    const flood = past(yuduDuty, 'incident.log', aFlood());
    const rows = DEADLINE_RULES.filter(({ id }) => id === 'R14C');
    const table = past(SYSTEM_SEAT, 'rulebook.found', { rulebookId: 'report-deadlines', rows, reason: '…' });
    const stable = past(yuduDuty, 'report.find', { incidentId, stableAt: '2026-06-01T02:00:00Z' });
    given(table, flood).when(yuduDuty, 'report.unsettle', { incidentId, reason: '…' }).expectRefusal('stale', 'incidentId');
    const world = given(table, flood, stable);
    expect(world.world.get('incident', incidentId)?.deadlines).toMatchObject([{ rule: 'R14C' }]);
    world.when(seatAt('team'), 'report.unsettle', { incidentId, reason: '…' }).expectRefusal('incident.unknown');
    const incident = world.when(yuduLeader, 'report.unsettle', { incidentId, reason: '上游再降大雨' }).document('incident', incidentId);
    expect(incident?.deadlines).toEqual([]);
    expect(incident?.circumstances).toEqual({ foundAt: '2026-06-01T02:00:00.000Z', unsettledAt: '2026-06-01T02:00:00.000Z' });
    expect([...world.world.all('note')].at(-1)?.text).toBe('上游再降大雨');
  });

  it('of a drill goes the same way and owes nothing', () => {
    const drill = past(yuduDuty, 'incident.log', aFlood({ exercise: true }));
    const world = given(drill, drafted, submitted, approved, sent);
    expect(world.world.get('incident', incidentId)?.deadlines).toBeUndefined();
    const report = world.world.get('report', reportId);
    expect(report).toMatchObject({ exercise: true, status: 'sent' });
    expect(report?.readers.filter((room) => !room.startsWith('drill:'))).toEqual([]);
    world.when(yuduDuty, 'report.national', { incidentId, system: 'disaster' }).expectRefusal('not-permitted');
  });

  it('of a cyber incident follows the grade that a person recorded: 08:00 graded 较大 is due at 12:00 (R20, D4)', () => {
    const ransom = past(yuduDuty, 'incident.log', aFlood({ typeCode: 'S07', discoveredAt: '2026-06-01T00:00:00Z', occurredAt: '2026-06-01T00:00:00Z' }));
    const rule = DEADLINE_RULES.find(({ id }) => id === 'R20N') ?? expect.unreachable();
    const table = past(SYSTEM_SEAT, 'rulebook.found', { rulebookId: 'report-deadlines', rows: [rule], reason: '…' });
    expect(given(table, ransom).world.get('incident', incidentId)?.deadlines).toBeUndefined();
    const incident = given(table, ransom).when(yuduDuty, 'report.find', { incidentId, grade: 3 }).document('incident', incidentId);
    expect(incident?.deadlines).toMatchObject([{ rule: 'R20N', from: 'operator', to: 'province', severity: 3, dueAt: '2026-06-01T04:00:00.000Z' }]);
    expect(incident?.severity).toBeNull();
    given(table, past(yuduDuty, 'incident.log', aFlood()))
      .when(yuduDuty, 'report.find', { incidentId, grade: 3 })
      .expectRefusal('invalid', 'grade');
  });

  it('of the province, which has no seat here, is recorded as made by a duty officer; that one of ours need not be made, by a leader alone', () => {
    const of = (from: 'province' | 'county') => mayWaive(cityDuty.actor, { from }, { exercise: false });
    expect([of('province'), of('county'), mayWaive(cityLeader.actor, { from: 'county' }, { exercise: false })]).toEqual([true, false, true]);
  });
});
