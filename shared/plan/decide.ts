import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { refuse } from '#shared/refusal.ts';
import { cityDay, workingDayAfter } from '#shared/report/workdays.ts';
import { numberOf, rowsOf } from '#shared/rulebook/state.ts';
import { decideEdit } from './edit.ts';
import { allowed, done, draftOf, editionOf, SAID, type Ground, type Payload, type PlanOrder } from './ground.ts';
import { decideIssue, decideTakeEffect } from './issue.ts';
import { mayComment, mayKeep, mayReceive, mayWrite } from './policy.ts';

const MOST_COMMENTS = 500;
const RECEIPT_DAYS = 5;

/** What follows from an order about a plan that is there. */
export function decidePlan(ground: Ground, order: Exclude<PlanOrder, { type: 'plan.draft' | 'plan.found' }>): Decided {
  const { world, plan } = ground;
  switch (order.type) {
    case 'plan.edit':
      return decideEdit(ground, order.payload);
    case 'plan.comment':
      return decideComment(ground, order.payload, order.id);
    case 'plan.resolve':
      return decideResolve(ground, order.payload);
    case 'plan.submit':
      return decideSubmit(ground, order.payload);
    case 'plan.review': {
      const { aspect, passed, opinion } = order.payload;
      allowed('review', ground, aspect);
      const { no, reviews } = draftOf(plan);
      if (passed && reviews.some((one) => one.aspect === aspect))
        refuse('plan.state', 'This review was passed already.', [{ path: 'aspect', message: 'was passed' }]);
      return done(plan, { type: 'plan.reviewed', planId: plan.id, no, aspect, passed, opinion });
    }
    case 'plan.approve': {
      allowed('approve', ground);
      const { approved, opinion } = order.payload;
      return done(plan, { type: 'plan.approved', planId: plan.id, no: draftOf(plan).no, approved, opinion });
    }
    case 'plan.issue':
      allowed('issue', ground);
      return decideIssue(ground, order.payload);
    case 'plan.take-effect':
      return decideTakeEffect(ground, order.payload);
    case 'plan.file':
      return decideFile(ground, order.payload);
    case 'plan.revise':
      return decideRevise(ground, order.payload);
    case 'plan.withdraw':
      allowed('withdraw', ground);
      return done(plan, { type: 'plan.withdrawn', planId: plan.id, no: draftOf(plan).no, reason: order.payload.reason });
    case 'plan.evaluate': {
      const { outcome, opinion } = order.payload;
      allowed('evaluate', ground);
      if ((plan.status === 'under_evaluation') === (outcome === undefined))
        refuse('plan.state', outcome === undefined ? 'It is being evaluated already.' : 'Its evaluation has not begun.');
      return done(plan, { type: 'plan.evaluated', planId: plan.id, ...defined({ outcome, opinion }) });
    }
    case 'plan.retire': {
      allowed('retire', ground);
      const { reason, docNo } = order.payload;
      const ended = [...world.all('schedule')].filter(({ planId, endedAt }) => planId === plan.id && endedAt === undefined);
      return done(
        plan,
        { type: 'plan.retired', planId: plan.id, reason, ...defined({ docNo }) },
        ...ended.map(({ id }) => ({ type: 'schedule.ended', scheduleId: id, reason }) as const),
      );
    }
    default:
      return order satisfies never;
  }
}

function decideComment({ world, plan, actor }: Ground, { clauseId, text }: Payload<'plan.comment'>, id: string): Decided {
  const { no, stage } = draftOf(plan);
  if (stage !== 'consultation') refuse('plan.state', 'Comments are asked for in consultation.');
  if (!mayComment(actor, plan)) refuse('not-permitted', 'Only those who are consulted comment.');
  const { content, comments } = editionOf(world, plan, no);
  if (clauseId !== undefined && !content.clauses.some((one) => one.id === clauseId))
    refuse('invalid', 'No clause has this number.', [{ path: 'clauseId', message: 'unknown clause' }]);
  if (comments.length >= MOST_COMMENTS) refuse('invalid', `A draft takes ${MOST_COMMENTS} comments.`);
  return done(plan, { type: 'plan.commented', planId: plan.id, no, commentId: id, text, ...defined({ clauseId }) });
}

