import type { Organisation } from '#shared/organisation/state.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { PlanKind } from './content.ts';
import type { REVIEW_ASPECTS } from './orders.ts';
import type { Plan, Stage } from './state.ts';

/** Who may do what with a plan (rules A.2 and B.9). The client runs the same functions, to say why a button is disabled. */
const OF_REGION: readonly PlanKind[] = ['overall', 'special', 'joint', 'unit', 'handbook'];

/** The kinds of plan that a seat writes for its own organisation. */
export function kindsOf(actor: Pick<Actor, 'role'>): readonly PlanKind[] {
  switch (actor.role) {
    case 'planner':
      return [...OF_REGION, 'department'];
    case 'county-duty':
    case 'city-duty':
      return OF_REGION;
    case 'department':
      return ['department', 'special', 'joint', 'unit', 'handbook'];
    case 'township-duty':
      return ['township', 'village', 'unit', 'handbook'];
    case 'village-reporter':
      return ['village'];
    default:
      return [];
  }
}

type Owned = Pick<Plan, 'owner' | 'above' | 'kind'>;

export const mayWrite = (actor: Actor, { owner, kind }: Pick<Plan, 'owner' | 'kind'>): boolean => actor.org === owner && kindsOf(actor).includes(kind);

/** The region whose leader approves: the owner's own, or the nearest above that has one. Townships and villages have none here. */
export const approvingOrg = ({ owner, above }: Pick<Plan, 'owner' | 'above'>): string | undefined => [owner, ...above].find((org) => /^\d{6}$/.test(org));

/** Whoever writes it, and the approving body: it is that which files. */
export const mayKeep = (actor: Actor, plan: Owned): boolean =>
  mayWrite(actor, plan) || (actor.org === approvingOrg(plan) && (isLeader(actor) || actor.role === 'planner'));

/** Whoever is asked, whoever stands above, and the owner's own. */
export const mayComment = (actor: Actor, { owner, above, draft }: Pick<Plan, 'owner' | 'above' | 'draft'>): boolean =>
  (isDuty(actor) || isLeader(actor) || ['planner', 'department', 'village-reporter'].includes(actor.role)) &&
  [owner, ...above, ...(draft?.consulted ?? [])].includes(actor.org);

/** 衔接: the emergency authority at the owner's region or above. 合法性: a department of it (司法) too. Never the drafter. */
export function mayReview(
  actor: Actor,
  plan: Pick<Plan, 'owner' | 'above'>,
  aspect: (typeof REVIEW_ASPECTS)[number],
  own: Pick<Organisation, 'parent'> | undefined,
): boolean {
  const regions = [plan.owner, ...plan.above];
  if (actor.role === 'planner' || isLeader(actor)) return regions.includes(actor.org);
  return aspect === 'legality' && actor.role === 'department' && own?.parent !== undefined && regions.includes(own.parent);
}

export const mayApprove = (actor: Actor, plan: Pick<Plan, 'owner' | 'above'>): boolean => isLeader(actor) && actor.org === approvingOrg(plan);

/** A receipt is given by whom it was sent to; what lies beyond the system is entered by whoever keeps the plan. */
export const mayReceive = (actor: Actor, plan: Owned, to: string | undefined): boolean =>
  to === undefined ? mayKeep(actor, plan) : actor.org === to && (isDuty(actor) || isLeader(actor) || actor.role === 'planner');

export const STEPS = ['edit', 'submit', 'review', 'approve', 'issue', 'withdraw', 'revise', 'evaluate', 'retire'] as const;
export type LifeStep = (typeof STEPS)[number];
export type WhyNot = 'not-yours' | 'not-leader' | 'not-reviewer' | 'stage' | 'same-person' | 'comments-open' | 'no-version' | 'abolished' | 'draft-open';

const AT: Record<'edit' | 'submit' | 'review' | 'approve' | 'issue', readonly Stage[]> = {
  edit: ['drafting', 'consultation'],
  submit: ['drafting', 'consultation'],
  review: ['review'],
  approve: ['approval'],
  issue: ['approved'],
};

/** Why a seat can't take a step in a plan's life now; nothing when it can. */
export function whyNot(
  step: LifeStep,
  plan: Plan,
  actor: Actor,
  own: Pick<Organisation, 'parent'> | undefined,
  aspect?: (typeof REVIEW_ASPECTS)[number],
): WhyNot | undefined {
  const { status, draft, current } = plan;
  if (status === 'abolished') return 'abolished';
  if (step === 'revise' || step === 'evaluate' || step === 'retire') {
    if (step === 'retire' ? !mayApprove(actor, plan) : !mayKeep(actor, plan)) return step === 'retire' ? 'not-leader' : 'not-yours';
    if (!current) return 'no-version';
    return draft ? 'draft-open' : undefined;
  }
  if (!draft) return 'stage';
  if (step !== 'withdraw' && !AT[step].includes(draft.stage)) return 'stage';
  if (step === 'withdraw') return draft.stage === 'issued' ? 'stage' : mayWrite(actor, plan) ? undefined : 'not-yours';
  if (step === 'review' || step === 'approve') {
    const may =
      step === 'approve'
        ? mayApprove(actor, plan)
        : (aspect ? [aspect] : (['coordination', 'legality'] as const)).some((one) => mayReview(actor, plan, one, own));
    if (!may) return step === 'approve' ? 'not-leader' : 'not-reviewer';
    return draft.by.id === actor.id ? 'same-person' : undefined;
  }
  if (step === 'issue' ? !mayKeep(actor, plan) : !mayWrite(actor, plan)) return 'not-yours';
  return step === 'submit' && draft.stage === 'consultation' && draft.openComments > 0 ? 'comments-open' : undefined;
}
