import type { Order } from '#shared/catalogue.ts';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { ReportKind } from './events.ts';
import { factsOf, figuresOf, lastOf, ordinalOf } from './facts.ts';
import { changesSince, jumpsIn } from './figures.ts';
import { decideRecord, type RecordOrder } from './record.ts';
import { hasLeaderSeat, mayAcknowledge, mayApprove, mayRevise, maySend, maySubmit } from './policy.ts';
import type { Report, ReportBrief } from './state.ts';
import { meets } from './meets.ts';
import { earliestTold } from './start.ts';

type ReportOrder = Extract<Order, { type: `report.${string}` }>;
type Payload<T extends ReportOrder['type']> = Extract<ReportOrder, { type: T }>['payload'];

/** What follows from an order about a report. `incident` finds one that the seat may see, or refuses. */
export function decideReport(
  world: World,
  order: ReportOrder,
  actor: Actor,
  now: string,
  incident: (id: string) => Incident,
  reads: (readers: readonly string[]) => boolean,
): Decided {
  const of = (id: string): { report: Report; incident: Incident } => {
    const report = world.get('report', id);
    // One that the seat may not see is refused in the words of one that is not there.
    if (!report || !reads(report.readers)) return refuse('report.unknown', 'There is no such report here.', [{ path: 'reportId', message: 'unknown report' }]);
    return { report, incident: incident(report.incidentId) };
  };
  switch (order.type) {
    case 'report.draft':
      return decideDraft(world, incident(order.payload.incidentId), order.payload, order.id, actor);
    case 'report.revise':
      return decideRevise(of(order.payload.reportId), order.payload, actor);
    case 'report.submit':
      return decideSubmit(world, of(order.payload.reportId).report, actor);
    case 'report.approve':
      return decideApprove(of(order.payload.reportId).report, order.payload, actor);
    case 'report.return':
      return decideReturn(of(order.payload.reportId).report, order.payload, actor);
    case 'report.send':
      return decideSend(world, of(order.payload.reportId), order.payload, actor, now);
    case 'report.acknowledge':
      return decideAcknowledge(of(order.payload.reportId), order.payload, actor, now);
    case 'report.phone':
      return decidePhone(world, incident(order.payload.incidentId), order.payload, order.id, actor, now);
    default:
      return decideRecord(incident(order.payload.incidentId), order satisfies RecordOrder, actor, now);
  }
}

function decideDraft(world: World, incident: Incident, order: Payload<'report.draft'>, id: string, actor: Actor): Decided {
  const { kind, text, figures, reasons, to, supersedesId } = order;
  const facts = factsOf(world, incident, kind, actor, to);
  const corrected = supersedesId === undefined ? undefined : world.get('report', supersedesId);
  if ((kind === 'correction') !== (supersedesId !== undefined) || (kind === 'correction' && !isMine(corrected, incident, actor)))
    refuse('report.not-sent', 'A correction names the report of yours that was sent and that it corrects.', [
      { path: 'supersedesId', message: 'not a sent report of yours' },
    ]);
  const event = {
    ...facts,
    type: 'report.drafted',
    reportId: id,
    readers: incident.readers,
    channel: 'written',
    version: (corrected?.version ?? 0) + 1,
    text,
    figures,
    changes: changesSince(lastOf(incident, actor.org)?.figures, figures),
    ...(reasons ? { reasons } : {}),
    ...(corrected ? { supersedes: corrected.id, ordinal: corrected.ordinal } : {}),
  } as const;
  return { events: [event], refs: { report: id } };
}

const isMine = (report: Report | undefined, incident: Incident, { org }: Actor): boolean =>
  report !== undefined && report.incidentId === incident.id && report.from.org === org && (report.status === 'sent' || report.status === 'acknowledged');

function decideRevise({ report, incident }: { report: Report; incident: Incident }, order: Payload<'report.revise'>, actor: Actor): Decided {
  if (!mayRevise(actor, report))
    refuse(isOut(report) ? 'report.already-sent' : 'not-permitted', 'This report is not changed here: what was sent is corrected by another one.');
  const { reportId, text, figures, reasons } = order;
  const changes = changesSince(lastOf(incident, report.from.org)?.figures, figures);
  return { events: [{ type: 'report.revised', reportId, text, figures, changes, ...(reasons ? { reasons } : {}) }], refs: { report: reportId } };
}

function decideSubmit(world: World, report: Report, actor: Actor): Decided {
  if (!maySubmit(actor, report)) refuse('not-permitted', 'Only a draft of your own organisation is handed to its leader.');
  reasonsGiven(world, report);
  return { events: [{ type: 'report.submitted', reportId: report.id }], refs: { report: report.id } };
}

function decideApprove(report: Report, { rev }: Payload<'report.approve'>, actor: Actor): Decided {
  if (!mayApprove(actor, report)) refuse('not-permitted', 'The duty leader of the reporting organisation approves what was handed in.');
  if (rev !== undefined && rev !== report.rev)
    refuse('stale', 'The report was changed since you read it.', [{ path: 'rev', message: 'was changed meanwhile', current: report.rev }]);
  return { events: [{ type: 'report.approved', reportId: report.id }], refs: { report: report.id } };
}

