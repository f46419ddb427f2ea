import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import { ownersOf } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import { inMode } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { Drawing } from './events.ts';
import { faultOf, tidied, type Fault } from './geometry.ts';
import type { ArchiveSketch, ChangeSketch, DrawSketch, RemoveSketch } from './orders.ts';
import { chainOf, mayChange, mayDraw } from './policy.ts';
import type { Sketch } from './state.ts';

/** `incident` is the one that it belongs to, if any: already found to be the seat's to see. */
export function decideDraw(world: World, incident: Incident | undefined, order: z.infer<typeof DrawSketch>, id: string, actor: Actor): Decided {
  if (!mayDraw(actor)) refuse('not-permitted', 'Only duty officers, leaders and departments draw on the map.');
  openOnly(incident);
  const { incidentId: _incident, exercise: asked, ...given } = order;
  if (incident && asked !== undefined && asked !== incident.exercise)
    refuse('invalid', 'A drawing is a drill if its incident is one.', [{ path: 'exercise', message: 'is not as its incident is' }]);
  const exercise = incident?.exercise ?? asked ?? false;
  const own = chainOf(actor.org, world.get('organisation', actor.org)?.parent);
  const owners = [...new Set([...own, ...(incident ? ownersOf(incident) : [])])];
  const readers = incident?.readers ?? inMode([...own.map((org) => `org:${org}`), `user:${actor.id}`], exercise);
  const event = { type: 'sketch.drawn', sketchId: id, drawing: drawingOf(given), exercise, org: actor.org, owners, readers, ...entryIn(incident) } as const;
  return { events: [event], refs: refsOf(id, incident) };
}

export function decideChange(sketch: Sketch, incident: Incident | undefined, order: z.infer<typeof ChangeSketch>, actor: Actor): Decided {
  shownOnly(sketch);
  ownersOnly(sketch, actor);
  openOnly(incident);
  const { sketchId, seen, until, ...set } = order;
  if (until === undefined && Object.values(set).every((value) => value === undefined)) refuse('invalid', 'Nothing to change was given.');
  if (seen !== undefined && seen !== sketch.changes)
    refuse('stale', 'Somebody else has changed this drawing meanwhile.', [{ path: 'seen', message: 'was changed meanwhile', current: sketch.changes }]);
  const drawing = drawingOf({
    shape: sketch.shape,
    coordinates: set.coordinates ?? sketch.coordinates,
    radiusM: set.radiusM ?? sketch.radiusM,
    label: set.label ?? sketch.label,
    sign: set.sign ?? sketch.sign,
    until: until === undefined ? sketch.until : (until ?? undefined),
  });
  return { events: [{ type: 'sketch.changed', sketchId, drawing, ...entryIn(incident) }], refs: refsOf(sketchId, incident) };
}

/** Takes it off the map, also after its incident was closed. */
export function decideRemove(sketch: Sketch, incident: Incident | undefined, order: z.infer<typeof RemoveSketch>, actor: Actor): Decided {
  shownOnly(sketch);
  ownersOnly(sketch, actor);
  const { sketchId, reason } = order;
  const event = { type: 'sketch.removed', sketchId, ...(reason ? { reason } : {}), ...entryIn(incident) } as const;
  return { events: [event], refs: refsOf(sketchId, incident) };
}

export function decideArchiveSketch(sketch: Sketch, { sketchId }: z.infer<typeof ArchiveSketch>, actor: Actor): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'Drawings are archived by the clockwork.');
  return { events: [{ type: 'sketch.archived', sketchId }], refs: refsOf(sketch.id, undefined) };
}

const entryIn = (incident: Incident | undefined) => (incident ? { entry: nextEntry(incident) } : {});

const refsOf = (sketch: string, incident: Incident | undefined) => ({ sketch, ...(incident ? { incident: incident.id } : {}) });

type Given = Omit<Drawing, 'radiusM' | 'until'> & { radiusM?: number | undefined; until?: string | undefined };

const SAID: Record<Fault, { path: string; message: string }> = {
  'too-few': { path: 'coordinates', message: 'are too few for this shape' },
  'too-many': { path: 'coordinates', message: 'are more than this shape has' },
  'radius-missing': { path: 'radiusM', message: 'is needed for this shape' },
  'radius-unused': { path: 'radiusM', message: 'has no meaning for this shape' },
  'crosses-itself': { path: 'coordinates', message: 'make an outline that crosses itself' },
};

function drawingOf({ shape, coordinates, radiusM, label, sign, until }: Given): Drawing {
  const drawing = {
    shape,
    coordinates: tidied(coordinates),
    label,
    sign,
    ...(radiusM === undefined ? {} : { radiusM }),
    ...(until === undefined ? {} : { until: normaliseInstant(until) }),
  };
  const fault = faultOf(drawing);
  if (fault) refuse('invalid', `The ${SAID[fault].path} ${SAID[fault].message}.`, [SAID[fault]]);
  return drawing;
}

function openOnly(incident: Incident | undefined): void {
  if (incident?.status === 'closed') refuse('incident.closed', `Incident ${incident.number} is closed.`);
}

function shownOnly(sketch: Sketch): void {
  if (sketch.removedAt !== undefined) refuse('sketch.removed', 'The drawing was removed already.');
}

function ownersOnly(sketch: Sketch, actor: Actor): void {
  if (!mayChange(actor, sketch)) refuse('not-permitted', 'A drawing is changed by its author, or by the organisations it is of and those above.');
}
