import type { Entry } from '#shared/incident/entry.ts';
import type { Position, Shape, Sign } from './orders.ts';

/** What is drawn. */
export interface Drawing {
  shape: Shape;
  coordinates: readonly Position[];
  radiusM?: number;
  label: string;
  sign: Sign;
  until?: string;
}

/** Of a drawing that belongs to an incident each event is an entry of its timeline as well. */
interface Of {
  sketchId: string;
  entry?: Entry;
}

export interface SketchDrawn extends Of {
  type: 'sketch.drawn';
  drawing: Drawing;
  exercise: boolean;
  org: string;
  /** The organisations whose seats may change it. */
  owners: readonly string[];
  readers: readonly string[];
}

export interface SketchChanged extends Of {
  type: 'sketch.changed';
  drawing: Drawing;
}

export interface SketchRemoved extends Of {
  type: 'sketch.removed';
  reason?: string;
}

export interface SketchArchived {
  type: 'sketch.archived';
  sketchId: string;
}

export type SketchEvent = SketchDrawn | SketchChanged | SketchRemoved | SketchArchived;