function decideReturn(report: Report, { reason }: Payload<'report.return'>, actor: Actor): Decided {
  if (!mayApprove(actor, report)) refuse('not-permitted', 'The duty leader of the reporting organisation returns what was handed in.');
  return { events: [{ type: 'report.returned', reportId: report.id, reason }], refs: { report: report.id } };
}

function decideSend(
  world: World,
  { report, incident }: { report: Report; incident: Incident },
  { approvedPost }: Payload<'report.send'>,
  actor: Actor,
  now: string,
): Decided {
  if (isOut(report)) refuse('report.already-sent', 'This report was sent already.', [{ path: 'reportId', message: 'sent already', current: report.id }]);
  if (!maySend(actor, report)) refuse('report.not-approved', 'A report goes out once its leader has approved it.');
  if (!hasLeaderSeat(report.from.level) && report.status !== 'approved' && approvedPost === undefined)
    refuse('invalid', 'Say which post approved it.', [{ path: 'approvedPost', message: 'is needed where the leader has no seat here' }]);
  onlyOne(incident, report.kind, report.from.org);
  reasonsGiven(world, report);
  const ordinal = report.kind === 'correction' ? report.ordinal : ordinalOf(incident, report.kind, report.from.org);
  const late = isLate(incident, { ...report, from: report.from.level, to: report.to.level, at: now }, now);
  const event = {
    ...nextEntry(incident),
    type: 'report.sent',
    reportId: report.id,
    kind: report.kind,
    ordinal,
    ...(late ? { late } : {}),
    ...(approvedPost === undefined ? {} : { approvedPost }),
  } as const;
  return { events: [event], refs: { report: report.id } };
}

/** One 初报 and one final for an incident and a sender: of two who send the same, one is told of the other's. */
function onlyOne(incident: Incident, kind: ReportKind, org: string): void {
  if (kind !== 'initial' && kind !== 'final') return;
  const first = incident.reports?.find((one) => one.kind === kind && one.org === org && one.channel === 'written');
  if (first) refuse('report.already-sent', 'Your organisation has sent this report already.', [{ path: 'kind', message: 'sent already', current: first.id }]);
}

function decideAcknowledge(
  { report, incident }: { report: Report; incident: Incident },
  { at, post }: Payload<'report.acknowledge'>,
  actor: Actor,
  now: string,
): Decided {
  if (!mayAcknowledge(actor, report)) refuse('not-permitted', 'A report that was sent is acknowledged by the duty office that it was sent to.');
  const { id, kind, ordinal, to } = report;
  const event = {
    ...nextEntry(incident),
    type: 'report.acknowledged',
    reportId: id,
    kind,
    ordinal,
    to,
    at: claimedAt(at, now),
    ...(post === undefined ? {} : { post }),
  } as const;
  return { events: [event], refs: { report: id } };
}

function decidePhone(world: World, incident: Incident, order: Payload<'report.phone'>, id: string, actor: Actor, now: string): Decided {
  const {
    kind = incident.reports?.some(({ org }) => org === actor.org) ? 'follow-up' : 'initial',
    to,
    at,
    spokenTo,
    text,
    figures = figuresOf(incident),
  } = order;
  if (kind === 'correction') refuse('invalid', 'A correction is sent in writing.', [{ path: 'kind', message: 'is written only' }]);
  const facts = factsOf(world, incident, kind, actor, to);
  const said = claimedAt(at, now);
  // A field of a form has no seconds.
  if (said.slice(0, MINUTE) < earliestTold(incident).slice(0, MINUTE))
    refuse('invalid', 'The call lies before the incident.', [{ path: 'at', message: 'lies before the incident' }]);
  const late = isLate(incident, { kind, channel: 'phone', from: facts.from.level, to: facts.to.level, at: said }, now);
  const event = {
    ...facts,
    ...nextEntry(incident),
    type: 'report.phoned',
    reportId: id,
    channel: 'phone',
    version: 1,
    text,
    figures,
    changes: changesSince(lastOf(incident, actor.org)?.figures, figures),
    saidAt: said,
    spokenTo,
    ...(late ? { late } : {}),
  } as const;
  return { events: [event], refs: { report: id } };
}

/** A large jump or a fall needs a written reason. */
function reasonsGiven(world: World, { changes, reasons = {} }: Report): void {
  const by = { least: numberOf(world, 'report.jump-least', 5), times: numberOf(world, 'report.jump-times', 2) };
  const silent = jumpsIn(changes, by).filter(({ path }) => (reasons[path] ?? '') === '');
  if (silent.length > 0)
    refuse(
      'report.reason-needed',
      'A figure jumped or fell since the last report: say why.',
      silent.map(({ path }) => ({ path: `reasons.${path}`, message: 'needs a reason' })),
    );
}

/** Nothing stood here in time: what somebody says of an earlier call is kept beside that. */
function isLate({ deadlines = [] }: Incident, report: Pick<ReportBrief, 'kind' | 'channel' | 'from' | 'to' | 'at'>, now: string): true | undefined {
  return deadlines.some((row) => !row.met && meets(report, row) && now > row.dueAt) ? true : undefined;
}

/** `2026-06-01T02:10` */
const MINUTE = 16;

const isOut = ({ status }: Report): boolean => status === 'sent' || status === 'acknowledged';
