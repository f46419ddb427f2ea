import type { Entry } from '#shared/incident/entry.ts';
import type { AlertContent, HOW_ANSWERED, CHANNELS, OUTCOMES } from './orders.ts';

/** `entry`: where it stands in the log of the incident that the alert is about, if it is about one. */
interface AboutAlert {
  alertId: string;
  entry?: Entry;
}

export interface AlertDrafted extends AboutAlert {
  type: 'alert.drafted';
  /** Of the first draft only. */
  made?: { number: string; counter: { id: string; n: number }; org: string; home: string; about?: string; exercise: boolean; readers: readonly string[] };
  content: AlertContent;
  revision: number;
  /** Why an alert in force is to say something else. */
  reason?: string;
}

export interface AlertApproved extends AboutAlert {
  type: 'alert.approved';
  revision: number;
  /** Absent where one person is enough: then it does not run out. */
  until?: string;
}

export interface AlertReturned extends AboutAlert {
  type: 'alert.returned';
  revision: number;
  reason: string;
}

/** Who is told of an issue: `answer` has to say that it heard, `notice` is informed. */
export interface Recipient {
  org: string;
  name: string;
  role: 'answer' | 'notice';
  readers: readonly string[];
}

export interface AlertIssued extends AboutAlert {
  type: 'alert.issued';
  revision: number;
  version: number;
  content: AlertContent;
  breakGlass?: string;
  answerWithin: number;
  recipients: readonly Recipient[];
  /** Who was sent it before and is not meant any more: they are told so. */
  left: readonly string[];
  readers: readonly string[];
}

export interface AlertCancelled extends AboutAlert {
  type: 'alert.cancelled';
  reason: string;
  orgs: readonly string[];
}

export interface AlertExpired extends AboutAlert {
  type: 'alert.expired';
  orgs: readonly string[];
}

export interface AlertArchived extends AboutAlert {
  type: 'alert.archived';
  orgs: readonly string[];
}

export interface AlertMeasured extends AboutAlert {
  type: 'alert.measured';
  n: number;
  text?: string;
}

export interface AlertAnswered extends AboutAlert {
  type: 'alert.answered';
  org: string;
  how: (typeof HOW_ANSWERED)[number];
  post?: string;
  text?: string;
}

export interface AlertAttempted extends AboutAlert {
  type: 'alert.attempted';
  org: string;
  channel: (typeof CHANNELS)[number];
  outcome: (typeof OUTCOMES)[number];
  post?: string;
}

export interface AlertOpened extends AboutAlert {
  type: 'alert.opened';
  org: string;
}

/** Nobody of these organisations has answered: whoever is on the next rung learns of it. */
export interface AlertClimbed extends AboutAlert {
  type: 'alert.climbed';
  rung: number;
  steps: readonly { org: string; to: string }[];
}

export type AlertEvent =
  | AlertDrafted
  | AlertApproved
  | AlertReturned
  | AlertIssued
  | AlertCancelled
  | AlertExpired
  | AlertArchived
  | AlertMeasured
  | AlertAnswered
  | AlertAttempted
  | AlertOpened
  | AlertClimbed;
