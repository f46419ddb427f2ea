import { describe, expect, it } from 'vitest';
import { given, idOf, past, type PastOrder } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { aPlan } from '#test/support/plans.ts';
import { CITY, cityDuty, cityLeader, GONGJIANG, ORGANISATIONS, seatAt, SYSTEM_SEAT, WATER, YUDU, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import type { FenghuoEvent, OrderType, Payload } from '#shared/catalogue.ts';
import { dueOf } from '#shared/clockwork.ts';
import type { Seat } from '#shared/seat.ts';
import { HOLIDAYS } from '#plans/rules.ts';
import { stateOf } from './state.ts';

const planId = idOf(1);
const planner = seatAt('planner');
const second = seatAt('planner', CITY, 'second-planner');
const water = seatAt('department');
const leaderWhoDrafts = seatAt('city-leader', CITY, 'planner@360700');
const places: FenghuoEvent[] = ORGANISATIONS.map(({ readers: _r, seq: _s, rev: _v, ...organisation }) => ({ type: 'organisation.added', organisation }));
const holidays = past(SYSTEM_SEAT, 'rulebook.found', { rulebookId: 'holidays', rows: [...HOLIDAYS], reason: '…' }, { id: idOf(50) });

let n = 10;
const at = '2026-09-21T02:00:00.000Z';
const step = <T extends OrderType>(seat: Seat, type: T, payload: Payload<T>, when = at): PastOrder =>
  past(seat, type, payload, { id: idOf((n += 1)), at: when });

const drafted = past(planner, 'plan.draft', { content: aPlan() }, { id: planId, at });
const toConsult = step(planner, 'plan.submit', { planId, consult: [WATER, YUDU] });
const toReview = step(planner, 'plan.submit', { planId });
const coordinated = step(second, 'plan.review', { planId, aspect: 'coordination', passed: true, opinion: '衔接' });
const lawful = step(water, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '合法' });
const approved = step(cityLeader, 'plan.approve', { planId, approved: true, opinion: '同意' });
const ISSUE = { planId, docNo: '赣市府办字〔2026〕31号', issuedAt: '2026-09-21', draftingNote: '编制说明' };
const issued = step(planner, 'plan.issue', ISSUE);
const toApproval = [...places, holidays, drafted, toConsult, toReview, coordinated, lawful];
const inForce = [...toApproval, approved, issued];
const now = (...history: (PastOrder | FenghuoEvent)[]) => given(...history).at(at);

