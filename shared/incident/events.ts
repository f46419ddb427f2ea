import type { ReportLevel } from '#shared/report/deadline.ts';
import type { z } from 'zod';
import type { Obligation } from './obligations.ts';
import type { Casualties, CasualtiesChange, Place, Source } from './orders.ts';
import type { Account, Losses, LossesChange } from './record.ts';

export type Severity = 1 | 2 | 3 | 4;

/** Each event is also the n-th entry of its incident's timeline. `readers` is whoever may see the incident from here on. */
interface Entry {
  incidentId: string;
  n: number;
}

export interface IncidentLogged extends Entry {
  type: 'incident.logged';
  number: string;
  counter: { id: string; n: number };
  title: string;
  typeCode: string;
  place: Place;
  text?: string;
  occurredAt?: string;
  discoveredAt?: string;
  receivedAt: string;
  source?: Source;
  casualties?: Casualties;
  losses?: Losses;
  account?: Account;
  exercise: boolean;
  org: string;
  skipTo?: 'city';
  readers: readonly string[];
}

export interface IncidentNoted extends Entry {
  type: 'incident.noted';
  text: string;
  claimedAt?: string;
  readers: readonly string[];
}

export interface IncidentUpdated extends Entry {
  type: 'incident.updated';
  set: {
    title?: string;
    typeCode?: string;
    place?: Place;
    occurredAt?: string;
    discoveredAt?: string;
    receivedAt?: string;
    source?: Source;
    /** Null takes a figure back to not reported. */
    casualties?: z.infer<typeof CasualtiesChange>;
    losses?: z.infer<typeof LossesChange>;
    account?: Account;
  };
  readers: readonly string[];
}

export interface IncidentAssessed extends Entry {
  type: 'incident.assessed';
  severity: Severity | null;
  basis: string;
  standing: 'proposed' | 'set';
  readers: readonly string[];
}

export interface IncidentClosed extends Entry {
  type: 'incident.closed';
  reason: string;
  /** Why a leader closes it with obligations open, and which ones. */
  override?: string;
  open?: readonly Obligation[];
  readers: readonly string[];
}

/** Entry `corrects` is struck through; this one says it as it is. */
export interface IncidentCorrected extends Entry {
  type: 'incident.corrected';
  corrects: number;
  text: string;
  reason: string;
  readers: readonly string[];
}

export interface IncidentRestricted extends Entry {
  type: 'incident.restricted';
  named: readonly string[];
  reason: string;
  /** Who saw it before: to whom it is given back. */
  openReaders: readonly string[];
  readers: readonly string[];
}

export interface IncidentReleased extends Entry {
  type: 'incident.released';
  reason: string;
  readers: readonly string[];
}

/** A level has taken note of the incident: from then its own clocks run. */
export interface IncidentReceived extends Entry {
  type: 'incident.received';
  level: ReportLevel;
  at: string;
  readers: readonly string[];
}

/** Not an entry: it only takes the incident out of what is active. */
export interface IncidentArchived {
  type: 'incident.archived';
  incidentId: string;
}

export type IncidentEvent =
  | IncidentLogged
  | IncidentNoted
  | IncidentUpdated
  | IncidentAssessed
  | IncidentClosed
  | IncidentCorrected
  | IncidentRestricted
  | IncidentReleased
  | IncidentReceived
  | IncidentArchived;
