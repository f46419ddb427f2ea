import { token } from '#client/ui/theme.ts';
import type { Mark } from './mark.ts';
import type { Ink } from './shapes.ts';

/** Canvas has no stylesheet, so its colours are read from the one that the rest uses. */
export interface Palette {
  ink(mark: Mark): Ink;
  casing: string;
  text: string;
  land: string;
  border: string;
  water: string;
  font: string;
}

export function readPalette(): Palette {
  const casing = token('sunken');
  const ink = (level: string): Ink => ({ fill: token(`level-${level}`), edge: token(`level-${level}-edge`), text: token(`level-${level}-ink`), casing });
  const inks: Record<string, Ink> = { 1: ink('1'), 2: ink('2'), 3: ink('3'), 4: ink('4') };
  const none = ink('none');
  return {
    ink: (mark) => inks[mark] ?? none,
    casing,
    text: token('text'),
    land: token('map-land'),
    border: token('map-border'),
    water: token('map-water'),
    font: token('font'),
  };
}
