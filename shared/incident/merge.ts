import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { isToDo } from '#shared/instruction/policy.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { openOnly } from './checks.ts';
import { nextEntry } from './entry.ts';
import { heldBy } from './held.ts';
import { above } from './link.ts';
import type { MergeIncident } from './orders.ts';
import { mayTie } from './policy.ts';
import type { Incident } from './state.ts';
import type { SourceRecord } from './tie-events.ts';
import { absorbed } from './absorbed.ts';

/** So many merges in a row are none: a guard. */
const MOST_MERGES = 100;

/** Where an incident goes on: itself, or the end of what it was merged into. */
export function endOfMerges(world: Pick<World, 'get'>, incident: Incident): Incident {
  let end = incident;
  for (let i = 0; end.mergedInto !== undefined && i < MOST_MERGES; i += 1) {
    const next = world.get('incident', end.mergedInto);
    if (!next) break;
    end = next;
  }
  return end;
}

/**
 * Two records of the same become one. The first is closed and points to the second, which keeps both sources and whatever
 * only the first one had; the earliest clocks hold, so that no deadline is won by merging.
 */
export function decideMerge(world: World, merged: Incident, into: Incident, order: z.infer<typeof MergeIncident>, actor: Actor): Decided {
  if (!mayTie(actor)) refuse('not-permitted', 'Only a duty officer says that two records are of the same.');
  if (merged.mergedInto !== undefined) refuse('incident.merged', 'It was merged already.');
  const kept = endOfMerges(world, into);
  openOnly(merged);
  if (kept.id === merged.id) refuse('incident.circle', 'An incident can not be merged into itself.', [{ path: 'intoIncidentId', message: 'is the same' }]);
  openOnly(kept);
  if (merged.exercise !== kept.exercise) refuse('incident.other-mode', 'A drill and what is real are never tied.');
  if (merged.sensitive || kept.sensitive) refuse('incident.restricted', 'One of them is restricted: merging would show it to others. Release it first.');

  const readers = [...new Set([...kept.readers, ...merged.readers])];
  const aboveKept = new Set([...above(world, kept)].map(({ id }) => id));
  const aboveMerged = [...above(world, merged)].map(({ id }) => id);
  const inherited = aboveMerged.includes(kept.id) ? undefined : merged.parentId;
  const parentId = kept.parentId === merged.id ? merged.parentId : (kept.parentId ?? inherited);
  const children = (merged.children ?? [])
    .filter((id) => id !== kept.id)
    // What the kept one is a part of can't become a part of it.
    .map((id) => ({ incidentId: id, ...child(aboveKept.has(id) ? merged.parentId : kept.id) }));
  const instructions = heldBy(merged).flatMap(({ kind, id }) => {
    const doc = kind === 'instruction' ? world.get(kind, id) : undefined;
    return doc && isToDo(doc) ? [id] : [];
  });
  const moved = (merged.holds ?? []).filter((key) => /^(dispatch|mission|response|task)\//.test(key));
  const { reason } = order;
  const sources = [...sourcesOf(kept), ...sourcesOf(merged)];
  return {
    events: [
      {
        ...nextEntry(merged),
        readers,
        type: 'incident.merged',
        intoIncidentId: kept.id,
        intoNumber: kept.number,
        reason,
        children,
        instructions,
        ...(moved.length > 0 ? { moved } : {}),
      },
      {
        ...nextEntry(kept),
        readers,
        type: 'incident.absorbed',
        fromIncidentId: merged.id,
        fromNumber: merged.number,
        reason,
        sources,
        set: absorbed(kept, merged),
        ...child(parentId),
      },
    ],
    refs: { incident: kept.id },
  };
}

const child = (parentId: string | undefined): { parentId?: string } => (parentId === undefined ? {} : { parentId });

function sourcesOf(incident: Incident): readonly SourceRecord[] {
  if (incident.sources) return incident.sources;
  const { id, number, org, source, occurredAt, discoveredAt, receivedAt, loggedAt, loggedBy } = incident;
  const times = { ...(occurredAt === undefined ? {} : { occurredAt }), ...(discoveredAt === undefined ? {} : { discoveredAt }) };
  return [{ incidentId: id, number, org, ...(source ? { source } : {}), ...times, receivedAt, loggedAt, loggedBy }];
}
