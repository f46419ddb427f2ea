import type { Order } from '#shared/catalogue.ts';
import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { openOnly } from '#shared/incident/checks.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { ResponseLevel } from '#shared/plan/content.ts';
import { editionId, type Edition, type Plan } from '#shared/plan/state.ts';
import { refuse } from '#shared/refusal.ts';
import { cityDay, cityInstant, dayAfter, workingDayAfter } from '#shared/report/workdays.ts';
import { numberOf, rowsOf } from '#shared/rulebook/state.ts';
import type { Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { ResponseEvent } from './events.ts';
import type { Level, responseOrders } from './orders.ts';
import { mayLaunch, mayLead, mayRecord, responsesOf } from './policy.ts';
import type { Response } from './state.ts';
import { tasksFrom } from './tasks.ts';

export type ResponseOrder = Extract<Order, { type: keyof typeof responseOrders }>;
export type Payload<T extends ResponseOrder['type']> = Extract<ResponseOrder, { type: T }>['payload'];

const RECORD_DAYS = 5;

export function decideLaunch(world: World, incident: Incident, plan: Plan, order: Payload<'response.launch'>, id: string, actor: Actor, now: string): Decided {
  if (!mayLaunch(actor, incident)) refuse('not-permitted', 'A leader who answers for the incident launches a response.');
  openOnly(incident);
  const { current } = plan;
  if (!current || plan.status === 'abolished')
    return refuse('plan.not-in-force', 'This plan has no version in force.', [{ path: 'planId', message: 'not in force' }]);
  if (responsesOf(world, incident).some((one) => one.planId === plan.id && one.org === actor.org && one.status === 'running'))
    refuse('response.running', 'A response by this plan is running: adjust it.', [{ path: 'planId', message: 'is running' }]);
  const expectedUntil = ahead(order.expectedUntil, now);
  const edition = editionFor(world, plan.id, current.no);
  const tasks = tasksFrom(edition, levelOf(edition, order.level), order.measures, id, now);
  const { level, matters, docNo } = order;
  const event = {
    ...nextEntry(incident),
    type: 'response.launched',
    responseId: id,
    incidentNumber: incident.number,
    planId: plan.id,
    no: current.no,
    planTitle: plan.title,
    planDocNo: current.docNo,
    level,
    matters,
    expectedUntil,
    tasks,
    recordDue: workingDayAfter(cityDay(now), numberOf(world, 'response.record-within', RECORD_DAYS), rowsOf(world, 'holidays')),
    org: actor.org,
    exercise: incident.exercise,
    ...defined({ docNo }),
  } as const;
  return { events: [event], refs: { response: id, incident: incident.id } };
}

const editionFor = (world: World, planId: string, no: number): Edition =>
  world.get('edition', editionId(planId, no)) ?? refuse('plan.unknown', 'The text of this version is gone.');

const levelOf = ({ content }: Edition, level: Level): ResponseLevel =>
  content.levels.find((one) => one.level === level) ??
  refuse('response.no-level', 'The plan has no response of this level.', [
    { path: 'level', message: 'not in the plan', current: content.levels.map((one) => one.level) },
  ]);

function ahead(instant: string, now: string): string {
  const at = normaliseInstant(instant);
  if (at <= now) refuse('invalid', 'expectedUntil has passed.', [{ path: 'expectedUntil', message: 'has passed' }]);
  return at;
}

type About = Exclude<Extract<ResponseOrder, { type: `response.${string}` }>, { type: 'response.launch' }>;

/** What follows from an order about a response that was launched. */
export function decideResponse(world: World, incident: Incident, response: Response, order: About, actor: Actor, now: string): Decided {
  const about = { ...nextEntry(incident), responseId: response.id };
  const done = (event: ResponseEvent): Decided => ({ events: [event], refs: { response: response.id, incident: incident.id } });
  switch (order.type) {
    case 'response.adjust': {
      lead(actor, response, incident);
      const { level, expectedUntil: until, matters, reason } = order.payload;
      const edition = editionFor(world, response.planId, response.no);
      const expectedUntil = until === undefined ? undefined : ahead(until, now);
      const had = new Set(response.tasks);
      const tasks = level === undefined || level === response.level ? [] : tasksFrom(edition, levelOf(edition, level), [], response.id, now, had);
      return done({ ...about, type: 'response.adjusted', reason, tasks, ...defined({ level, expectedUntil, matters }) });
    }
    case 'response.terminate':
      lead(actor, response, incident);
      return done({ ...about, type: 'response.terminated', reason: order.payload.reason });
    case 'response.record': {
      if (!mayRecord(actor, response)) refuse('not-permitted', 'The government that launched it has it recorded.');
      if (response.record.at !== undefined)
        refuse('response.state', 'It was recorded already.', [{ path: 'responseId', message: 'was recorded', current: response.record.at }]);
      return done({ ...about, type: 'response.recorded', at: claimedAt(order.payload.at, now), ...defined({ docNo: order.payload.docNo }) });
    }
    case 'response.lapse': {
      const { what } = order.payload;
      if (actor.role !== 'system') refuse('not-permitted', 'Times are watched by the clockwork.');
      const passed = what === 'expected-end' ? hasRunOut(response, now) : isUnrecorded(response, now);
      if (!passed) refuse('response.state', 'Its time has not passed, or this was entered already.');
      return done({ ...about, type: 'response.lapsed', what });
    }
    default:
      return order satisfies never;
  }
}

const hasRunOut = ({ status, overdueAt, expectedUntil }: Response, now: string): boolean =>
  status === 'running' && overdueAt === undefined && expectedUntil <= now;

/** The record is owed until the end of its last day. */
export const recordEnd = ({ record }: Pick<Response, 'record'>): string => cityInstant(dayAfter(record.due), '00:00');

const isUnrecorded = (response: Response, now: string): boolean =>
  response.record.at === undefined && response.record.lapsedAt === undefined && recordEnd(response) <= now;

function lead(actor: Actor, response: Response, incident: Incident): void {
  if (!mayLead(actor, response, incident)) refuse('not-permitted', 'The leader who launched it, or one above, changes it.');
  if (response.status === 'terminated')
    refuse('response.ended', 'This response was ended.', [{ path: 'responseId', message: 'was ended', current: response.endedAt }]);
}
