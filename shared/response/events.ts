import type { Entry } from '#shared/incident/entry.ts';
import type { Level, LAPSES } from './orders.ts';

/** Each event is also an entry of the incident's timeline. */
interface ResponseEntry extends Entry {
  responseId: string;
}

/** A task as it is made from a measure of the plan, or from words. */
export interface TaskMade {
  id: string;
  text: string;
  /** The post at the headquarters, as the plan calls it, and the unit that fills it. */
  position?: { id: string; zh: string; en: string; unit: string };
  withinMinutes?: number;
  /** Absent while it waits for others. */
  dueAt?: string;
  after: readonly string[];
}

export interface ResponseLaunched extends ResponseEntry {
  type: 'response.launched';
  incidentNumber: string;
  planId: string;
  /** The version that was in force: it stays with the response. */
  no: number;
  planTitle: { zh: string; en: string };
  planDocNo: string;
  level: Level;
  matters: string;
  expectedUntil: string;
  docNo?: string;
  tasks: readonly TaskMade[];
  /** The last day for the record of the Standing Committee. */
  recordDue: string;
  org: string;
  exercise: boolean;
}

export interface ResponseAdjusted extends ResponseEntry {
  type: 'response.adjusted';
  level?: Level;
  expectedUntil?: string;
  matters?: string;
  reason: string;
  tasks: readonly TaskMade[];
}

export interface ResponseTerminated extends ResponseEntry {
  type: 'response.terminated';
  reason: string;
}

export interface ResponseRecorded extends ResponseEntry {
  type: 'response.recorded';
  at: string;
  docNo?: string;
}

export interface ResponseLapsed extends ResponseEntry {
  type: 'response.lapsed';
  what: (typeof LAPSES)[number];
}

interface TaskEntry extends ResponseEntry {
  taskId: string;
}

export interface TaskAssigned extends TaskEntry {
  type: 'task.assigned';
  to: { org: string; name: string };
  dueAt?: string;
  text?: string;
  alsoReadBy: readonly string[];
}

export interface TaskDone extends TaskEntry {
  type: 'task.done';
  evidence: string;
}

export interface TaskSkipped extends TaskEntry {
  type: 'task.skipped';
  reason: string;
}

export interface TaskLapsed extends TaskEntry {
  type: 'task.lapsed';
  dueAt: string;
}

export type ResponseEvent =
  | ResponseLaunched
  | ResponseAdjusted
  | ResponseTerminated
  | ResponseRecorded
  | ResponseLapsed
  | TaskAssigned
  | TaskDone
  | TaskSkipped
  | TaskLapsed;
