import { putEntry } from '#shared/incident/entry.ts';
import { putHeld } from '#shared/incident/held.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp, Unstamped } from '#shared/world.ts';
import type { Drawing, SketchEvent } from './events.ts';

/** Something drawn on the map for everybody who may see it: a cordon, an area, a way. */
export interface Sketch extends Stamp, Drawing {
  incidentId?: string;
  exercise: boolean;
  org: string;
  owners: readonly string[];
  by: Author;
  at: string;
  /** How often it was changed, and the last time by whom. */
  changes: number;
  changedBy?: Author;
  changedAt?: string;
  /** No longer on the map; kept so that what was shown can be told. */
  removedAt?: string;
  removedBy?: Author;
  removedFor?: string;
}

/** Folds one event in. Total: what is said of a drawing that is not here is skipped. */
export function evolveSketch(draft: Draft, event: SketchEvent, at: string, by: Author): void {
  const { sketchId } = event;
  if (event.type === 'sketch.archived') return draft.retire('sketch', sketchId);
  const before = draft.get('sketch', sketchId);
  if (event.type === 'sketch.drawn') put(draft, drawn(event, at, by), event.readers);
  else if (before) {
    const next = event.type === 'sketch.changed' ? changed(before, event.drawing, at, by) : removed(before, event.reason, at, by);
    put(draft, next, event.entry?.readers ?? before.readers);
  }
  if (!event.entry) return;
  const { label, sign, radiusM } = 'drawing' in event ? event.drawing : (before ?? { label: '', sign: 'other' as const, radiusM: undefined });
  const said = [label, event.type === 'sketch.removed' ? event.reason : undefined].filter(Boolean).join('；');
  putEntry(draft, { ...event.entry, type: event.type }, at, by, { text: said, set: { sign, ...(radiusM === undefined ? {} : { radiusM }) } });
}

type Bare = Unstamped<Sketch>;

function put(draft: Draft, sketch: Bare, readers: readonly string[]): void {
  const { incidentId } = sketch;
  if (incidentId === undefined) draft.put('sketch', sketch);
  else putHeld(draft, 'sketch', { ...sketch, incidentId }, readers);
}

function drawn({ sketchId, drawing, entry, exercise, org, owners, readers }: Extract<SketchEvent, { type: 'sketch.drawn' }>, at: string, by: Author): Bare {
  return { id: sketchId, ...(entry ? { incidentId: entry.incidentId } : {}), ...drawing, exercise, org, owners, by, at, changes: 0, readers };
}

/** The drawing is given whole: what it no longer has is gone. */
function changed({ radiusM: _radius, until: _until, ...rest }: Sketch, drawing: Drawing, at: string, by: Author): Bare {
  return { ...rest, ...drawing, changes: rest.changes + 1, changedBy: by, changedAt: at };
}

function removed(before: Sketch, reason: string | undefined, at: string, by: Author): Bare {
  return { ...before, removedAt: at, removedBy: by, ...(reason === undefined ? {} : { removedFor: reason }) };
}
