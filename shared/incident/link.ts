import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { openOnly } from './checks.ts';
import { nextEntry } from './entry.ts';
import type { LinkIncident, UnlinkIncident } from './orders.ts';
import { mayTie } from './policy.ts';
import type { Incident } from './state.ts';

/** So long a chain is none: a guard, should a fold ever have met a circle. */
const MOST_ABOVE = 100;

/** What an incident is a part of, the nearest first. */
export function* above(world: Pick<World, 'get'>, incident: Incident): Generator<Incident> {
  let next = incident.parentId;
  for (let i = 0; next !== undefined && i < MOST_ABOVE; i += 1) {
    const parent = world.get('incident', next);
    if (!parent) return;
    yield parent;
    next = parent.parentId;
  }
}

/** Makes one a part of the other: one parent each, and never a circle. */
export function decideLink(world: World, incident: Incident, parent: Incident, order: z.infer<typeof LinkIncident>, actor: Actor): Decided {
  if (!mayTie(actor)) refuse('not-permitted', 'Only a duty officer says what is a part of what.');
  openOnly(incident);
  openOnly(parent);
  if (incident.exercise !== parent.exercise) refuse('incident.other-mode', 'A drill and what is real are never tied.');
  if (incident.parentId !== undefined) refuse('incident.linked', 'It is a part of another one already.');
  if (parent.id === incident.id || [...above(world, parent)].some(({ id }) => id === incident.id))
    refuse('incident.circle', 'An incident can not be a part of itself.', [{ path: 'parentIncidentId', message: 'is a part of it' }]);
  return {
    events: [{ ...nextEntry(incident), type: 'incident.linked', parentIncidentId: order.parentIncidentId, parentNumber: parent.number }],
    refs: { incident: incident.id },
  };
}

export function decideUnlink(incident: Incident, order: z.infer<typeof UnlinkIncident>, actor: Actor): Decided {
  if (!mayTie(actor)) refuse('not-permitted', 'Only a duty officer says what is a part of what.');
  openOnly(incident);
  if (incident.parentId === undefined) refuse('incident.not-linked', 'It is a part of nothing.');
  return {
    events: [{ ...nextEntry(incident), type: 'incident.unlinked', parentIncidentId: incident.parentId, reason: order.reason }],
    refs: { incident: incident.id },
  };
}
