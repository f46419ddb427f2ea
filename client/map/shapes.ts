import { LEVEL_SHAPES } from '#client/ui/level-mark.tsx';
import type { Mark } from './mark.ts';

/** The shapes are those of the lists, in their box of 16 by 16, so that a mark is known again wherever it stands. */
const BOX = 16;

const pathOf = (mark: Mark): string => LEVEL_SHAPES[typeof mark === 'number' ? (`${mark}` as const) : 'none'];

const paths = new Map<Mark, Path2D>();

function path(mark: Mark): Path2D {
  const held = paths.get(mark);
  if (held) return held;
  const made = new Path2D(pathOf(mark));
  paths.set(mark, made);
  return made;
}

export interface Ink {
  fill: string;
  edge: string;
  casing: string;
  text: string;
}

/** Paints a mark `size` wide around a point: its shape on a casing that parts it from the map, and its level as a number. */
export function paintMark(ctx: CanvasRenderingContext2D, mark: Mark, x: number, y: number, size: number, ink: Ink): void {
  const scale = size / BOX;
  const shape = path(mark);
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(scale, scale);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = ink.casing;
  ctx.stroke(shape);
  ctx.fillStyle = typeof mark === 'number' ? ink.fill : ink.casing;
  ctx.fill(shape);
  ctx.lineWidth = (typeof mark === 'number' ? 1 : 1.75) / scale;
  ctx.strokeStyle = ink.edge;
  if (mark === 'pending') ctx.setLineDash([2, 2]);
  ctx.stroke(shape);
  if (typeof mark === 'number') {
    ctx.fillStyle = ink.text;
    ctx.font = `700 ${mark === 3 ? 8 : 9.5}px system-ui, sans-serif`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'alphabetic';
    ctx.fillText(String(mark), BOX / 2, mark === 3 ? 12.6 : 11.4);
  }
  ctx.restore();
}

const SVG = 'http://www.w3.org/2000/svg';

/** The same as an element, for the few that are drawn apart from the canvas. */
export function markElement(mark: Mark, size: number): SVGSVGElement {
  const svg = element('svg', { width: size, height: size, viewBox: `-2 -2 ${BOX + 4} ${BOX + 4}`, 'aria-hidden': 'true', class: 'map-mark' });
  svg.append(element('path', { d: pathOf(mark) }));
  if (typeof mark !== 'number') return svg;
  const text = element('text', { x: BOX / 2, y: mark === 3 ? 12.6 : 11.4, 'text-anchor': 'middle', 'font-size': mark === 3 ? 8 : 9.5, 'font-weight': 700 });
  text.textContent = String(mark);
  svg.append(text);
  return svg;
}

function element<K extends 'svg' | 'path' | 'text'>(name: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
