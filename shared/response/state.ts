import { putEntry } from '#shared/incident/entry.ts';
import { putHeld } from '#shared/incident/held.ts';
import type { Author } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { ResponseEvent, ResponseLaunched, TaskMade } from './events.ts';
import type { Level } from './orders.ts';

export interface ResponseChange {
  at: string;
  by: Author;
  reason: string;
  level: Level;
  expectedUntil: string;
}

/** 应急响应: a plan set in motion for an incident. Its level is neither the incident's severity nor an alert's colour. */
export interface Response extends Stamp {
  incidentId: string;
  incidentNumber: string;
  planId: string;
  no: number;
  planTitle: { zh: string; en: string };
  planDocNo: string;
  level: Level;
  matters: string;
  launchedAt: string;
  by: Author;
  org: string;
  expectedUntil: string;
  docNo?: string;
  status: 'running' | 'terminated';
  changes: readonly ResponseChange[];
  tasks: readonly string[];
  /** Since when its expected end has passed without a word. */
  overdueAt?: string;
  /** The record of the Standing Committee: until which day, and when it was made. */
  record: { due: string; lapsedAt?: string; at?: string; docNo?: string };
  endedAt?: string;
  endedBy?: Author;
  endedFor?: string;
  exercise: boolean;
}

export const TASK_STATES = ['open', 'done', 'skipped', 'ended'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** A measure of the plan that somebody has to carry out. */
export interface Task extends Stamp, TaskMade {
  incidentId: string;
  responseId: string;
  /** The organisation that answers for it: whoever launched, until it is assigned. */
  org: string;
  to?: { org: string; name: string };
  state: TaskState;
  at: string;
  /** Since when it is late. */
  lateAt?: string;
  closedAt?: string;
  closedBy?: Author;
  /** Evidence of what was done, or why it was left out. */
  outcome?: string;
  alsoReadBy: readonly string[];
  exercise: boolean;
}

/** Folds one event in. Total: one about a response that is not here is an entry in the timeline and no more. */
export function evolveResponse(draft: Draft, event: ResponseEvent, at: string, by: Author): void {
  if (event.type === 'response.launched') launched(draft, event, at, by);
  else if ('taskId' in event) aboutTask(draft, event, at, by);
  else {
    const response = draft.get('response', event.responseId);
    if (response) aboutResponse(draft, response, event, at, by);
  }
  putEntry(draft, event, at, by, said(draft, event));
}

function launched(draft: Draft, event: ResponseLaunched, at: string, by: Author): void {
  const { type: _type, n: _n, readers, responseId: id, tasks, recordDue, ...facts } = event;
  const doc = { ...facts, id, launchedAt: at, by, status: 'running', changes: [], tasks: tasks.map((task) => task.id), record: { due: recordDue } } as const;
  putHeld(draft, 'response', doc, readers);
  makeTasks(draft, event, tasks, event, at);
}

type Of = Pick<ResponseLaunched, 'incidentId' | 'responseId' | 'readers'>;

function makeTasks(
  draft: Draft,
  { incidentId, responseId, readers }: Of,
  tasks: readonly TaskMade[],
  { org, exercise }: Pick<Response, 'org' | 'exercise'>,
  at: string,
): void {
  for (const task of tasks) putHeld(draft, 'task', { ...task, incidentId, responseId, org, state: 'open', at, alsoReadBy: [], exercise }, readers);
}

type AboutResponse = Extract<ResponseEvent, { type: `response.${string}` }>;

function aboutResponse(draft: Draft, response: Response, event: Exclude<AboutResponse, ResponseLaunched>, at: string, by: Author): void {
  const put = (more: Partial<Response>): void => putHeld(draft, 'response', { ...response, ...more }, event.readers);
  switch (event.type) {
    case 'response.adjusted': {
      const { reason, level = response.level, expectedUntil = response.expectedUntil, matters = response.matters, tasks } = event;
      const { overdueAt: _over, ...rest } = response;
      const changes = [...response.changes, { at, by, reason, level, expectedUntil }];
      const all = [...response.tasks, ...tasks.map(({ id }) => id)];
      putHeld(
        draft,
        'response',
        { ...(event.expectedUntil === undefined ? response : rest), level, expectedUntil, matters, changes, tasks: all },
        event.readers,
      );
      return makeTasks(draft, event, tasks, response, at);
    }
    case 'response.terminated':
      put({ status: 'terminated', endedAt: at, endedBy: by, endedFor: event.reason });
      for (const task of tasksOf(draft, response)) if (task.state === 'open') putHeld(draft, 'task', { ...task, state: 'ended', closedAt: at }, event.readers);
      return;
    case 'response.recorded':
      return put({ record: { ...response.record, at: event.at, ...(event.docNo === undefined ? {} : { docNo: event.docNo }) } });
    case 'response.lapsed':
      return put(event.what === 'expected-end' ? { overdueAt: at } : { record: { ...response.record, lapsedAt: at } });
    default:
      event satisfies never;
  }
}

export function tasksOf(world: Pick<Draft, 'get'>, { tasks }: Pick<Response, 'tasks'>): Task[] {
  return tasks.flatMap((id) => world.get('task', id) ?? []);
}

function aboutTask(draft: Draft, event: Extract<ResponseEvent, { taskId: string }>, at: string, by: Author): void {
  const task = draft.get('task', event.taskId);
  if (!task) return;
  const put = (more: Partial<Task>): void => putHeld(draft, 'task', { ...task, ...more }, event.readers);
  switch (event.type) {
    case 'task.assigned': {
      const { to, alsoReadBy, dueAt } = event;
      const { lateAt, ...rest } = task;
      const late = dueAt === undefined && lateAt !== undefined ? { lateAt } : {};
      return putHeld(draft, 'task', { ...rest, ...late, to, alsoReadBy, ...(dueAt === undefined ? {} : { dueAt }) }, event.readers);
    }
    case 'task.lapsed':
      return put({ lateAt: at });
    case 'task.done':
    case 'task.skipped': {
      const outcome = event.type === 'task.done' ? event.evidence : event.reason;
      put({ state: event.type === 'task.done' ? 'done' : 'skipped', closedAt: at, closedBy: by, outcome });
      const response = draft.get('response', event.responseId);
      if (response) release(draft, response, event.readers, at);
      return;
    }
    default:
      event satisfies never;
  }
}

/** The clock of what waited for others runs from when the last of them was closed. */
function release(draft: Draft, response: Response, readers: readonly string[], at: string): void {
  for (const task of tasksOf(draft, response)) {
    if (task.state !== 'open' || task.dueAt !== undefined || task.withinMinutes === undefined || waitsFor(draft, task).length > 0) continue;
    putHeld(draft, 'task', { ...task, dueAt: addMinutes(at, task.withinMinutes) }, readers);
  }
}

/** The tasks that one waits for still. */
export const waitsFor = (world: Pick<Draft, 'get'>, { after }: Pick<Task, 'after'>): Task[] =>
  after.flatMap((id) => world.get('task', id) ?? []).filter(({ state }) => state === 'open');

function said(draft: Draft, event: ResponseEvent): { text?: string; set?: Record<string, unknown> } {
  switch (event.type) {
    case 'response.launched': {
      const { planTitle, planDocNo, level, expectedUntil, matters } = event;
      return { text: matters, set: { plan: planTitle.zh, planDocNo, responseLevel: level, expectedUntil } };
    }
    case 'response.adjusted': {
      const { level, expectedUntil, reason } = event;
      return { text: reason, set: { ...(level === undefined ? {} : { responseLevel: level }), ...(expectedUntil === undefined ? {} : { expectedUntil }) } };
    }
    case 'response.terminated':
      return { text: event.reason };
    case 'response.recorded':
      return event.docNo === undefined ? {} : { set: { docNo: event.docNo } };
    case 'response.lapsed':
      return { set: { lapsed: event.what } };
    default: {
      const task = draft.get('task', event.taskId)?.text ?? event.taskId;
      const text =
        event.type === 'task.done' ? event.evidence : event.type === 'task.skipped' ? event.reason : event.type === 'task.assigned' ? event.text : undefined;
      return {
        ...(text === undefined ? {} : { text }),
        set: { task, ...(event.type === 'task.assigned' ? { addressee: event.to.name, ...(event.dueAt === undefined ? {} : { dueAt: event.dueAt }) } : {}) },
      };
    }
  }
}
