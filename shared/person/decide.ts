import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import { heldBy } from '#shared/incident/held.ts';
import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { Masked, PersonField } from './events.ts';
import { maskName, maskPhone } from './mask.ts';
import type { HoldPersons, PurgePersons, RecordPerson, RevealPerson } from './orders.ts';
import { mayHold, mayPurge, mayRecordPerson, mayReveal } from './policy.ts';
import type { Person } from './state.ts';

/** The plain values are in the vault by now. What happens from here on is masked. */
export function decideRecordPerson(incident: Incident, order: z.infer<typeof RecordPerson>, id: string, actor: Actor): Decided {
  if (!mayRecordPerson(actor)) refuse('not-permitted', 'This seat may read the incident but not write in its log.');
  notPurged(incident);
  const { role, name, phone, unit, post } = order;
  const masked: Masked = { ...(name === undefined ? {} : { name: maskName(name) }), ...(phone === undefined ? {} : { phone: maskPhone(phone) }) };
  const known = { ...(unit === undefined ? {} : { unit }), ...(post === undefined ? {} : { post }) };
  const event = { ...nextEntry(incident), type: 'person.recorded', personId: id, role, masked, ...known, exercise: incident.exercise } as const;
  return { events: [event], refs: { person: id, incident: incident.id } };
}

export function decideReveal(incident: Incident, person: Person, order: z.infer<typeof RevealPerson>, actor: Actor): Decided {
  if (!mayReveal(actor)) refuse('not-permitted', 'Only duty officers and leaders see the names and numbers of persons.');
  notPurged(incident);
  if (person.purgedAt !== undefined) refuse('person.purged', 'The personal data was destroyed.');
  // The fields that a person has are those that are masked.
  const fields = Object.keys(person.masked) as PersonField[];
  const event = { ...nextEntry(incident), type: 'person.revealed', personId: person.id, reason: order.reason, fields } as const;
  return { events: [event], refs: { person: person.id, incident: incident.id } };
}

export function decidePurge(incident: Incident, order: z.infer<typeof PurgePersons>, actor: Actor, now: string): Decided {
  if (actor.role !== 'system' && !mayPurge(actor, incident))
    refuse('not-permitted', 'Only a leader of the organisation whose incident it is, or of one above, destroys its personal data.');
  notPurged(incident);
  const { hold } = incident.personal ?? {};
  if (hold && hold.until > now) refuse('person.held', `The personal data is held until ${hold.until}.`);
  const persons = personsOf(incident);
  if (persons.length === 0) refuse('person.none', 'The incident has no personal data.');
  return { events: [{ ...nextEntry(incident), type: 'person.purged', reason: order.reason, persons }], refs: { incident: incident.id } };
}

export function decideHold(incident: Incident, order: z.infer<typeof HoldPersons>, actor: Actor): Decided {
  if (!mayHold(actor, incident)) refuse('not-permitted', 'Only a leader of the organisation whose incident it is, or of one above, holds its personal data.');
  notPurged(incident);
  if (personsOf(incident).length === 0) refuse('person.none', 'The incident has no personal data.');
  const { until, assessment } = order;
  return { events: [{ ...nextEntry(incident), type: 'person.held', until: normaliseInstant(until), assessment }], refs: { incident: incident.id } };
}

export const personsOf = (incident: Incident): string[] => heldBy(incident).flatMap(({ kind, id }) => (kind === 'person' ? [id] : []));

function notPurged({ personal }: Incident): void {
  if (personal?.purgedAt !== undefined) refuse('person.purged', 'The personal data of this incident was destroyed.');
}
