import { sameReaders } from '#shared/incident/held.ts';
import { cityInstant } from '#shared/report/workdays.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Unstamped } from '#shared/world.ts';
import { piecesOf, withChanges } from './change.ts';
import type { PlanContent } from './content.ts';
import type { PlanDrafted, PlanEvent, PlanFounded, PlanIssued } from './events.ts';
import { editionId, type Edition, type Plan, type PlanDraft, type Version } from './state.ts';

const KEPT_STEPS = 300;
const KEPT_EDITS = 200;
const LIBRARY = '示范文本';

/** Folds one event in. Total: one about a plan that is not here changes nothing. */
export function evolvePlan(draft: Draft, event: PlanEvent, at: string, by: Author): void {
  if (event.type === 'plan.drafted' || event.type === 'plan.founded') return begun(draft, event, at, by);
  const plan = draft.get('plan', event.planId);
  if (!plan) return;
  const no = 'no' in event ? event.no : (plan.current?.no ?? 0);
  const text = saidBy(event);
  const steps = [...plan.steps, { what: event.type, no, at, by, ...(text === undefined ? {} : { text }) }].slice(-KEPT_STEPS);
  const edition = draft.get('edition', editionId(plan.id, no));
  const next = changed({ ...plan, steps: event.type === 'plan.edited' ? plan.steps : steps }, edition, event, at, by);
  const readers = readersOf(next);
  draft.put('plan', { ...next, readers });
  if (!sameReaders(readers, plan.readers)) for (const one of [...draft.all('schedule')]) if (one.planId === plan.id) draft.put('schedule', { ...one, readers });
  writeEdition(draft, next, edition, event, at, by);
}

function begun(draft: Draft, event: PlanDrafted | PlanFounded, at: string, by: Author): void {
  const { planId: id, content, owner, above } = event;
  const founded = event.type === 'plan.founded';
  const issue = founded ? { docNo: LIBRARY, issuedAt: cityInstant(event.on, '00:00'), effectiveAt: cityInstant(event.on, '00:00') } : undefined;
  const version = issue && { no: 1, ...issue };
  const plan: Unstamped<Plan> = {
    id,
    ...headOf(content),
    owner,
    above,
    confidential: founded ? false : event.confidential,
    status: founded ? 'in_force' : 'drafting',
    lastNo: 1,
    versions: version ? [version] : [],
    ...(version ? { current: version } : { draft: freshDraft(1, by) }),
    ...(founded ? { key: event.key } : {}),
    slips: [],
    steps: [{ what: event.type, no: 1, at, by }],
    at,
    readers: [],
  };
  const readers = readersOf(plan);
  draft.put('plan', { ...plan, readers });
  const from = founded || event.pattern === undefined ? {} : { pattern: event.pattern };
  draft.put('edition', { ...freshEdition(id, 1, content), ...from, ...(issue ? { issue } : {}), readers: editionReaders(plan, issue !== undefined) });
}

const headOf = ({ kind, title, hazards, levels }: PlanContent): Pick<Plan, 'kind' | 'title' | 'hazards' | 'levels'> => ({
  kind,
  title,
  hazards,
  levels: levels.map(({ level, conditions, approver, measures }) => ({ level, conditions, approver, measures: measures.length })),
});

const freshDraft = (no: number, by: Author): PlanDraft => ({ no, stage: 'drafting', revision: 1, by, consulted: [], openComments: 0, reviews: [] });

const freshEdition = (planId: string, no: number, content: PlanContent): Omit<Unstamped<Edition>, 'readers'> => ({
  id: editionId(planId, no),
  planId,
  no,
  content,
  revision: 1,
  touched: {},
  edits: [],
  comments: [],
});

type Later = Exclude<PlanEvent, PlanDrafted | PlanFounded>;

/** The head as it is after the event. */
function changed(plan: Plan, edition: Edition | undefined, event: Later, at: string, by: Author): Plan {
  const { draft } = plan;
  const withDraft = (more: Partial<PlanDraft>): Plan => (draft ? { ...plan, draft: { ...draft, ...more } } : plan);
  const returned = (reason: string): Plan => withDraft({ stage: 'drafting', reviews: [], returned: { at, by, reason } });
  switch (event.type) {
    case 'plan.edited':
      return { ...withDraft({ revision: event.revision }), ...(edition && !plan.current ? headOf(withChanges(edition.content, event.changes)) : {}) };
    case 'plan.commented':
      return withDraft({ openComments: (draft?.openComments ?? 0) + 1 });
    case 'plan.comment-resolved':
      return withDraft({ openComments: Math.max(0, (draft?.openComments ?? 0) - 1) });
    case 'plan.submitted':
      return withDraft({ stage: event.to, consulted: event.consulted });
    case 'plan.reviewed': {
      if (!event.passed) return returned(event.opinion);
      const reviews = [
        ...(draft?.reviews ?? []).filter(({ aspect }) => aspect !== event.aspect),
        { aspect: event.aspect, passed: true, opinion: event.opinion, at, by },
      ];
      return withDraft({ reviews, ...(reviews.length === 2 ? { stage: 'approval' } : {}) });
    }
    case 'plan.approved':
      return event.approved ? withDraft({ stage: 'approved', approvedBy: by }) : returned(event.opinion);
    case 'plan.issued':
      return issued(plan, event);
    case 'plan.took-effect':
      return tookEffect(plan, edition, at);
    case 'plan.filed':
      return { ...plan, slips: plan.slips.map((slip) => (slip.no === event.no && slip.n === event.slip ? { ...slip, ...filed(event) } : slip)) };
    case 'plan.revised': {
      const { trigger, reason, evidence } = event;
      return {
        ...plan,
        lastNo: event.no,
        status: 'in_force',
        draft: { ...freshDraft(event.no, by), trigger: { trigger, reason, ...(evidence ? { evidence } : {}) } },
      };
    }
    case 'plan.withdrawn': {
      const { draft: _gone, ...rest } = plan;
      return rest.current ? rest : { ...rest, status: 'abolished' };
    }
    case 'plan.evaluated':
      return event.outcome === undefined ? { ...plan, status: 'under_evaluation' } : { ...plan, status: 'in_force', evaluatedAt: at };
    case 'plan.retired': {
      const { draft: _gone, ...rest } = plan;
      return { ...rest, status: 'abolished' };
    }
    default:
      return event satisfies never;
  }
}

