import type { Point } from 'leaflet';
import type { Brush } from './canvas-overlay.ts';
import type { Group, Spot } from './incident-index.ts';
import type { Palette } from './palette.ts';
import { paintMark } from './shapes.ts';

/** Something painted, where and how large, for finding it under the pointer. */
export interface Painted {
  at: Point;
  radius: number;
  what: Spot | Group;
}

const SPOT_SIZE = 18;
const FADES_IN_MS = 6 * 60 * 60_000;

/** Paints in the order given, so what comes last lies on top. */
export function paintIncidents(
  { ctx, place }: Brush,
  found: readonly (Spot | Group)[],
  palette: Palette,
  { now, scale }: { now: number; scale: number },
): Painted[] {
  return found.map((what) => {
    const at = place(what.lat, what.lng);
    const size = scale * ('count' in what ? groupSize(what.count) : SPOT_SIZE);
    if ('count' in what) paintGroup(ctx, what, at, size, palette, scale);
    else paintSpot(ctx, what, at, size, palette, now);
    return { what, at, radius: size / 2 };
  });
}

/** The one under the pointer: the last painted lies on top. */
export function hitTest(painted: readonly Painted[], point: Point): Painted | undefined {
  return painted.findLast(({ at, radius }) => at.distanceTo(point) <= radius + 5);
}

const groupSize = (count: number): number => Math.min(38, 20 + 2.6 * Math.log2(count));

/** The ring around an incident fades with the time since its last entry: a pale one has been silent. */
function paintSpot(ctx: CanvasRenderingContext2D, { mark, at: last }: Spot, { x, y }: Point, size: number, palette: Palette, now: number): void {
  const ink = palette.ink(mark);
  ctx.globalAlpha = 0.75 * Math.max(0.12, 1 - (now - last) / FADES_IN_MS);
  ctx.lineWidth = 1.25;
  ctx.strokeStyle = ink.edge;
  ctx.beginPath();
  ctx.arc(x, y, size / 2 + 5, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.globalAlpha = 1;
  paintMark(ctx, mark, x, y, size, ink);
}

/** A group shows the gravest mark inside and, on a tab at its foot, how many there are. */
function paintGroup(ctx: CanvasRenderingContext2D, { mark, count }: Group, { x, y }: Point, size: number, palette: Palette, scale: number): void {
  const ink = palette.ink(mark);
  paintMark(ctx, mark, x, y, size, ink);
  ctx.font = `600 ${12 * scale}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const width = ctx.measureText(String(count)).width + 11 * scale;
  const top = y + size / 2 - 3 * scale;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, top, width, 17 * scale, 4 * scale);
  ctx.fillStyle = palette.casing;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = ink.edge;
  ctx.stroke();
  ctx.fillStyle = palette.text;
  ctx.fillText(String(count), x, top + 9.25 * scale);
}
