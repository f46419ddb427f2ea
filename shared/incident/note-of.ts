import type { Author } from '#shared/seat.ts';
import type { Unstamped } from '#shared/world.ts';
import type { IncidentEvent } from './events.ts';
import type { EntryEvent, Note, Override } from './state.ts';

export const overrideOf = ({ override, open = [] }: Extract<IncidentEvent, { type: 'incident.closed' }>): { override?: Override } =>
  override === undefined ? {} : { override: { reason: override, open } };

/** An event of an incident as an entry of its timeline. */
export function noteOf(event: EntryEvent, at: string, by: Author, exercise: boolean): Omit<Unstamped<Note>, 'id'> {
  const base = { incidentId: event.incidentId, n: event.n, at, by, entry: event.type, exercise, readers: event.readers };
  switch (event.type) {
    case 'incident.logged':
      return { ...base, text: event.text ?? '', set: loggedFacts(event) };
    case 'incident.noted':
      return { ...base, text: event.text, ...(event.claimedAt === undefined ? {} : { claimedAt: event.claimedAt }) };
    case 'incident.received':
      return { ...base, text: '', claimedAt: event.at, set: { level: event.level } };
    case 'incident.updated':
      return { ...base, text: '', set: event.set };
    case 'incident.assessed':
      return { ...base, text: event.basis, set: { severity: event.severity, standing: event.standing } };
    case 'incident.closed':
      return { ...base, text: event.reason, ...(event.override === undefined ? {} : { set: overrideOf(event) }) };
    case 'incident.restricted':
    case 'incident.released':
      return { ...base, text: event.reason };
    case 'incident.corrected':
      return { ...base, text: event.text, corrects: event.corrects, set: { reason: event.reason } };
    default:
      return event satisfies never;
  }
}

function loggedFacts({ title, casualties, losses, account }: Extract<IncidentEvent, { type: 'incident.logged' }>): Record<string, unknown> {
  return { title, ...(casualties ? { casualties } : {}), ...(losses ? { losses } : {}), ...(account ? { account } : {}) };
}
