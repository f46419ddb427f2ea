import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { inMode, placeReaders } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { ReleaseIncident, RestrictIncident } from './orders.ts';
import { mayRestrict, ownersOf } from './policy.ts';
import type { Incident } from './state.ts';

/** Narrows the readers to persons: those named, who logged it and who restricts it, and the leaders answerable for it. */
export function decideRestrict(incident: Incident, order: z.infer<typeof RestrictIncident>, actor: Actor): Decided {
  ownersOnly(incident, actor);
  const persons = [...new Set([...order.named, actor.id, ...(incident.loggedBy.role === 'system' ? [] : [incident.loggedBy.id])])];
  const rooms = [...persons.map((id) => `user:${id}`), ...ownersOf(incident).map((org) => `lead:${org}`)];
  const { incidentId, named, reason } = order;
  const openReaders = incident.sensitive?.openReaders ?? incident.readers;
  const event = {
    type: 'incident.restricted',
    incidentId,
    n: incident.entries + 1,
    named,
    reason,
    openReaders,
    readers: inMode(rooms, incident.exercise),
  } as const;
  return { events: [event], refs: { incident: incidentId } };
}

/** Gives it back to whoever saw it before, and to whoever would see it where it is by now. */
export function decideRelease(incident: Incident, order: z.infer<typeof ReleaseIncident>, actor: Actor): Decided {
  ownersOnly(incident, actor);
  if (!incident.sensitive) refuse('incident.not-restricted', 'The incident is not restricted.');
  const { sensitive, place, typeCode, exercise, entries } = incident;
  const readers = [...new Set([...sensitive.openReaders, ...inMode(placeReaders(place.adcode, typeCode, actor), exercise)])];
  return {
    events: [{ type: 'incident.released', incidentId: order.incidentId, n: entries + 1, reason: order.reason, readers }],
    refs: { incident: incident.id },
  };
}

/** The readers with more of them. Whoever saw it goes on seeing it: what they were told can't be untold. A restricted incident stays so. */
export function widened(incident: Incident, more: readonly string[]): readonly string[] {
  return incident.sensitive ? incident.readers : [...new Set([...incident.readers, ...more])];
}

function ownersOnly(incident: Incident, actor: Actor): void {
  if (!mayRestrict(actor, incident))
    refuse('not-permitted', 'Only duty officers and leaders of the organisation whose incident it is, or of one above, restrict it.');
}
