import type { Point } from 'leaflet';
import { token } from '#client/ui/theme.ts';
import type { Brush } from './canvas-overlay.ts';
import type { StagingMark, TeamLook, TeamMark } from './team-marks.ts';

interface Ink {
  fill: string;
  edge: string;
  text: string;
}

export interface TeamPalette {
  inks: Record<TeamLook, Ink>;
  casing: string;
  text: string;
  line: string;
  font: string;
}

/** A shape and a letter for each look; the colour only helps. */
export function readTeamPalette(): TeamPalette {
  const casing = token('sunken');
  const outlined = (edge: string): Ink => ({ fill: casing, edge: token(edge), text: token('text') });
  const filled = (fill: string): Ink => ({ fill: token(fill), edge: casing, text: casing });
  return {
    inks: {
      available: outlined('yes'),
      off: outlined('text-faint'),
      asked: outlined('accent'),
      coming: filled('accent'),
      there: filled('sketch-place'),
      leaving: outlined('sketch-place'),
      self: outlined('sketch-warning'),
    },
    casing,
    text: token('text'),
    line: token('accent'),
    font: token('font'),
  };
}

export interface PaintedTeam {
  at: Point;
  mark: TeamMark;
}

interface Easel {
  palette: TeamPalette;
  letter: (look: TeamLook) => string;
  /** What stands beside a team that is out; empty for none. */
  label: (mark: TeamMark) => string;
  scale: number;
  names: boolean;
}

/** Lines first, then zones, then teams, and what matters most on top. */
export function paintTeams(brush: Brush, marks: readonly TeamMark[], stagings: readonly StagingMark[], easel: Easel): PaintedTeam[] {
  for (const mark of marks) if (mark.to) paintLine(brush, mark, mark.to, easel);
  for (const staging of stagings) paintStaging(brush, staging, easel);
  const beside = new Map<string, number>();
  return marks.map((mark) => {
    const spot = brush.place(mark.lat, mark.lng);
    // Several at one staging zone stand side by side.
    const key = `${Math.round(spot.x)} ${Math.round(spot.y)}`;
    const nth = beside.get(key) ?? 0;
    beside.set(key, nth + 1);
    const atStaging = stagings.some(({ lng, lat }) => lng === mark.lng && lat === mark.lat);
    const at = spot.add([(nth + Number(atStaging)) * 22 * easel.scale, 0]);
    paintTeam(brush.ctx, mark, at, easel);
    return { at, mark };
  });
}

const RADIUS = 9;

function paintTeam(ctx: CanvasRenderingContext2D, mark: TeamMark, { x, y }: Point, { palette, letter, label, scale, names }: Easel): void {
  const { fill, edge, text } = palette.inks[mark.look];
  const r = RADIUS * scale;
  ctx.save();
  ctx.lineJoin = 'round';
  outline(ctx, mark.look, x, y, r);
  ctx.lineWidth = 4;
  ctx.strokeStyle = palette.casing;
  ctx.stroke();
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = 1.75;
  ctx.strokeStyle = edge;
  if (mark.look === 'asked') ctx.setLineDash([3, 2.5]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = text;
  ctx.font = `600 ${10.5 * scale}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(letter(mark.look), x, y + (mark.look === 'coming' ? 2 * scale : 0.5));
  ctx.restore();
  const out = mark.look !== 'available' && mark.look !== 'off' && mark.look !== 'asked';
  if (names || out) write(ctx, out ? label(mark) : mark.name, x + r + 4, y, palette, scale);
}

function outline(ctx: CanvasRenderingContext2D, look: TeamLook, x: number, y: number, r: number): void {
  ctx.beginPath();
  if (look === 'there') return ctx.roundRect(x - r, y - r, 2 * r, 2 * r, 2);
  if (look === 'coming') return polygon(ctx, x, y + 1, r * 1.35, 3);
  if (look === 'leaving') return polygon(ctx, x, y, r * 1.25, 4);
  if (look === 'self') return polygon(ctx, x, y, r * 1.1, 6);
  ctx.arc(x, y, r, 0, 2 * Math.PI);
}

function polygon(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, corners: number): void {
  for (let i = 0; i < corners; i += 1) {
    const angle = (2 * Math.PI * i) / corners - Math.PI / 2;
    ctx.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  ctx.closePath();
}

function paintLine({ ctx, place }: Brush, mark: TeamMark, to: { lng: number; lat: number }, { palette }: Easel): void {
  const from = place(mark.lat, mark.lng);
  const end = place(to.lat, to.lng);
  for (const [width, colour] of [
    [4.5, palette.casing],
    [2, palette.line],
  ] as const) {
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(end.x, end.y);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    // Not the road: nobody says which one they take.
    ctx.setLineDash([7, 5]);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** A flag where teams gather. */
function paintStaging({ ctx, place }: Brush, { lng, lat, text }: StagingMark, { palette, scale, names }: Easel): void {
  const { x, y } = place(lat, lng);
  const h = 20 * scale;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x, y - h);
  ctx.lineTo(x + 12 * scale, y - h * 0.78);
  ctx.lineTo(x, y - h * 0.56);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 5;
  ctx.strokeStyle = palette.casing;
  ctx.stroke();
  ctx.fillStyle = palette.inks.there.fill;
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = palette.inks.there.fill;
  ctx.stroke();
  if (names) write(ctx, text, x + 4, y + 12 * scale, palette, scale);
}

function write(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, { casing, text: colour, font }: TeamPalette, scale: number): void {
  if (text === '') return;
  ctx.font = `500 ${11.5 * scale}px ${font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = casing;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
