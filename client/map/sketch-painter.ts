import type { Sketch } from '#shared/sketch/state.ts';
import { isRound } from '#shared/sketch/geometry.ts';
import type { Projected } from './sketch-geometry.ts';
import type { Look, Looks } from './sketch-look.ts';

/** What the canvas says of a drawing, in the viewer's language. */
export interface Said {
  label: string;
  /** One or two signs on the plate of a point. */
  glyph: string;
  /** Its time is over. */
  lapsed: boolean;
}

export interface Easel {
  ctx: CanvasRenderingContext2D;
  looks: Looks;
  scale: number;
  afar: boolean;
  /** What was written already, so that nothing is written over it. */
  written: Box[];
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const PLATE = 22;
export const AFAR_ZOOM = 9;
/** A shape smaller than this on the screen carries no words. */
const WORDS_FROM_PX = 26;

/** Paints one drawing; `x` and `y` are where the world's corner lies on the canvas. */
export function paintSketch(easel: Easel, sketch: Sketch, at: Projected, { x, y }: { x: number; y: number }, { glyph, lapsed }: Said, chosen: boolean): void {
  const { ctx, looks } = easel;
  const look = looks.of(sketch.sign);
  ctx.globalAlpha = lapsed ? 0.4 : 1;
  if (sketch.shape === 'point') paintPlate(easel, look, (at.points[0] ?? 0) + x, (at.points[1] ?? 0) + y, glyph, chosen);
  else paintOutline(easel, sketch.shape, at, { x, y }, look, chosen);
  ctx.globalAlpha = 1;
}

function paintOutline(
  { ctx, looks, scale }: Easel,
  shape: Sketch['shape'],
  at: Projected,
  { x, y }: { x: number; y: number },
  look: Look,
  chosen: boolean,
): void {
  ctx.beginPath();
  trace(ctx, shape, at, x, y);
  if (shape !== 'route') {
    ctx.fillStyle = look.fill;
    ctx.fill();
  }
  ctx.lineJoin = ctx.lineCap = 'round';
  ctx.lineWidth = (look.width + (chosen ? 6 : 2.5)) * scale;
  ctx.strokeStyle = chosen ? looks.text : looks.casing;
  ctx.stroke();
  ctx.lineCap = 'butt';
  ctx.lineWidth = look.width * scale;
  ctx.strokeStyle = look.colour;
  ctx.setLineDash(look.dash.map((length) => length * scale));
  ctx.stroke();
  ctx.setLineDash([]);
}

function trace(ctx: CanvasRenderingContext2D, shape: Sketch['shape'], { points, radius }: Projected, x: number, y: number): void {
  const [firstX = 0, firstY = 0] = points;
  if (isRound(shape)) return ctx.arc(firstX + x, firstY + y, radius, 0, 2 * Math.PI);
  ctx.moveTo(firstX + x, firstY + y);
  for (let i = 2; i < points.length; i += 2) ctx.lineTo((points[i] ?? 0) + x, (points[i + 1] ?? 0) + y);
  if (shape === 'area') ctx.closePath();
}

/** From afar a point is only a small plate: what it says would cover the others. */
function paintPlate({ ctx, looks, scale, afar, written }: Easel, look: Look, x: number, y: number, glyph: string, chosen: boolean): void {
  const size = (afar ? PLATE / 2 : PLATE) * scale;
  written.push({ x: x - size / 2, y: y - size / 2, width: size, height: size });
  ctx.beginPath();
  ctx.roundRect(x - size / 2, y - size / 2, size, size, 4 * scale);
  ctx.fillStyle = looks.casing;
  ctx.fill();
  ctx.lineWidth = (chosen ? 3.5 : 2) * scale;
  ctx.strokeStyle = look.colour;
  ctx.setLineDash(look.dash.map((length) => (length * scale) / 2));
  ctx.stroke();
  ctx.setLineDash([]);
  if (afar) return;
  ctx.fillStyle = look.colour;
  ctx.font = `700 ${12 * scale}px ${looks.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(glyph, x, y + 0.5 * scale);
}

/** The words beside a drawing, if there is room for them. */
export function writeLabel(easel: Easel, sketch: Sketch, at: Projected, { x, y }: { x: number; y: number }, { label, lapsed }: Said): void {
  const { ctx, looks, scale, afar } = easel;
  const point = sketch.shape === 'point';
  if (label === '' || (point && afar) || (!point && Math.max(at.east - at.west, at.south - at.north) < WORDS_FROM_PX)) return;
  ctx.font = `600 ${12 * scale}px ${looks.font}`;
  const height = 16 * scale;
  const width = ctx.measureText(label).width;
  const [left, middle] = anchor(sketch, at, width, scale);
  const box = { x: left + x - 2, y: middle + y - height / 2, width: width + 4, height };
  if (easel.written.some((other) => overlap(other, box))) return;
  easel.written.push(box);
  ctx.globalAlpha = lapsed ? 0.65 : 1;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5 * scale;
  ctx.strokeStyle = looks.casing;
  ctx.strokeText(label, left + x, middle + y);
  ctx.fillStyle = looks.text;
  ctx.fillText(label, left + x, middle + y);
  ctx.globalAlpha = 1;
}

/** Beside a point, above the top of a circle, in the middle of an area, at the middle bend of a route. */
function anchor({ shape }: Sketch, { points, west, east, north, south }: Projected, width: number, scale: number): [left: number, middle: number] {
  const [firstX = 0, firstY = 0] = points;
  if (shape === 'point') return [firstX + (PLATE / 2 + 5) * scale, firstY];
  if (shape === 'area') return [(west + east - width) / 2, (north + south) / 2];
  if (shape !== 'route') return [firstX - width / 2, north - 10 * scale];
  const bend = 2 * Math.floor(points.length / 4);
  return [(points[bend] ?? 0) - width / 2, (points[bend + 1] ?? 0) - 13 * scale];
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
