import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { inMode, placeReaders } from '#shared/readers.ts';
import { refuse, type RefusalDetail } from '#shared/refusal.ts';
import { currentAdcode } from '#shared/region.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { openOnly, pastInstants } from './checks.ts';
import type { IncidentUpdated } from './events.ts';
import { nextNumber } from './number.ts';
import { widened } from './restrict.ts';
import type { ArchiveIncident, AssessIncident, CloseIncident, LogIncident, NoteIncident, Place, UpdateIncident } from './orders.ts';
import { detailOf, openObligations, teamsOut } from './obligations.ts';
import { assessmentStanding, mayClose, mayLog, mayNote, mayOverride, maySkipLevel, mayUpdate } from './policy.ts';
import { pathsOf, sameValue, valueAt } from './record.ts';
import type { Incident } from './state.ts';

export function decideLog(world: World, order: z.infer<typeof LogIncident>, id: string, actor: Actor, now: string): Decided {
  if (!mayLog(actor)) refuse('not-permitted', 'Only duty officers, village reporters and departments log incidents.');
  const { place: claimed, exercise = false, occurredAt, discoveredAt, receivedAt, skipTo, ...said } = withoutEmpty(order);
  const place = currentPlace(claimed);
  const times = pastInstants({ occurredAt, discoveredAt, receivedAt }, now);
  const readers = inMode(placeReaders(place.adcode, order.typeCode, actor), exercise);
  const { number, counter } = nextNumber(world, now, exercise);
  const event = { ...defined(said), ...times, receivedAt: times.receivedAt ?? now, type: 'incident.logged', incidentId: id, n: 1, number, counter } as const;
  if (skipTo && !maySkipLevel(actor)) refuse('not-permitted', 'Only a village or a township skips a level.', [{ path: 'skipTo', message: 'not from here' }]);
  const ties = skipTo ? { skipTo } : {};
  return { events: [{ ...event, ...ties, place, exercise, org: actor.org, readers }], refs: { incident: id } };
}

export function decideNote(incident: Incident, order: z.infer<typeof NoteIncident>, actor: Actor, now: string): Decided {
  if (!mayNote(actor)) refuse('not-permitted', 'This seat may read the incident but not write in its log.');
  const { at } = pastInstants({ at: order.at }, now);
  const event = { ...entry(incident), type: 'incident.noted', text: order.text, ...(at === undefined ? {} : { claimedAt: at }) } as const;
  return { events: [event], refs: { incident: incident.id, note: `${incident.id}.${event.n}` } };
}

export function decideUpdate(incident: Incident, order: z.infer<typeof UpdateIncident>, actor: Actor, now: string): Decided {
  if (!mayUpdate(actor)) refuse('not-permitted', 'Only a duty officer changes what is recorded of an incident.');
  openOnly(incident);
  const { incidentId: _id, seen = {}, place, occurredAt, discoveredAt, receivedAt, ...rest } = order;
  const set: IncidentUpdated['set'] = {
    ...defined(rest),
    ...pastInstants({ occurredAt, discoveredAt, receivedAt }, now),
    ...(place ? { place: currentPlace(place) } : {}),
  };
  if (Object.keys(set).length === 0) refuse('invalid', 'Nothing to change was given.');
  const changed = changedSince(incident, set, seen);
  if (changed.length > 0) refuse('stale', 'Somebody else has changed this meanwhile.', changed);
  // Only another place or class concerns others. Then the whole log is shown to them too, so it is not done for nothing.
  const concerned = set.place || set.typeCode ? placeReaders((set.place ?? incident.place).adcode, set.typeCode ?? incident.typeCode, actor) : [];
  const readers = widened(incident, inMode(concerned, incident.exercise));
  return { events: [{ ...entry(incident), type: 'incident.updated', set, readers }], refs: { incident: incident.id } };
}

export function decideAssess(incident: Incident, order: z.infer<typeof AssessIncident>, actor: Actor): Decided {
  const standing = assessmentStanding(actor, incident, order.severity);
  if (standing === 'no') refuse('not-permitted', 'This seat may not give this incident that level.');
  openOnly(incident);
  return {
    events: [{ ...entry(incident), type: 'incident.assessed', severity: order.severity, basis: order.basis, standing }],
    refs: { incident: incident.id },
  };
}

/** What is still owed keeps it open. A leader may close it all the same and says why; that is kept with it. */
export function decideClose(world: World, incident: Incident, order: z.infer<typeof CloseIncident>, actor: Actor): Decided {
  if (!mayClose(actor)) refuse('not-permitted', 'Only a duty officer or a leader closes an incident.');
  if (order.override !== undefined && !mayOverride(actor))
    refuse('not-permitted', 'Only a leader closes an incident whose obligations are open.', [{ path: 'override', message: 'by a leader only' }]);
  openOnly(incident);
  const open = openObligations(world, incident);
  if (open.length > 0 && order.override === undefined) refuse('incident.obligations-open', `${open.length} of its obligations are open.`, open.map(detailOf));
  const overridden = order.override !== undefined && open.length > 0 ? { override: order.override, open } : {};
  return { events: [{ ...entry(incident), type: 'incident.closed', reason: order.reason, ...overridden }], refs: { incident: incident.id } };
}

export function decideArchive(world: World, incident: Incident, order: z.infer<typeof ArchiveIncident>, actor: Actor): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'Incidents are archived by the clockwork.');
  if (incident.status !== 'closed') refuse('incident.not-closed', 'Only a closed incident is archived.');
  // Closed all the same by a leader: what is archived is watched by nobody.
  if (teamsOut(world, incident).length > 0) refuse('incident.obligations-open', 'Teams that were sent there are not home yet.');
  return { events: [{ type: 'incident.archived', incidentId: order.incidentId }], refs: { incident: incident.id } };
}

export function entry(incident: Incident): { incidentId: string; n: number; readers: readonly string[] } {
  return { incidentId: incident.id, n: incident.entries + 1, readers: incident.readers };
}

/** The fields that the order sets and that are no longer as their writer saw them; one that says the same already is no conflict. */
function changedSince(incident: Incident, set: IncidentUpdated['set'], seen: Readonly<Record<string, unknown>>): RefusalDetail[] {
  return pathsOf(set).flatMap((path) => {
    const current = valueAt(incident, path);
    if (!Object.hasOwn(seen, path) || sameValue(current, seen[path]) || sameValue(current, valueAt(set, path))) return [];
    return [{ path, message: 'was changed meanwhile', current }];
  });
}

const currentPlace = (place: Place): Place => ({ ...place, adcode: currentAdcode(place.adcode) });

/** A record that starts has nothing to take away: an empty text is one that nobody gave. */
function withoutEmpty(order: z.infer<typeof LogIncident>): z.infer<typeof LogIncident> {
  const { account, ...rest } = order;
  const said = Object.entries(account ?? {}).filter(([, text]) => text !== '');
  return said.length === 0 ? rest : { ...rest, account: Object.fromEntries(said) };
}
