import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const colours = (theme: string): Map<string, string> => {
  const block = css.slice(css.indexOf(`[data-theme="${theme}"] {`)).split('}')[0] ?? '';
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

describe.each(['dark', 'light'])('the %s theme', (theme) => {
  const colour = colours(theme);
  const ratio = (a: string, b: string): number => contrast(colour.get(a) ?? '#000000', colour.get(b) ?? '#000000');

  it.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))('%s can be read on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(INKS)('what is written on %s can be read', (name) => {
    expect(ratio(`${name}-ink`, name)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['1', '2', '3', '4', 'none'])('the mark of level %s stands out from the ground', (level) => {
    for (const ground of GROUNDS) expect(Math.max(ratio(`level-${level}`, ground), ratio(`level-${level}-edge`, ground))).toBeGreaterThanOrEqual(3);
  });

  it.each(['focus', 'line-strong'])('%s is seen on the surface', (name) => {
    expect(ratio(name, 'surface')).toBeGreaterThanOrEqual(name === 'focus' ? 3 : 1.8);
  });
});
