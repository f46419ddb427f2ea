import { token } from '#client/ui/theme.ts';
import type { Sign } from '#shared/sketch/orders.ts';

type Hatch = 'diagonal' | 'cross' | 'dots' | 'none';

interface Pattern {
  colour: string;
  dash: readonly number[];
  width: number;
  hatch: Hatch;
}

/** A sign is known by its line and its hatching as well as by its colour, and its word always stands beside it. */
const PATTERNS: Record<Sign, Pattern> = {
  danger: { colour: 'danger', dash: [], width: 2.5, hatch: 'diagonal' },
  warning: { colour: 'warning', dash: [10, 5], width: 2.5, hatch: 'dots' },
  closed: { colour: 'closed', dash: [3, 4], width: 4, hatch: 'cross' },
  passable: { colour: 'passable', dash: [16, 4, 3, 4], width: 3, hatch: 'none' },
  staging: { colour: 'place', dash: [], width: 1.75, hatch: 'none' },
  shelter: { colour: 'place', dash: [6, 3], width: 1.75, hatch: 'none' },
  command: { colour: 'place', dash: [12, 3, 2, 3], width: 1.75, hatch: 'none' },
  water: { colour: 'place', dash: [2, 3], width: 1.75, hatch: 'none' },
  medical: { colour: 'place', dash: [9, 3, 9, 6], width: 1.75, hatch: 'none' },
  other: { colour: 'closed', dash: [5, 4], width: 1.75, hatch: 'none' },
};

export interface Look {
  colour: string;
  dash: readonly number[];
  width: number;
  fill: CanvasPattern | string;
}

export interface Looks {
  of(sign: Sign): Look;
  casing: string;
  text: string;
  font: string;
}

/** Read from the stylesheet once for each theme. */
export function readLooks(): Looks {
  const made = new Map<Sign, Look>();
  const of = (sign: Sign): Look => {
    const held = made.get(sign);
    if (held) return held;
    const { colour: name, dash, width, hatch } = PATTERNS[sign];
    const colour = token(`sketch-${name}`);
    const look = { colour, dash, width, fill: hatching(hatch, colour) };
    made.set(sign, look);
    return look;
  };
  return { of, casing: token('map-land'), text: token('text'), font: token('font') };
}

/** The dash of a sign as an SVG attribute, for what is not on the canvas. */
export const dashOf = (sign: Sign): string => PATTERNS[sign].dash.join(' ');

/** The colour of a sign as the stylesheet names it. */
export const colourOf = (sign: Sign): string => `var(--fh-sketch-${PATTERNS[sign].colour})`;

const CELL = 10;

function hatching(hatch: Hatch, colour: string): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = CELL;
  const ctx = canvas.getContext('2d');
  if (!ctx) return 'transparent';
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.09;
  ctx.fillRect(0, 0, CELL, CELL);
  ctx.globalAlpha = 0.5;
  ctx.lineWidth = 1;
  ctx.beginPath();
  // Lines run past the corners so that cells join without a gap.
  if (hatch === 'diagonal' || hatch === 'cross') strokes(ctx, 1);
  if (hatch === 'cross') strokes(ctx, -1);
  if (hatch === 'dots') ctx.fillRect(CELL / 2, CELL / 2, 2, 2);
  ctx.stroke();
  return ctx.createPattern(canvas, 'repeat') ?? 'transparent';
}

function strokes(ctx: CanvasRenderingContext2D, slope: 1 | -1): void {
  for (const shift of [-CELL, 0, CELL]) {
    ctx.moveTo(shift, slope > 0 ? CELL : 0);
    ctx.lineTo(shift + CELL, slope > 0 ? 0 : CELL);
  }
}
