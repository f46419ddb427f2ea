import { defined } from '#shared/defined.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { AlertEvent } from './events.ts';
import type { Colour } from './hazards.ts';
import type { Alert } from './state.ts';

/** How far an alert has come with one organisation. Each is kept apart from the next: delivered is not read, read is not answered. */
export const CALLOUT_STATUSES = ['asked', 'attempted', 'delivered', 'read', 'answered', 'closed'] as const;
export type CalloutStatus = (typeof CALLOUT_STATUSES)[number];

export interface Attempt {
  at: string;
  by: Author;
  channel: string;
  outcome: string;
  post?: string;
}

/** 叫应: one organisation that an alert was sent to, every attempt to reach it, and its answer. */
export interface Callout extends Stamp {
  alertId: string;
  number: string;
  org: string;
  name: string;
  role: 'answer' | 'notice';
  colour: Colour;
  exercise: boolean;
  /** Counts what was issued under the same number: a correction asks again. */
  version: number;
  askedAt: string;
  status: CalloutStatus;
  attempts: readonly Attempt[];
  readAt?: string;
  answered?: { at: string; by: Author; how: string; post?: string; text?: string };
  climbs: readonly { at: string; rung: number; to: string }[];
  /** Why there is nothing more to answer. */
  closed?: { at: string; why: 'cancelled' | 'expired' | 'out-of-scope' };
}

const ATTEMPTS_KEPT = 50;

export const calloutId = (alertId: string, org: string): string => `${alertId}.${org}`;

/** What an event about an alert means to those who were sent it. `alert` is as it was before. */
export function evolveCallouts(draft: Draft, alert: Alert, event: AlertEvent, at: string, by: Author): void {
  const change = (org: string, next: (callout: Callout) => Callout): void => {
    const callout = draft.get('callout', calloutId(alert.id, org));
    if (callout) draft.put('callout', next(callout));
  };
  switch (event.type) {
    case 'alert.issued':
      return ask(draft, alert, event, at);
    case 'alert.cancelled':
    case 'alert.expired': {
      const why = event.type === 'alert.cancelled' ? 'cancelled' : 'expired';
      for (const org of event.orgs) change(org, (one) => ({ ...one, status: one.status === 'answered' ? 'answered' : 'closed', closed: { at, why } }));
      return;
    }
    case 'alert.archived':
      for (const org of event.orgs) draft.retire('callout', calloutId(alert.id, org));
      return;
    case 'alert.answered': {
      const { how, post, text } = event;
      return change(event.org, (one) => ({ ...one, status: 'answered', answered: { at, by, how, ...defined({ post, text }) } }));
    }
    case 'alert.attempted': {
      const { channel, outcome, post } = event;
      const attempt = { at, by, channel, outcome, ...defined({ post }) };
      return change(event.org, (one) => ({
        ...one,
        status: further(one.status, outcome === 'delivered' ? 'delivered' : 'attempted'),
        attempts: [...one.attempts, attempt].slice(-ATTEMPTS_KEPT),
      }));
    }
    case 'alert.opened':
      return change(event.org, (one) => ({ ...one, status: further(one.status, 'read'), readAt: one.readAt ?? at }));
    case 'alert.climbed':
      for (const { org, to } of event.steps) {
        change(org, (one) => ({ ...one, climbs: [...one.climbs, { at, rung: event.rung, to }], readers: [...new Set([...one.readers, inRoom(one, to)])] }));
      }
      return;
    default:
  }
}

const inRoom = ({ exercise }: Callout, room: string): string => (exercise ? `drill:${room}` : room);

const further = (now: CalloutStatus, next: CalloutStatus): CalloutStatus => (CALLOUT_STATUSES.indexOf(next) > CALLOUT_STATUSES.indexOf(now) ? next : now);

/** Everybody who was sent it before is sent what it says now, and whoever is not meant any more is told so as well. */
function ask(draft: Draft, alert: Alert, { recipients, left, content, version }: Extract<AlertEvent, { type: 'alert.issued' }>, at: string): void {
  const { id: alertId, number, exercise } = alert;
  for (const { org, name, role, readers } of recipients) {
    const before = draft.get('callout', calloutId(alertId, org));
    const asked = { alertId, number, org, name, role, colour: content.colour, exercise, version, askedAt: at, status: 'asked', readers } as const;
    draft.put('callout', { ...asked, id: calloutId(alertId, org), attempts: before?.attempts ?? [], climbs: [] });
  }
  for (const org of left) {
    const callout = draft.get('callout', calloutId(alertId, org));
    if (callout) draft.put('callout', { ...callout, colour: content.colour, version, askedAt: at, status: 'closed', closed: { at, why: 'out-of-scope' } });
  }
}
