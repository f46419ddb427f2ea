import type { Order } from '#shared/catalogue.ts';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { hasSeverity } from '#shared/incident/classes.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import { isDuty, type Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { ReportDeadline } from './deadline.ts';
import { mayFind, mayWaive } from './policy.ts';

/** Orders that record something about an incident's reporting without being a report. */
export type RecordOrder = Extract<Order, { type: 'report.find' | 'report.unsettle' | 'report.national' | 'report.waive' | 'report.lapse' }>;

export function decideRecord(incident: Incident, order: RecordOrder, actor: Actor, now: string): Decided {
  switch (order.type) {
    case 'report.find':
      return decideFind(incident, order.payload, actor, now);
    case 'report.unsettle':
      return decideUnsettle(incident, order.payload, actor);
    case 'report.national':
      return decideNational(incident, order.payload, actor, now);
    case 'report.waive':
      return decideWaive(incident, order.payload, actor, now);
    case 'report.lapse':
      return decideLapse(incident, order.payload, actor, now);
    default:
      return order satisfies never;
  }
}

type Payload<T extends RecordOrder['type']> = Extract<RecordOrder, { type: T }>['payload'];

function decideFind(incident: Incident, order: Payload<'report.find'>, actor: Actor, now: string): Decided {
  if (!mayFind(actor)) refuse('not-permitted', 'Only duty officers, departments and leaders record this.');
  const { stableAt, criticalInfrastructure, drinkingWater, alsoTypes, grade, noticed = {} } = order;
  if (grade !== undefined && hasSeverity(incident.typeCode))
    refuse('invalid', 'An incident on the scale of four is given a level, not a grade.', [{ path: 'grade', message: 'is for what has no level' }]);
  const found = {
    ...(stableAt === undefined ? {} : { stableAt: claimedAt(stableAt, now, 'stableAt') }),
    ...(criticalInfrastructure === undefined ? {} : { criticalInfrastructure }),
    ...(drinkingWater === undefined ? {} : { drinkingWater }),
    ...(alsoTypes === undefined ? {} : { alsoTypes }),
    ...(grade === undefined ? {} : { grade }),
  };
  const times = Object.entries(noticed).flatMap(([level, at]) => (at === undefined ? [] : [[level, claimedAt(at, now, `noticed.${level}`)] as const]));
  if (Object.keys(found).length + times.length === 0) refuse('invalid', 'Nothing was given.');
  const event = { ...nextEntry(incident), type: 'report.found', found, ...(times.length > 0 ? { noticed: Object.fromEntries(times) } : {}) } as const;
  return { events: [event], refs: { incident: incident.id } };
}

function decideUnsettle(incident: Incident, { reason }: Payload<'report.unsettle'>, actor: Actor): Decided {
  if (!mayFind(actor)) refuse('not-permitted', 'Only duty officers, departments and leaders record this.');
  if (incident.circumstances?.stableAt === undefined)
    refuse('stale', 'The situation is not recorded as stable.', [{ path: 'incidentId', message: 'is not stable' }]);
  return { events: [{ ...nextEntry(incident), type: 'report.unsettled', reason }], refs: { incident: incident.id } };
}

function decideNational(incident: Incident, { system, at, number }: Payload<'report.national'>, actor: Actor, now: string): Decided {
  if (!isDuty(actor) && actor.role !== 'department') refuse('not-permitted', 'Only duty officers and departments record this.');
  if (incident.exercise) refuse('not-permitted', 'A drill is entered into no national system.');
  if (incident.national?.some((one) => one.system === system))
    refuse('report.already-sent', 'It is recorded as entered there already.', [{ path: 'system', message: 'entered already' }]);
  const event = { ...nextEntry(incident), type: 'report.entered', system, enteredAt: claimedAt(at, now), ...(number === undefined ? {} : { number }) } as const;
  return { events: [event], refs: { incident: incident.id } };
}

function decideWaive(incident: Incident, { rule, dueAt, reason }: Payload<'report.waive'>, actor: Actor, now: string): Decided {
  const row = rowOf(incident, rule, dueAt);
  if (!mayWaive(actor, row, incident)) refuse('not-permitted', 'Only a leader says that a report need not be made.');
  return { events: [{ ...nextEntry(incident), type: 'report.waived', rule, dueAt: row.dueAt, at: now, reason }], refs: { incident: incident.id } };
}

function decideLapse(incident: Incident, { rule, dueAt }: Payload<'report.lapse'>, actor: Actor, now: string): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'A deadline lapses by the clockwork.');
  const row = rowOf(incident, rule, dueAt);
  if (row.late || now <= row.dueAt) refuse('report.no-deadline', 'This deadline has not lapsed.');
  return { events: [{ ...nextEntry(incident), type: 'report.lapsed', rule, dueAt: row.dueAt }], refs: { incident: incident.id } };
}

/** A deadline that is still open. */
function rowOf({ deadlines = [] }: Incident, rule: string, dueAt: string): ReportDeadline {
  const instant = normaliseInstant(dueAt);
  const row = deadlines.find((one) => one.rule === rule && one.dueAt === instant && !one.met);
  return row ?? refuse('report.no-deadline', 'There is no such open deadline.', [{ path: 'rule', message: 'not open' }]);
}