describe('the life of a plan', () => {
  it('goes from drafting through consultation and two reviews to approval and issue', () => {
    const stages = [drafted, toConsult, toReview, coordinated, lawful, approved].map(
      (_, i, all) => given(...places, ...all.slice(0, i + 1)).world.get('plan', planId)?.draft?.stage,
    );
    expect(stages).toEqual(['drafting', 'consultation', 'review', 'review', 'approval', 'approved']);
    const plan = given(...inForce).world.get('plan', planId);
    expect(plan).toMatchObject({ status: 'in_force', current: { no: 1, docNo: ISSUE.docNo }, lastNo: 1 });
    expect(plan && stateOf(plan)).toBe('in_force');
    expect(plan?.draft).toBeUndefined();
  });

  it('each seat writes plans of its own organisation and of its own kinds', () => {
    const start = now(...places);
    const by = (seat: Seat, kind: 'special' | 'department' | 'township' | 'village') => start.when(seat, 'plan.draft', { content: aPlan({ kind }) });
    by(planner, 'special').expectEvents([{ owner: CITY, above: [] }]);
    by(water, 'department').expectEvents([{ owner: WATER, above: [CITY] }]);
    by(seatAt('township-duty'), 'township').expectEvents([{ owner: GONGJIANG, above: [YUDU, CITY] }]);
    by(seatAt('village-reporter'), 'village').expectEvents([{ type: 'plan.drafted' }]);
    by(seatAt('township-duty'), 'special').expectRefusal('not-permitted', 'content.kind');
    for (const role of ['city-leader', 'auditor', 'team', 'neighbour', 'administrator'] as const) by(seatAt(role), 'special').expectRefusal('not-permitted');
  });

  it('goes back to drafting with the reasons of a review that it did not pass, or of the leader', () => {
    const back = now(...places, drafted, toConsult, toReview).when(second, 'plan.review', {
      planId,
      aspect: 'legality',
      passed: false,
      opinion: '引用条文已废止',
    });
    expect(back.document('plan', planId)?.draft).toMatchObject({ stage: 'drafting', returned: { reason: '引用条文已废止' }, reviews: [] });
    const no = now(...toApproval).when(cityLeader, 'plan.approve', { planId, approved: false, opinion: '再议' });
    expect(no.document('plan', planId)?.draft?.stage).toBe('drafting');
  });

  it('nobody reviews or approves what they drafted themselves, and no step is taken before its time', () => {
    now(...places, drafted, toConsult, toReview)
      .when(planner, 'plan.review', { planId, aspect: 'legality', passed: true, opinion: '…' })
      .expectRefusal('plan.same-person');
    now(...toApproval)
      .when(leaderWhoDrafts, 'plan.approve', { planId, approved: true, opinion: '…' })
      .expectRefusal('plan.same-person');
    now(...toApproval)
      .when(planner, 'plan.approve', { planId, approved: true, opinion: '…' })
      .expectRefusal('not-permitted');
    now(...places, drafted)
      .when(cityLeader, 'plan.approve', { planId, approved: true, opinion: '…' })
      .expectRefusal('plan.state');
    now(...toApproval)
      .when(planner, 'plan.issue', ISSUE)
      .expectRefusal('plan.state');
    now(...places, drafted)
      .when(planner, 'plan.submit', { planId })
      .expectRefusal('invalid', 'consult');
  });

  it('is not reviewed while a comment of the consultation has no answer', () => {
    const comment = past(water, 'plan.comment', { planId, clauseId: '5.1', text: '请明确水位' }, { id: idOf(3), at });
    const asked = [...places, drafted, toConsult, comment];
    now(...asked)
      .when(planner, 'plan.submit', { planId })
      .expectRefusal('plan.comments-open');
    now(...asked)
      .when(water, 'plan.resolve', { planId, commentId: idOf(3), adopted: true, reply: '…' })
      .expectRefusal('not-permitted');
    const answered = step(planner, 'plan.resolve', { planId, commentId: idOf(3), adopted: true, reply: '已补充' });
    now(...asked, answered)
      .when(planner, 'plan.submit', { planId })
      .expectEvents([{ to: 'review' }]);
    now(...places, drafted, toConsult)
      .when(water, 'plan.comment', { planId, clauseId: '9.9', text: '…' })
      .expectRefusal('invalid', 'clauseId');
    now(...places, drafted, toConsult)
      .when(seatAt('county-duty', '360702'), 'plan.comment', { planId, text: '…' })
      .expectRefusal('plan.unknown');
  });

  it('is issued with a number, and is filed within twenty working days: of 2026-09-21 that is 2026-10-26', () => {
    const plan = given(...inForce).world.get('plan', planId);
    expect(plan?.slips).toMatchObject([
      { n: 1, body: 'lead-department', due: '2026-10-26' },
      { n: 2, cc: true, due: '2026-10-26' },
    ]);
    expect(given(...inForce).world.get('schedule', `${planId}.review`)).toMatchObject({ purpose: 'review', dueAt: '2029-09-21T01:00:00.000Z' });
    now(...toApproval, approved)
      .when(planner, 'plan.issue', { ...ISSUE, issuedAt: '2026-09-22' })
      .expectRefusal('invalid', 'issuedAt');
    now(...toApproval, approved)
      .when(planner, 'plan.issue', { ...ISSUE, effectiveAt: '2026-09-20' })
      .expectRefusal('invalid', 'effectiveAt');
  });

  it('takes effect on its day, by the clockwork alone, and not before', () => {
    const later = step(planner, 'plan.issue', { ...ISSUE, effectiveAt: '2026-10-01' });
    const world = given(...toApproval, approved, later);
    const plan = world.world.get('plan', planId);
    expect(plan).toMatchObject({ status: 'drafting', draft: { stage: 'issued' } });
    expect(plan && dueOf('plan', plan, { archiveAfterHours: 24, climbAfterMinutes: 15 })).toMatchObject([{ at: '2026-09-30T16:00:00.000Z' }]);
    world.at(at).when(SYSTEM_SEAT, 'plan.take-effect', { planId, no: 1 }).expectRefusal('plan.state');
    const on = world.at('2026-09-30T16:00:00Z');
    on.when(planner, 'plan.take-effect', { planId, no: 1 }).expectRefusal('not-permitted');
    expect(on.when(SYSTEM_SEAT, 'plan.take-effect', { planId, no: 1 }).document('plan', planId)).toMatchObject({ status: 'in_force', current: { no: 1 } });
  });

  it('is filed by whoever keeps it; the receipt is due five working days later', () => {
    const sent = now(...inForce).when(cityLeader, 'plan.file', { planId, slip: 1, step: 'sent' });
    sent.expectEvents([{ step: 'sent', receiptDue: '2026-09-29' }]);
    now(...inForce)
      .when(planner, 'plan.file', { planId, slip: 1, step: 'received' })
      .expectRefusal('plan.state');
    now(...inForce)
      .when(water, 'plan.file', { planId, slip: 1, step: 'sent' })
      .expectRefusal('not-permitted');
    const both = [1, 1].map((slip, i) => step(planner, 'plan.file', { planId, slip, step: i === 0 ? 'sent' : 'received' }));
    const plan = given(...inForce, ...both).world.get('plan', planId);
    expect(plan && stateOf(plan)).toBe('filed');
  });

  it('is revised from what is in force, with the reason and the evidence; the version in force stays untouched', () => {
    const flood = past(yuduDuty, 'incident.log', aFlood(), { id: idOf(4), at });
    const revised = step(planner, 'plan.revise', { planId, trigger: 'event', reason: '通讯录有误，没有夜间路线', incidentId: idOf(4) });
    const edited = step(planner, 'plan.edit', { planId, baseRevision: 1, changes: [{ in: 'clauses', remove: '1.1' }] });
    const { world } = given(...inForce, flood, revised, edited);
    expect(world.get('plan', planId)).toMatchObject({ current: { no: 1 }, draft: { no: 2, trigger: { trigger: 'event', evidence: { incidentId: idOf(4) } } } });
    expect(world.get('edition', `${planId}.1`)?.content.clauses).toHaveLength(3);
    expect(world.get('edition', `${planId}.2`)?.content.clauses).toHaveLength(2);
    now(...inForce)
      .when(planner, 'plan.edit', { planId, baseRevision: 1, changes: [{ in: 'clauses', remove: '1.1' }] })
      .expectRefusal('plan.state');
    now(...inForce)
      .when(planner, 'plan.revise', { planId, trigger: 'event', reason: '…', incidentId: idOf(44) })
      .expectRefusal('incident.unknown');
    now(...inForce, flood, revised)
      .when(planner, 'plan.revise', { planId, trigger: 'law', reason: '…' })
      .expectRefusal('plan.state');
  });

  it('gives a draft up without losing what is in force, and never gives its number again', () => {
    const revised = step(planner, 'plan.revise', { planId, trigger: 'other', reason: '…' });
    const withdrawn = step(planner, 'plan.withdraw', { planId, reason: '误启动' });
    const again = given(...inForce, revised, withdrawn)
      .at(at)
      .when(planner, 'plan.revise', { planId, trigger: 'other', reason: '…' });
    expect(again.document('plan', planId)).toMatchObject({ current: { no: 1 }, draft: { no: 3 } });
  });

  it('is evaluated and abolished; an abolished one owes nobody a review', () => {
    const begun = step(planner, 'plan.evaluate', { planId });
    const plan = given(...inForce, begun).world.get('plan', planId);
    expect(plan && stateOf(plan)).toBe('under_evaluation');
    now(...inForce, begun)
      .when(planner, 'plan.evaluate', { planId })
      .expectRefusal('plan.state');
    now(...inForce)
      .when(planner, 'plan.evaluate', { planId, outcome: 'keep', opinion: '…' })
      .expectRefusal('plan.state');
    now(...inForce)
      .when(planner, 'plan.retire', { planId, reason: '…' })
      .expectRefusal('not-permitted');
    const ended = given(...inForce, step(cityLeader, 'plan.retire', { planId, reason: '机构改革' })).world;
    expect(ended.get('plan', planId)?.status).toBe('abolished');
    expect(ended.get('schedule', `${planId}.review`)?.endedAt).toBeDefined();
  });

  it('a confidential one is seen by its owner and whom it asks, by nobody above or beside', () => {
    const secret = past(yuduDuty, 'plan.draft', { content: aPlan(), confidential: true }, { id: planId, at });
    expect(given(...places, secret).world.get('plan', planId)?.readers).toEqual([`org:${YUDU}`]);
    now(...places, secret)
      .when(cityDuty, 'plan.comment', { planId, text: '…' })
      .expectRefusal('plan.unknown', 'planId');
    expect(given(...inForce).world.get('plan', planId)?.readers).toContain('desk');
    expect(given(...places, drafted).world.get('plan', planId)?.readers).not.toContain('desk');
  });

  it('the library is brought by the server, once, and is a pattern for one of one’s own', () => {
    const brought = past(SYSTEM_SEAT, 'plan.found', { planId, key: 'flash-flood', owner: CITY, content: aPlan(), on: '2026-06-01' }, { id: idOf(2), at });
    now(...places)
      .when(yuduLeader, 'plan.found', { planId, key: 'flash-flood', owner: CITY, content: aPlan(), on: '2026-06-01' })
      .expectRefusal('not-permitted');
    now(...places, brought)
      .when(SYSTEM_SEAT, 'plan.found', { planId, key: 'flash-flood', owner: CITY, content: aPlan(), on: '2026-06-01' })
      .expectRefusal('plan.state');
    const title = { zh: '于都县山洪灾害应急预案', en: 'Yudu' };
    const own = now(...places, brought).when(yuduDuty, 'plan.draft', { fromPlanId: planId, title });
    expect(own.document('plan')).toMatchObject({ title, owner: YUDU, above: [CITY], draft: { no: 1 } });
  });
});
