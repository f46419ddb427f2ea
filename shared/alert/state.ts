import { defined } from '#shared/defined.ts';
import { putEntry } from '#shared/incident/entry.ts';
import type { Author } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import { evolveCallouts } from './callout.ts';
import type { AlertEvent } from './events.ts';
import type { AlertContent, Measure } from './orders.ts';

export const ALERT_STATUSES = ['draft', 'approved', 'issued', 'cancelled', 'expired'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** What somebody did with it. */
export interface AlertStep {
  kind: 'drafted' | 'approved' | 'returned' | 'issued' | 'cancelled' | 'expired';
  at: string;
  by: Author;
  revision?: number;
  reason?: string;
}

/** A text that is not in force yet. Whoever has had a hand in it may not approve it where two persons are needed. */
export interface AlertDraft {
  content: AlertContent;
  revision: number;
  at: string;
  authors: readonly Author[];
  reason?: string;
}

/** An early warning (预警): a text that was approved, who was told, and what they answered. */
export interface Alert extends Stamp {
  number: string;
  /** Who issues it, and the region that it speaks for: the same but for a department. */
  org: string;
  home: string;
  /** The incident that gave rise to it, by its id alone: an alert is made to be known and is not held by it. */
  about?: string;
  exercise: boolean;
  status: AlertStatus;
  /** In force, or as it was when it ended. */
  content?: AlertContent;
  issued?: { at: string; by: Author; version: number; firstAt: string; approvedBy?: Author; breakGlass?: string };
  draft?: AlertDraft;
  /** Of this revision and of no other. */
  approval?: { revision: number; at: string; by: Author; until?: string };
  measures: readonly (Measure & { n: number; done?: { at: string; by: Author; text?: string } })[];
  /** How many have to answer, and how many did. */
  answering: { asked: number; answered: number };
  answerWithin: number;
  climbed: number;
  ended?: { at: string; by: Author; reason?: string };
  log: readonly AlertStep[];
}

const LOG_KEPT = 200;

/** Folds one event in. Total: one about an alert that is not here is an entry in the timeline and no more. */
export function evolveAlert(draft: Draft, event: AlertEvent, at: string, by: Author): void {
  if (event.type === 'alert.drafted' && event.made) begun(draft, event.alertId, event.made);
  const alert = draft.get('alert', event.alertId);
  if (alert) {
    if (event.type === 'alert.archived') draft.retire('alert', alert.id);
    else draft.put('alert', changed(alert, event, at, by));
    evolveCallouts(draft, alert, event, at, by);
  }
  if (event.entry) putEntry(draft, { ...event.entry, type: event.type }, at, by, { text: said(event), ...(alert ? { set: { alert: alert.number } } : {}) });
}

function begun(draft: Draft, id: string, made: NonNullable<Extract<AlertEvent, { type: 'alert.drafted' }>['made']>): void {
  const { counter, readers, ...facts } = made;
  draft.put('counter', { ...counter, readers: [] });
  const nobody = { measures: [], answering: { asked: 0, answered: 0 }, answerWithin: 0, climbed: 0, log: [] };
  draft.put('alert', { ...facts, ...nobody, id, status: 'draft', readers });
}

/** What people read of it in an incident's log. */
function said(event: AlertEvent): string {
  if (event.type === 'alert.returned' || event.type === 'alert.cancelled') return event.reason;
  return event.type === 'alert.issued' ? (event.breakGlass ?? '') : '';
}

function changed(alert: Alert, event: Exclude<AlertEvent, { type: 'alert.archived' }>, at: string, by: Author): Alert {
  const logged = (kind: AlertStep['kind'], more: Partial<AlertStep> = {}): readonly AlertStep[] => [...alert.log, { kind, at, by, ...more }].slice(-LOG_KEPT);
  switch (event.type) {
    case 'alert.drafted': {
      const { content, revision, reason } = event;
      const authors = [...(alert.draft?.authors ?? []).filter(({ id }) => id !== by.id), by];
      const { approval: _void, ...rest } = alert;
      return {
        ...rest,
        status: alert.status === 'issued' ? 'issued' : 'draft',
        draft: { content, revision, at, authors, ...defined({ reason }) },
        log: logged('drafted', { revision, ...defined({ reason }) }),
      };
    }
    case 'alert.approved': {
      const { revision, until } = event;
      const log = logged('approved', { revision });
      // One that was issued without an approval is approved afterwards: nothing waits for it any more.
      if (!alert.draft) return { ...alert, issued: alert.issued && { ...alert.issued, approvedBy: by }, log } as Alert;
      return {
        ...alert,
        status: alert.status === 'issued' ? 'issued' : 'approved',
        approval: { revision, at, by, ...defined({ until }) },
        log,
      };
    }
    case 'alert.returned': {
      const { approval: _void, ...rest } = alert;
      return { ...rest, status: alert.status === 'issued' ? 'issued' : 'draft', log: logged('returned', { revision: event.revision, reason: event.reason }) };
    }
    case 'alert.issued':
      return issued(alert, event, at, by, logged);
    case 'alert.cancelled':
    case 'alert.expired': {
      const reason = event.type === 'alert.cancelled' ? event.reason : undefined;
      const status = event.type === 'alert.cancelled' ? 'cancelled' : 'expired';
      const { draft: _draft, approval: _approval, ...rest } = alert;
      return { ...rest, status, ended: { at, by, ...defined({ reason }) }, log: logged(status, defined({ reason })) };
    }
    case 'alert.measured':
      return { ...alert, measures: alert.measures.map((one) => (one.n === event.n ? { ...one, done: { at, by, ...defined({ text: event.text }) } } : one)) };
    case 'alert.answered':
      return { ...alert, answering: { ...alert.answering, answered: alert.answering.answered + 1 } };
    case 'alert.climbed':
      return { ...alert, climbed: event.rung };
    case 'alert.attempted':
    case 'alert.opened':
      return alert;
    default:
      return event satisfies never;
  }
}

function issued(
  alert: Alert,
  event: Extract<AlertEvent, { type: 'alert.issued' }>,
  at: string,
  by: Author,
  logged: (kind: AlertStep['kind'], more?: Partial<AlertStep>) => readonly AlertStep[],
): Alert {
  const { content, version, revision, breakGlass, answerWithin, recipients, readers } = event;
  const { draft: _draft, approval, ended: _ended, ...rest } = alert;
  const asked = recipients.filter(({ role }) => role === 'answer').length;
  // What was done stays done where the measure is the same.
  const measures = (content.measures ?? []).map((one, i) => ({
    ...one,
    n: i + 1,
    ...defined({ done: alert.measures.find(({ text, art }) => text === one.text && art === one.art)?.done }),
  }));
  const how = defined({ approvedBy: breakGlass === undefined ? approval?.by : undefined, breakGlass });
  return {
    ...rest,
    status: 'issued',
    content,
    measures,
    issued: { at, by, version, firstAt: alert.issued?.firstAt ?? at, ...how },
    answering: { asked, answered: 0 },
    answerWithin,
    climbed: 0,
    readers,
    log: logged('issued', { revision, ...defined({ reason: breakGlass }) }),
  };
}

/** When the n-th rung learns that somebody has not answered. */
export const climbAt = ({ issued: given, answerWithin, climbed }: Alert): string => addMinutes(given?.at ?? '', answerWithin * (climbed + 1));
