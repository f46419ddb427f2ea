import type { Entry } from '#shared/incident/entry.ts';
import type { PersonRole } from './orders.ts';

/** What is shown of a person without a reason. */
export interface Masked {
  name?: string;
  phone?: string;
}
export type PersonField = keyof Masked;

export interface PersonRecorded extends Entry {
  type: 'person.recorded';
  personId: string;
  role: PersonRole;
  masked: Masked;
  unit?: string;
  post?: string;
  exercise: boolean;
}

/** Who looked, and why, stands in the log for everybody who reads it. */
export interface PersonRevealed extends Entry {
  type: 'person.revealed';
  personId: string;
  reason: string;
  fields: readonly PersonField[];
}

export interface PersonPurged extends Entry {
  type: 'person.purged';
  reason: string;
  persons: readonly string[];
}

export interface PersonHeld extends Entry {
  type: 'person.held';
  until: string;
  assessment: string;
}

export type PersonEvent = PersonRecorded | PersonRevealed | PersonPurged | PersonHeld;
