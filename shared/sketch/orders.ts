import { z } from 'zod';
import { Latitude, Longitude } from '#shared/geo.ts';
import { Instant } from '#shared/time.ts';

export const SHAPES = ['area', 'cordon', 'route', 'point', 'circle'] as const;
export type Shape = (typeof SHAPES)[number];

/** What a drawing means. Each has its word, its pattern and its colour on every map. */
export const SIGNS = ['danger', 'warning', 'closed', 'passable', 'staging', 'shelter', 'command', 'water', 'medical', 'other'] as const;
export type Sign = (typeof SIGNS)[number];

export const MAX_POINTS = 500;

/** A place on the map as GeoJSON writes it: longitude, latitude, WGS-84. */
const Position = z.tuple([Longitude, Latitude]);
export type Position = z.infer<typeof Position>;

const Coordinates = z.array(Position).min(1).max(MAX_POINTS);
const RadiusM = z.number().min(1).max(200_000);
const Label = z.string().trim().max(80);

export const DrawSketch = z.strictObject({
  /** The incident that it belongs to: seen by whoever sees it, and gone from the map with it. */
  incidentId: z.uuid().optional(),
  shape: z.enum(SHAPES),
  /** The corners of an area (not closed), the bends of a route; of the others the one place or centre. */
  coordinates: Coordinates,
  /** Of a cordon or a circle. */
  radiusM: RadiusM.optional(),
  label: Label,
  sign: z.enum(SIGNS),
  until: Instant.optional(),
  /** Of a drawing that belongs to no incident; else it is as its incident is. */
  exercise: z.boolean().optional(),
});

export const ChangeSketch = z.strictObject({
  sketchId: z.uuid(),
  coordinates: Coordinates.optional(),
  radiusM: RadiusM.optional(),
  label: Label.optional(),
  sign: z.enum(SIGNS).optional(),
  /** Null takes it away. */
  until: Instant.nullable().optional(),
  /** How often it had been changed when the writer saw it: what somebody else changed meanwhile is not overwritten. */
  seen: z.number().int().min(0).optional(),
});

export const RemoveSketch = z.strictObject({ sketchId: z.uuid(), reason: z.string().trim().max(200).optional() });

/** Given by the clockwork: a drawing that belongs to no incident leaves what is active some time after it was removed or has lapsed. */
export const ArchiveSketch = z.strictObject({ sketchId: z.uuid() });

export const sketchOrders = {
  'sketch.draw': DrawSketch,
  'sketch.change': ChangeSketch,
  'sketch.remove': RemoveSketch,
  'sketch.archive': ArchiveSketch,
} as const;
