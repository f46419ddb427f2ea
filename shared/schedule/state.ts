import type { Author } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { Draft, Stamp, Unstamped } from '#shared/world.ts';
import type { ScheduleEvent } from './events.ts';
import type { Purpose } from './orders.ts';

const KEPT_ENTRIES = 200;
const MINUTES_PER_DAY = 1440;

/** So many days before the legal date a reminder is entered. Our own choice; no rule was found. */
export const REMIND_DAYS = [90, 30, 7, 0] as const;

export interface ScheduleEntry {
  what: 'set' | 'postponed' | 'completed' | 'missed' | 'reminded' | 'ended';
  at: string;
  by: Author;
  /** The legal date it is about. */
  dueAt?: string;
  doneAt?: string;
  planned?: string;
  days?: number;
  text?: string;
}

/** What a plan demands again and again: its legal date and the date that is planned are two. */
export interface Schedule extends Stamp {
  planId: string;
  purpose: Purpose;
  rule: string;
  anchor: string;
  zone: string;
  cycleId?: string;
  note?: string;
  /** The legal date; absent when the cycle has come to its end. */
  dueAt?: string;
  planned?: string;
  /** Legal dates that passed and were not made up for. */
  missed: readonly string[];
  /** Of the present legal date, the reminders that are over. */
  reminded: readonly number[];
  lastDoneAt?: string;
  log: readonly ScheduleEntry[];
  endedAt?: string;
}

export const remindAt = (dueAt: string, days: number): string => addMinutes(dueAt, -days * MINUTES_PER_DAY);

/** Folds one event in. Total: one about a schedule that is not here changes nothing. */
export function evolveSchedule(draft: Draft, event: ScheduleEvent, at: string, by: Author): void {
  if (event.type === 'schedule.set') {
    const { type: _type, scheduleId: id, ...facts } = event;
    const log = [{ what: 'set', at, by, dueAt: event.dueAt }] as const;
    return draft.put('schedule', { ...facts, id, missed: [], reminded: overBy(event.dueAt, at), log });
  }
  const schedule = draft.get('schedule', event.scheduleId);
  if (schedule) draft.put('schedule', changed(schedule, event, at, by));
}

/** Of a date that becomes known late, only the latest reminder is still entered: these are over. */
const overBy = (dueAt: string, at: string): number[] => REMIND_DAYS.filter((days) => remindAt(dueAt, days) <= at).slice(0, -1);

function changed(schedule: Schedule, event: Exclude<ScheduleEvent, { type: 'schedule.set' }>, at: string, by: Author): Unstamped<Schedule> {
  const { planned, dueAt: due, ...rest } = schedule;
  const entered = (entry: Omit<ScheduleEntry, 'at' | 'by'>) =>
    [...schedule.log, { at, by, ...(due === undefined ? {} : { dueAt: due }), ...entry }].slice(-KEPT_ENTRIES);
  switch (event.type) {
    case 'schedule.postponed':
      return { ...schedule, planned: event.planned, log: entered({ what: 'postponed', planned: event.planned, text: event.reason }) };
    case 'schedule.completed': {
      const { doneAt, anchor, evidence } = event;
      const log = entered({ what: 'completed', doneAt, ...(evidence === undefined ? {} : { text: evidence }) });
      const moved = event.dueAt === due ? { reminded: schedule.reminded } : { reminded: event.dueAt === null ? [] : overBy(event.dueAt, at) };
      return { ...rest, ...moved, anchor, missed: [], lastDoneAt: doneAt, ...nextOf(event.dueAt, at), log };
    }
    case 'schedule.missed': {
      const log = entered({ what: 'missed', dueAt: event.missed });
      const stays = event.dueAt === due;
      const reminded = stays || event.dueAt === null ? schedule.reminded : overBy(event.dueAt, at);
      return {
        ...rest,
        ...(stays && planned !== undefined ? { planned } : {}),
        missed: [...schedule.missed, event.missed],
        reminded,
        ...nextOf(event.dueAt, at),
        log,
      };
    }
    case 'schedule.reminded':
      return { ...schedule, reminded: [...schedule.reminded, event.days], log: entered({ what: 'reminded', days: event.days }) };
    case 'schedule.ended':
      return { ...schedule, endedAt: at, log: entered({ what: 'ended', text: event.reason }) };
    default:
      return event satisfies never;
  }
}

const nextOf = (dueAt: string | null, at: string): Pick<Schedule, 'dueAt' | 'endedAt'> => (dueAt === null ? { endedAt: at } : { dueAt });
