import type { ReportLevel } from '#shared/report/deadline.ts';
import type { Author } from '#shared/seat.ts';
import type { Entry } from './entry.ts';
import type { Source } from './orders.ts';
import type { Incident } from './state.ts';

/** Where an incident was told, when two records turned out to be of the same. */
export interface SourceRecord {
  incidentId: string;
  number: string;
  org: string;
  source?: Source;
  occurredAt?: string;
  discoveredAt?: string;
  receivedAt: string;
  loggedAt: string;
  loggedBy: Author;
}

/** What the kept record takes over from the merged one: its own where it has them, the earliest of the times. */
export type Absorbed = Partial<
  Pick<
    Incident,
    | 'occurredAt'
    | 'discoveredAt'
    | 'receivedAt'
    | 'received'
    | 'casualties'
    | 'losses'
    | 'account'
    | 'severity'
    | 'deadlines'
    | 'reports'
    | 'circumstances'
    | 'national'
    | 'skipLevel'
    | 'givenAt'
  >
>;

/** An entry of the merged incident. */
export interface IncidentMerged extends Entry {
  type: 'incident.merged';
  intoIncidentId: string;
  intoNumber: string;
  reason: string;
  /** What was part of the merged one, and of what it is a part now. */
  children: readonly { incidentId: string; parentId?: string }[];
  /** Instructions that are still to be carried out go over to the kept one. */
  instructions: readonly string[];
  /** Dispatches and missions that go on with it, as `holds` names them. */
  moved?: readonly string[];
}

/** An entry of the kept incident. */
export interface IncidentAbsorbed extends Entry {
  type: 'incident.absorbed';
  fromIncidentId: string;
  fromNumber: string;
  reason: string;
  sources: readonly SourceRecord[];
  set: Absorbed;
  /** Of what it is a part from now on; absent if of nothing. */
  parentId?: string;
}

/** An entry of the part. */
export interface IncidentLinked extends Entry {
  type: 'incident.linked';
  parentIncidentId: string;
  parentNumber: string;
}

export interface IncidentUnlinked extends Entry {
  type: 'incident.unlinked';
  parentIncidentId: string;
  reason: string;
}

export interface IncidentTransferred extends Entry {
  type: 'incident.transferred';
  from: string;
  to: string;
  /** By the name that it had then. */
  toName: string;
  reason: string;
}

export interface IncidentEscalated extends Entry {
  type: 'incident.escalated';
  from: ReportLevel;
  org: string;
  reason: string;
}

export type TieEvent = IncidentMerged | IncidentAbsorbed | IncidentLinked | IncidentUnlinked | IncidentTransferred | IncidentEscalated;