function issued(plan: Plan, { no, docNo, issuedAt, effectiveAt, slips, publicUrl }: PlanIssued): Plan {
  const issue = { docNo, issuedAt, effectiveAt };
  const { draft, ...rest } = plan;
  return {
    ...rest,
    ...(draft ? { draft: { ...draft, stage: 'issued', issue } } : {}),
    versions: [...plan.versions, { no, ...issue }],
    slips: [...plan.slips, ...slips.map((slip) => ({ ...slip, no }))],
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
}

function tookEffect(plan: Plan, edition: Edition | undefined, at: string): Plan {
  const { draft, ...rest } = plan;
  if (!draft?.issue) return plan;
  const current: Version = { no: draft.no, ...draft.issue };
  const versions = plan.versions.map((one) => (one.no === plan.current?.no ? { ...one, supersededAt: at } : one));
  return { ...rest, ...(edition ? headOf(edition.content) : {}), status: 'in_force', current, versions };
}

const filed = ({ step, at, receiptNo, receiptDue }: Extract<PlanEvent, { type: 'plan.filed' }>) =>
  step === 'sent' ? { sentAt: at, ...(receiptDue === undefined ? {} : { receiptDue }) } : { receivedAt: at, ...(receiptNo === undefined ? {} : { receiptNo }) };

/** The text as it is after the event. One that was issued is left alone for ever. */
function writeEdition(draft: Draft, plan: Plan, edition: Edition | undefined, event: Later, at: string, by: Author): void {
  if (event.type === 'plan.revised') {
    const from = draft.get('edition', editionId(plan.id, event.from));
    if (from) draft.put('edition', { ...freshEdition(plan.id, event.no, from.content), basedOn: event.from, readers: editionReaders(plan, false) });
    return;
  }
  if (!edition || (edition.issue && event.type !== 'plan.filed')) return;
  const put = (more: Partial<Edition>, isIssued = false): void => draft.put('edition', { ...edition, ...more, readers: editionReaders(plan, isIssued) });
  switch (event.type) {
    case 'plan.edited': {
      const { revision, changes } = event;
      const pieces = changes.flatMap(piecesOf);
      const touched = { ...edition.touched, ...Object.fromEntries(pieces.map((piece) => [piece, revision])) };
      return put({
        content: withChanges(edition.content, changes),
        revision,
        touched,
        edits: [...edition.edits, { revision, at, by, pieces }].slice(-KEPT_EDITS),
      });
    }
    case 'plan.commented': {
      const { commentId: id, clauseId, text } = event;
      return put({ comments: [...edition.comments, { id, text, at, by, ...(clauseId === undefined ? {} : { clauseId }) }] });
    }
    case 'plan.comment-resolved': {
      const { commentId, adopted, reply } = event;
      return put({ comments: edition.comments.map((one) => (one.id === commentId ? { ...one, resolved: { adopted, reply, at, by } } : one)) });
    }
    case 'plan.submitted':
      return put({});
    // Its text stays as it is: those it was sent to may read it.
    case 'plan.filed':
      return put({}, true);
    case 'plan.issued': {
      const { docNo, issuedAt, effectiveAt, draftingNote } = event;
      return put({ issue: { docNo, issuedAt, effectiveAt }, draftingNote }, true);
    }
    default:
  }
}

/**
 * Who sees a plan in the register. One that is or was in force is every desk's, unless it is confidential; a draft is seen by
 * its owner, those above, and whoever is consulted.
 */
export function readersOf(plan: Pick<Plan, 'owner' | 'above' | 'confidential' | 'versions' | 'draft' | 'slips'>): string[] {
  const own = [`org:${plan.owner}`];
  const asked = (plan.draft?.consulted ?? []).map((org) => `org:${org}`);
  const told = plan.slips.flatMap(({ org, sentAt }) => (org !== undefined && sentAt !== undefined ? [`org:${org}`] : []));
  if (plan.confidential) return [...new Set([...own, ...asked, ...told])];
  const up = plan.above.map((org) => `org:${org}`);
  return [...new Set([...(plan.versions.length > 0 ? ['desk'] : []), ...own, ...up, ...asked, ...told])];
}

const editionReaders = (plan: Pick<Plan, 'owner' | 'above' | 'confidential' | 'versions' | 'draft' | 'slips'>, isIssued: boolean): string[] =>
  readersOf({ ...plan, versions: isIssued ? [{ no: 1, docNo: '', issuedAt: '', effectiveAt: '' }] : [] });

function saidBy(event: Later): string | undefined {
  if ('opinion' in event) return event.opinion;
  if ('reason' in event) return event.reason;
  if (event.type === 'plan.issued') return event.docNo;
  if (event.type === 'plan.comment-resolved') return event.reply;
  return event.type === 'plan.commented' ? event.text : undefined;
}
