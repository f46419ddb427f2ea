import type { Author } from '#shared/seat.ts';
import type { Draft, Unstamped } from '#shared/world.ts';
import { putEntry } from './entry.ts';
import { heldBy, putHeld } from './held.ts';
import { follow, type Incident } from './state.ts';
import type { IncidentAbsorbed, IncidentMerged, TieEvent } from './tie-events.ts';

/** Folds in what ties incidents together. Total: of an incident that is not here nothing is changed but its timeline. */
export function evolveTie(draft: Draft, event: TieEvent, at: string, by: Author): void {
  const incident = draft.get('incident', event.incidentId);
  if (incident) {
    follow(draft, incident, event.readers);
    // What it holds has followed, and may have changed it.
    const followed = { ...(draft.get('incident', incident.id) ?? incident), readers: event.readers };
    draft.put('incident', tied(draft, followed, event, at, by));
  }
  putEntry(draft, event, at, by, said(event));
}

function tied(draft: Draft, incident: Incident, event: TieEvent, at: string, by: Author): Unstamped<Incident> {
  switch (event.type) {
    case 'incident.merged':
      return merged(draft, incident, event, at, by);
    case 'incident.absorbed':
      if (event.parentId !== undefined) adopt(draft, event.parentId, incident.id);
      return kept(incident, event);
    case 'incident.linked':
      adopt(draft, event.parentIncidentId, incident.id);
      return { ...incident, parentId: event.parentIncidentId };
    case 'incident.unlinked':
      disown(draft, event.parentIncidentId, incident.id);
      return withParent(incident, undefined);
    case 'incident.transferred': {
      const { from, to, reason } = event;
      return { ...incident, org: to, transfers: [...(incident.transfers ?? []), { from, to, reason, at, by }] };
    }
    case 'incident.escalated': {
      const { from, org, reason } = event;
      return { ...incident, skipLevel: { to: 'city', from, org, reason, at, by } };
    }
    default:
      return event satisfies never;
  }
}

/** What was a part of it is a part of what goes on, and so is what is still to be done. */
function merged(draft: Draft, incident: Incident, event: IncidentMerged, at: string, by: Author): Unstamped<Incident> {
  if (incident.parentId !== undefined) disown(draft, incident.parentId, incident.id);
  for (const { incidentId, parentId } of event.children) {
    const child = draft.get('incident', incidentId);
    if (child) draft.put('incident', withParent(child, parentId));
    if (parentId !== undefined) adopt(draft, parentId, incidentId);
  }
  const readers = draft.get('incident', event.intoIncidentId)?.readers ?? event.readers;
  const gone = new Set([...event.instructions.map((id) => `instruction/${id}`), ...(event.moved ?? [])]);
  for (const { kind, id } of heldBy({ holds: [...gone] })) {
    const doc = draft.get(kind, id);
    // The same document, of another incident.
    if (doc) putHeld(draft, kind, { ...doc, incidentId: event.intoIncidentId } as never, readers);
  }
  const { parentId: _parent, children: _children, holds, ...rest } = incident;
  const left = holds?.filter((key) => !gone.has(key));
  return { ...rest, ...(left ? { holds: left } : {}), status: 'closed', closedAt: at, closedBy: by, closedFor: event.reason, mergedInto: event.intoIncidentId };
}

const kept = (incident: Incident, event: IncidentAbsorbed): Unstamped<Incident> => {
  const children = incident.children?.filter((id) => id !== event.fromIncidentId);
  return { ...withParent(incident, event.parentId), ...event.set, sources: event.sources, ...(children ? { children } : {}) };
};

function withParent(incident: Incident, parentId: string | undefined): Unstamped<Incident> {
  const { parentId: _parent, ...rest } = incident;
  return parentId === undefined ? rest : { ...rest, parentId };
}

function adopt(draft: Draft, parentId: string, childId: string): void {
  const parent = draft.get('incident', parentId);
  if (parent && !parent.children?.includes(childId)) draft.put('incident', { ...parent, children: [...(parent.children ?? []), childId] });
}

function disown(draft: Draft, parentId: string, childId: string): void {
  const parent = draft.get('incident', parentId);
  if (parent) draft.put('incident', { ...parent, children: (parent.children ?? []).filter((id) => id !== childId) });
}

/** The entry in words and values, for people. */
function said(event: TieEvent): { text?: string; set?: Record<string, unknown> } {
  switch (event.type) {
    case 'incident.merged':
      return { text: event.reason, set: { into: event.intoNumber } };
    case 'incident.absorbed':
      return { text: event.reason, set: { merged: event.fromNumber } };
    case 'incident.linked':
      return { set: { parent: event.parentNumber } };
    case 'incident.unlinked':
    case 'incident.escalated':
      return { text: event.reason };
    case 'incident.transferred':
      return { text: event.reason, set: { addressee: event.toName } };
    default:
      return event satisfies never;
  }
}