function decideResolve({ world, plan, actor }: Ground, { commentId, adopted, reply }: Payload<'plan.resolve'>): Decided {
  const { no } = draftOf(plan);
  if (!mayWrite(actor, plan)) refuse('not-permitted', 'Only its owner answers comments.');
  const comment = editionOf(world, plan, no).comments.find(({ id }) => id === commentId);
  if (!comment) return refuse('invalid', 'There is no such comment.', [{ path: 'commentId', message: 'unknown comment' }]);
  if (comment.resolved) refuse('plan.state', 'It was answered already.', [{ path: 'commentId', message: 'was answered', current: comment.resolved.reply }]);
  return done(plan, { type: 'plan.comment-resolved', planId: plan.id, no, commentId, adopted, reply });
}

function decideSubmit(ground: Ground, { consult }: Payload<'plan.submit'>): Decided {
  const { world, plan } = ground;
  allowed('submit', ground);
  const { no, stage, consulted } = draftOf(plan);
  if (stage === 'consultation') return done(plan, { type: 'plan.submitted', planId: plan.id, no, to: 'review', consulted });
  if (!consult) return refuse('invalid', 'Departments, units and experts are consulted: name them.', [{ path: 'consult', message: 'is missing' }]);
  consult.forEach((org, i) => {
    if (!world.get('organisation', org))
      refuse('organisation.unknown', 'There is no such organisation.', [{ path: `consult.${i}`, message: 'unknown organisation' }]);
  });
  return done(plan, { type: 'plan.submitted', planId: plan.id, no, to: 'consultation', consulted: [...new Set(consult)] });
}

function decideFile({ world, plan, actor, now }: Ground, order: Payload<'plan.file'>): Decided {
  const slip = plan.slips.findLast(({ n }) => n === order.slip);
  if (!slip) return refuse('invalid', 'There is no such filing.', [{ path: 'slip', message: 'unknown filing' }]);
  const at = claimedAt(order.at, now);
  const event = { type: 'plan.filed', planId: plan.id, no: slip.no, slip: slip.n, at, step: order.step } as const;
  if (order.step === 'sent') {
    if (!mayKeep(actor, plan)) refuse('not-permitted', 'The body that approved it files it.');
    if (slip.sentAt !== undefined) refuse('plan.state', 'It was sent already.', [{ path: 'slip', message: 'was sent', current: slip.sentAt }]);
    const receiptDue = workingDayAfter(cityDay(at), numberOf(world, 'plan.receipt-within', RECEIPT_DAYS), rowsOf(world, 'holidays'));
    return done(plan, { ...event, receiptDue });
  }
  if (!mayReceive(actor, plan, slip.org)) refuse('not-permitted', 'The receipt is given by whom it was sent to.');
  if (slip.sentAt === undefined) refuse('plan.state', 'It was not sent yet.');
  if (slip.receivedAt !== undefined)
    refuse('plan.state', 'Its receipt is there already.', [{ path: 'slip', message: 'was received', current: slip.receivedAt }]);
  return done(plan, { ...event, ...defined({ receiptNo: order.receiptNo }) });
}

function decideRevise(ground: Ground, { trigger, reason, incidentId, drillId }: Payload<'plan.revise'>): Decided {
  const { plan, world } = ground;
  allowed('revise', ground);
  const current = plan.current ?? refuse('plan.not-in-force', SAID['no-version']);
  const incidentNumber = incidentId === undefined ? undefined : world.get('incident', incidentId)?.number;
  const evidence = defined({ incidentId, incidentNumber, drillId });
  const event = { type: 'plan.revised', planId: plan.id, no: plan.lastNo + 1, from: current.no, trigger, reason } as const;
  return done(plan, { ...event, ...(Object.keys(evidence).length > 0 ? { evidence } : {}) });
}
