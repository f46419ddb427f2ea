import { putEntry } from '#shared/incident/entry.ts';
import { putHeld } from '#shared/incident/held.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { Masked, PersonEvent } from './events.ts';
import type { PersonRole } from './orders.ts';

/** A caller or a contact on site. What it shows is masked; the plain values are in the vault until they are destroyed. */
export interface Person extends Stamp {
  incidentId: string;
  role: PersonRole;
  masked: Masked;
  unit?: string;
  post?: string;
  at: string;
  by: Author;
  /** How often it was shown plain, and to whom last. */
  reveals?: number;
  lastReveal?: { at: string; by: Author };
  purgedAt?: string;
  exercise: boolean;
}

/** What an incident says of its personal data as a whole. */
export interface Personal {
  purgedAt?: string;
  hold?: { until: string; assessment: string; at: string; by: Author };
}

/**
 * Watches over an incident's personal data until it is destroyed, also after the incident has been archived.
 * Its id is the incident's. Nobody reads it: what is to be known of it is said by the incident.
 */
export interface Custody extends Stamp {
  closedAt?: string;
  heldUntil?: string;
}

export function evolvePerson(draft: Draft, event: PersonEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'person.recorded':
      return recorded(draft, event, at, by);
    case 'person.revealed': {
      const person = draft.get('person', event.personId);
      if (person) putHeld(draft, 'person', { ...person, reveals: (person.reveals ?? 0) + 1, lastReveal: { at, by } }, event.readers);
      putEntry(draft, event, at, by, { text: event.reason, set: { personId: event.personId, revealed: event.fields } });
      return;
    }
    case 'person.purged':
      return purged(draft, event, at, by);
    case 'person.held': {
      const { incidentId, until, assessment } = event;
      const incident = draft.get('incident', incidentId);
      if (incident) draft.put('incident', { ...incident, personal: { ...incident.personal, hold: { until, assessment, at, by } } });
      const custody = draft.get('custody', incidentId);
      if (custody) draft.put('custody', { ...custody, heldUntil: until });
      putEntry(draft, event, at, by, { text: assessment, set: { heldUntil: until } });
      return;
    }
    default:
      event satisfies never;
  }
}

/** From its closing the days are counted. A custody is of an incident that is open, or closed since then. */
export function keepCustody(draft: Draft, incidentId: string): void {
  const custody = draft.get('custody', incidentId);
  const incident = draft.get('incident', incidentId);
  if (!custody || !incident) return;
  const closedAt = incident.status === 'closed' ? incident.closedAt : undefined;
  if (custody.closedAt === closedAt) return;
  const { closedAt: _before, ...open } = custody;
  draft.put('custody', closedAt === undefined ? open : { ...open, closedAt });
}

function recorded(draft: Draft, event: Extract<PersonEvent, { type: 'person.recorded' }>, at: string, by: Author): void {
  const { personId: id, incidentId, role, masked, unit, post, exercise } = event;
  const known = { ...(unit === undefined ? {} : { unit }), ...(post === undefined ? {} : { post }) };
  putHeld(draft, 'person', { id, incidentId, role, masked, ...known, at, by, exercise }, event.readers);
  putEntry(draft, event, at, by, { set: { personId: id, role } });
  if (draft.get('custody', incidentId)) return;
  draft.put('custody', { id: incidentId, readers: [] });
  keepCustody(draft, incidentId);
}

function purged(draft: Draft, event: Extract<PersonEvent, { type: 'person.purged' }>, at: string, by: Author): void {
  const { incidentId, persons, reason } = event;
  for (const id of persons) {
    const person = draft.get('person', id);
    if (person) putHeld(draft, 'person', { ...person, masked: {}, purgedAt: at }, event.readers);
  }
  const incident = draft.get('incident', incidentId);
  if (incident) draft.put('incident', { ...incident, personal: { ...incident.personal, purgedAt: at } });
  putEntry(draft, event, at, by, { text: reason, set: { persons: persons.length } });
  draft.retire('custody', incidentId);
}
