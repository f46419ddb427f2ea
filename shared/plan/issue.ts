import type { FenghuoEvent } from '#shared/catalogue.ts';
import type { Due } from '#shared/clockwork.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { refuse } from '#shared/refusal.ts';
import { cityDay, cityInstant, workingDayAfter } from '#shared/report/workdays.ts';
import { numberOf, rowsOf } from '#shared/rulebook/state.ts';
import { completed } from '#shared/schedule/decide.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import { firstReview } from './begin.ts';
import { filingOf } from './filing.ts';
import { done, draftOf, type Ground, type Payload } from './ground.ts';
import type { SlipDue } from './events.ts';
import { readersOf } from './evolve.ts';
import type { Plan } from './state.ts';

const FILE_DAYS = 20;

/** 印发: the version is immutable from here, its filings are due by the table of holidays, and its next review is counted from the issue. */
export function decideIssue({ world, plan, now }: Ground, order: Payload<'plan.issue'>): Decided {
  const { no } = draftOf(plan);
  const { docNo, draftingNote, publicUrl } = order;
  const issuedAt = instantAt(order.issuedAt);
  const effectiveAt = instantAt(order.effectiveAt ?? order.issuedAt);
  if (issuedAt > now) refuse('invalid', 'issuedAt lies in the future.', [{ path: 'issuedAt', message: 'lies in the future' }]);
  // What the library brought was issued by nobody.
  const last = plan.versions.findLast(({ no: n }) => plan.key === undefined || n > 1)?.issuedAt;
  if (last !== undefined && issuedAt < last)
    refuse('invalid', 'The version before was issued later.', [{ path: 'issuedAt', message: 'before the last issue', current: last }]);
  if (effectiveAt < issuedAt) refuse('invalid', 'It can not take effect before its issue.', [{ path: 'effectiveAt', message: 'before issuedAt' }]);
  for (const other of world.all('plan'))
    if (other.versions.some((one) => one.docNo === docNo))
      refuse('invalid', 'Another version has this number already.', [{ path: 'docNo', message: 'is taken', current: other.title.zh }]);
  const event = {
    type: 'plan.issued',
    planId: plan.id,
    no,
    docNo,
    issuedAt,
    effectiveAt,
    draftingNote,
    slips: slipsOf(world, plan, issuedAt),
    ...defined({ publicUrl: plan.confidential ? undefined : publicUrl }),
  } as const;
  if (plan.confidential && publicUrl !== undefined)
    refuse('invalid', 'A confidential plan has no public address.', [{ path: 'publicUrl', message: 'is confidential' }]);
  const effect: FenghuoEvent[] = effectiveAt <= now ? [{ type: 'plan.took-effect', planId: plan.id, no }] : [];
  return done(plan, event, ...effect, ...reviewsFrom(world, plan, issuedAt));
}

const instantAt = (when: string): string => (when.length === 10 ? cityInstant(when, '00:00') : normaliseInstant(when));

function slipsOf(world: World, plan: Plan, issuedAt: string): SlipDue[] {
  const due = workingDayAfter(cityDay(issuedAt), numberOf(world, 'plan.file-within', FILE_DAYS), rowsOf(world, 'holidays'));
  return filingOf(plan.kind, plan.owner, plan.above).map((to, i) => ({ n: plan.slips.length + i + 1, ...to, due }));
}

/** A new version is a review carried out. */
function reviewsFrom(world: World, plan: Plan, issuedAt: string): FenghuoEvent[] {
  const reviews = [...world.all('schedule')].filter(({ planId, purpose, endedAt }) => planId === plan.id && purpose === 'review' && endedAt === undefined);
  if (reviews.length === 0)
    return [
      firstReview(
        world,
        { id: plan.id, readers: readersOf({ ...plan, versions: [{ no: 1, docNo: '', issuedAt, effectiveAt: issuedAt }] }) },
        cityDay(issuedAt),
      ),
    ];
  return reviews.filter(({ lastDoneAt = '' }) => issuedAt > lastDoneAt).map((one) => completed(one, issuedAt));
}

export function decideTakeEffect({ plan, actor, now }: Ground, { no }: Payload<'plan.take-effect'>): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'A version takes effect by the clockwork.');
  const { draft } = plan;
  if (draft?.no !== no || !draft.issue || draft.issue.effectiveAt > now) return refuse('plan.state', 'This version does not take effect now.');
  return done(plan, { type: 'plan.took-effect', planId: plan.id, no });
}

/** An issued version takes effect when its time has come. */
export function dueOfPlan({ id: planId, draft, status }: Plan): Due[] {
  if (!draft?.issue || status === 'abolished') return [];
  return [{ rule: 'plan.take-effect', at: draft.issue.effectiveAt, order: { type: 'plan.take-effect', payload: { planId, no: draft.no } } }];
}
