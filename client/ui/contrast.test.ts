import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const colours = (theme: string): Map<string, string> => {
  const block = css.split(new RegExp(`\\[data-theme=['"]${theme}['"]\\] \\{`))[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--fh-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = ['text', 'text-quiet', 'text-faint', 'accent', 'no', 'yes', 'drill'];
const GROUNDS = ['ground', 'surface', 'raised', 'hover', 'selected', 'sunken'];
const INKS = ['accent', 'warn-bar', 'drill', 'level-1', 'level-2', 'level-3', 'level-4'];
const LEVELS = ['1', '2', '3', '4', 'none'];

describe.each(['dark', 'light'])('the %s theme', (theme) => {
  const colour = colours(theme);
  const ratio = (a: string, b: string): number => contrast(colour.get(a) ?? '#808080', colour.get(b) ?? '#808080');
  const tooFaint = (pairs: readonly (readonly [string, string])[], least: number): string[] =>
    pairs.filter(([a, b]) => ratio(a, b) < least).map(([a, b]) => `${a} on ${b}: ${ratio(a, b).toFixed(2)}`);

  it('every text can be read on every ground', () => {
    const pairs = TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const));
    expect(tooFaint(pairs, 4.5)).toEqual([]);
  });

  it('what is written on a colour can be read', () => {
    const pairs = INKS.map((name) => [`${name}-ink`, name] as const);
    expect(tooFaint(pairs, 4.5)).toEqual([]);
  });

  it('the mark of a level, or its edge, stands out from every ground', () => {
    const faint = LEVELS.filter((level) => GROUNDS.some((ground) => ratio(`level-${level}`, ground) < 3 && ratio(`level-${level}-edge`, ground) < 3));
    expect(faint).toEqual([]);
  });

  it('the focus is seen', () => {
    const pairs = GROUNDS.map((ground) => ['focus', ground] as const);
    expect(tooFaint(pairs, 3)).toEqual([]);
  });
});
