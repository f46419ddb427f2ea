import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { nextEntry, type Entry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import { isLeader } from '#shared/seat.ts';
import { addMinutes, dayOf, normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import { decided, type AlertOrder, type AlertPayload, type Asked } from './asked.ts';
import { decideAnswering } from './decide-answer.ts';
import { needsTwo } from './hazards.ts';
import type { AlertContent } from './orders.ts';
import { draftReaders, FRESH_MINUTES, gravestOf, homeOf, issuedReaders, mayApprove, mayCancel, mayDraft, mayEdit, mayIssue, missingOf } from './policy.ts';
import { isWithin, recipientsOf } from './recipients.ts';
import type { Alert } from './state.ts';

const ANSWER_WITHIN_MINUTES = 10;

/** `incident`: the one that a new draft is about. */
export function decideDraft(asked: Asked, order: AlertPayload<'alert.draft'>, orderId: string, incident: Incident | undefined): Decided {
  const { alertId, incidentId, exercise = incident?.exercise ?? false, ...given } = order;
  const content = normalised(given);
  if (alertId !== undefined) {
    const alert = known(asked, alertId);
    if (alert.status !== 'draft' && alert.status !== 'approved') refuse('alert.state', 'It has been issued: an alert in force is updated, with a reason.');
    return redrafted(asked, alert, content);
  }
  const { world, seat, now } = asked;
  const org = world.get('organisation', seat.actor.org);
  if (!org || !mayDraft(seat.actor, org, content.hazard)) refuse('not-permitted', 'This seat does not draft alerts of this kind.');
  if (incident && incident.exercise !== exercise)
    refuse('invalid', 'A drill and the real thing are not mixed.', [{ path: 'exercise', message: 'differs from the incident' }]);
  // Whoever sees the alert would learn of it.
  if (incident?.sensitive)
    refuse('incident.restricted', 'The incident is restricted: release it first, or draft the alert without naming it.', [
      { path: 'incidentId', message: 'is restricted' },
    ]);
  const home = homeOf(org);
  within(content, home);
  const counter = counterOf(world, now, exercise);
  const made = {
    number: `${exercise ? 'YL' : ''}YJ${dayOf(now)}-${String(counter.n).padStart(3, '0')}`,
    counter,
    org: org.id,
    home,
    ...defined({ about: incidentId }),
    exercise,
    readers: draftReaders(org.id, home, exercise),
  };
  return decided({ type: 'alert.drafted', alertId: orderId, made, content, revision: 1, ...entryOf(incident) }, incident);
}

/** What follows from an order about an alert that is there. */
export function decideAlert(asked: Asked, order: Exclude<AlertOrder, { type: 'alert.draft' }>): Decided {
  const alert = known(asked, order.payload.alertId);
  const { seat, now } = asked;
  const incident = incidentOf(asked, alert);
  const about = { alertId: alert.id, ...entryOf(incident) };
  switch (order.type) {
    case 'alert.update': {
      const { alertId: _id, reason, ...given } = order.payload;
      if (alert.status !== 'issued') refuse('alert.state', `The alert is ${alert.status}: only one in force is updated.`);
      return redrafted(asked, alert, normalised(given), reason);
    }
    case 'alert.approve':
      return approve(asked, alert, order.payload.revision, about);
    case 'alert.return': {
      if (!mayApprove(seat.actor, alert)) refuse('not-permitted', 'Only a leader returns an alert.');
      current(alert, order.payload.revision);
      return decided({ ...about, type: 'alert.returned', revision: order.payload.revision, reason: order.payload.reason }, incident);
    }
    case 'alert.issue':
      return issue(asked, alert, order.payload, about);
    case 'alert.cancel': {
      if (alert.status !== 'issued') refuse('alert.state', `The alert is ${alert.status}: only one in force is cancelled.`);
      if (!mayCancel(seat.actor, alert)) refuse('not-permitted', 'A leader takes an alert of this colour back.');
      return decided({ ...about, type: 'alert.cancelled', reason: order.payload.reason, orgs: orgsOf(asked.world, alert) }, incident);
    }
    case 'alert.expire':
    case 'alert.archive': {
      if (seat.actor.role !== 'system') refuse('not-permitted', 'Alerts run out by the clockwork.');
      const inTime = order.type === 'alert.expire' ? alert.status === 'issued' && (alert.content?.expectedEnd ?? now) <= now : alert.ended !== undefined;
      if (!inTime) refuse('alert.state', 'It is not time for that.');
      if (order.type === 'alert.expire') return decided({ ...about, type: 'alert.expired', orgs: orgsOf(asked.world, alert) }, incident);
      return decided({ alertId: alert.id, type: 'alert.archived', orgs: orgsOf(asked.world, alert) });
    }
    case 'alert.measure': {
      if (!mayEdit(seat.actor, alert) && !(isLeader(seat.actor) && mayApprove(seat.actor, alert)))
        refuse('not-permitted', 'This seat does not keep the list of measures.');
      if (alert.status !== 'issued') refuse('alert.state', 'Measures are carried out while an alert is in force.');
      if (!alert.measures.some(({ n }) => n === order.payload.n)) refuse('invalid', 'There is no such measure.', [{ path: 'n', message: 'no such measure' }]);
      return decided({ alertId: alert.id, type: 'alert.measured', n: order.payload.n, ...defined({ text: order.payload.text }) });
    }
    case 'alert.answer':
    case 'alert.attempt':
    case 'alert.read':
    case 'alert.climb':
      return decideAnswering(asked, alert, order, about);
    default:
      return order satisfies never;
  }
}

function redrafted(asked: Asked, alert: Alert, content: AlertContent, reason?: string): Decided {
  if (!mayEdit(asked.seat.actor, alert)) refuse('not-permitted', 'This seat does not edit this alert.');
  within(content, alert.home);
  const revision = 1 + Math.max(0, ...alert.log.map((step) => step.revision ?? 0));
  return decided({ type: 'alert.drafted', alertId: alert.id, content, revision, ...defined({ reason }) });
}

function approve({ seat, now }: Asked, alert: Alert, revision: number, about: { alertId: string; entry?: Entry }): Decided {
  const { actor } = seat;
  if (!mayApprove(actor, alert)) refuse('not-permitted', 'A leader of the region that it speaks for approves an alert.');
  const ratifies = alert.draft === undefined && alert.issued?.breakGlass !== undefined && alert.issued.approvedBy === undefined;
  if (!alert.draft && !ratifies) refuse('alert.state', 'There is nothing to approve.');
  if (alert.draft) {
    current(alert, revision);
    complete(alert.draft.content);
  }
  const two = needsTwo(ratifies && alert.content ? alert.content.colour : gravestOf(alert, alert.draft));
  const authors = alert.draft ? alert.draft.authors : alert.issued ? [alert.issued.by] : [];
  if (two && authors.some(({ id }) => id === actor.id))
    refuse('alert.same-person', 'Whoever wrote an orange or red alert does not approve it: somebody else does.');
  if (two && (seat.confirmed === undefined || addMinutes(seat.confirmed.at, FRESH_MINUTES) < now))
    refuse('alert.confirm-first', 'Say your password once more: an orange or red alert is approved by somebody who has just done so.');
  return decided({ ...about, type: 'alert.approved', revision, ...(two ? { until: addMinutes(now, FRESH_MINUTES) } : {}) });
}

function issue(asked: Asked, alert: Alert, { revision, breakGlass }: AlertPayload<'alert.issue'>, about: { alertId: string; entry?: Entry }): Decided {
  const { world, seat, now } = asked;
  if (!mayIssue(seat.actor, alert)) refuse('not-permitted', 'This seat does not issue this alert.');
  const draft = current(alert, revision);
  complete(draft.content);
  if ((draft.content.expectedEnd ?? now) < now) refuse('alert.incomplete', 'expectedEnd has passed.', [{ path: 'expectedEnd', message: 'has passed' }]);
  const why = whyNotApproved(world, alert, now);
  if (why !== undefined && breakGlass === undefined) refuse(why, WORDS[why]);
  const recipients = recipientsOf(world, alert, draft.content);
  const meant = new Set(recipients.map(({ org }) => org));
  const event = {
    ...about,
    type: 'alert.issued',
    revision,
    version: (alert.issued?.version ?? 0) + 1,
    content: draft.content,
    // An approval that is there makes it needless to break anything.
    ...(why === undefined ? {} : defined({ breakGlass })),
    answerWithin: numberOf(world, 'alert.answer-within', ANSWER_WITHIN_MINUTES),
    recipients,
    left: orgsOf(world, alert).filter((org) => !meant.has(org)),
    readers: issuedReaders(alert.exercise),
  } as const;
  return decided(event, incidentOf(asked, alert));
}

const WORDS = {
  'alert.not-approved': 'It has not been approved as it is now.',
  'alert.approval-expired': 'The approval has run out: it is given again.',
  'alert.approval-void': 'Whoever approved it holds no leader’s seat here any more.',
} as const;

/** An approval is of one revision, for a quarter of an hour, by somebody who is still a leader. */
export function whyNotApproved(world: Pick<World, 'get'>, { approval, draft, home }: Alert, now: string): keyof typeof WORDS | undefined {
  if (!approval || approval.revision !== draft?.revision) return 'alert.not-approved';
  if (approval.until !== undefined && approval.until < now) return 'alert.approval-expired';
  const staff = world.get('staff', approval.by.id);
  const leads = staff === undefined || (staff.disabled === undefined && mayApprove({ ...approval.by, role: staff.role, org: staff.org }, { home }));
  return leads ? undefined : 'alert.approval-void';
}

function current(alert: Alert, revision: number): NonNullable<Alert['draft']> {
  const { draft } = alert;
  if (!draft) return refuse('alert.state', 'There is no text that waits.');
  if (draft.revision !== revision)
    refuse('alert.changed', `It was changed meanwhile: revision ${draft.revision} waits.`, [
      { path: 'revision', message: 'is not the latest', current: draft.revision },
    ]);
  return draft;
}

function complete(content: AlertContent): void {
  const missing = missingOf(content);
  if (missing.length > 0) refuse('alert.incomplete', `An alert states eight elements: ${missing.map(({ path }) => path).join(', ')}.`, missing);
}

function within({ scope }: AlertContent, home: string): void {
  if (scope && !isWithin(scope.adcodes, home))
    refuse('alert.out-of-area', 'The area is outside the region that the issuer speaks for.', [{ path: 'scope.adcodes', message: 'is outside' }]);
}

function normalised({ startAt, expectedEnd, ...rest }: AlertContent): AlertContent {
  const at = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : normaliseInstant(instant));
  return { ...rest, ...defined({ startAt: at(startAt), expectedEnd: at(expectedEnd) }) };
}

function known({ world, seat }: Asked, id: string): Alert {
  const alert = world.get('alert', id);
  const rooms = new Set(seat.rooms);
  if (alert && (seat.actor.role === 'system' || alert.readers.some((room) => rooms.has(room)))) return alert;
  return refuse('alert.unknown', 'There is no such alert here.', [{ path: 'alertId', message: 'unknown alert' }]);
}

const incidentOf = ({ world }: Asked, { about }: Alert): Incident | undefined => (about === undefined ? undefined : world.get('incident', about));

const entryOf = (incident: Incident | undefined): { entry?: Entry } => (incident ? { entry: nextEntry(incident) } : {});

function orgsOf(world: World, { id }: Alert): string[] {
  return [...world.all('callout')].filter(({ alertId }) => alertId === id).map(({ org }) => org);
}

function counterOf(world: World, at: string, exercise: boolean): { id: string; n: number } {
  const id = `${exercise ? 'drill-alert' : 'alert'}/${dayOf(at)}`;
  return { id, n: (world.get('counter', id)?.n ?? 0) + 1 };
}
