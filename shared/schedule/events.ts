import type { Purpose } from './orders.ts';

interface OfSchedule {
  scheduleId: string;
}

export interface ScheduleSet extends OfSchedule {
  type: 'schedule.set';
  planId: string;
  purpose: Purpose;
  rule: string;
  anchor: string;
  zone: string;
  cycleId?: string;
  note?: string;
  dueAt: string;
  readers: readonly string[];
}

export interface SchedulePostponed extends OfSchedule {
  type: 'schedule.postponed';
  planned: string;
  reason: string;
}

/** `dueAt` is the next legal date; null when the cycle has come to its end. */
export interface ScheduleCompleted extends OfSchedule {
  type: 'schedule.completed';
  doneAt: string;
  anchor: string;
  dueAt: string | null;
  evidence?: string;
  drillId?: string;
}

export interface ScheduleMissed extends OfSchedule {
  type: 'schedule.missed';
  /** The legal date that has passed. */
  missed: string;
  /** The next: the same where a gap stays overdue until it is done. */
  dueAt: string | null;
}

export interface ScheduleReminded extends OfSchedule {
  type: 'schedule.reminded';
  days: number;
  dueAt: string;
}

export interface ScheduleEnded extends OfSchedule {
  type: 'schedule.ended';
  reason: string;
}

export type ScheduleEvent = ScheduleSet | SchedulePostponed | ScheduleCompleted | ScheduleMissed | ScheduleReminded | ScheduleEnded;
