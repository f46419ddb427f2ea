import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { groups as en } from '#client/i18n/groups-en.ts';
import { groups as zh } from '#client/i18n/groups-zh-cn.ts';
import { newestOf, type Registered } from './shortcuts.ts';

/** The words for a key, if there are any. */
function said(groups: Record<string, unknown>, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), groups);
}

/** The label keys of all that registers a key or offers itself to the palette, read out of the sources. */
function labelsInSources(): string[] {
  const folder = path.resolve('client');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const shortcuts = [...text.matchAll(/useShortcut\(\s*(?:'[^']*'|[\w.]+),\s*'([^']+)'/g)];
    const commands = [...text.matchAll(/useCommand\(\{[^}]*?labelKey: '([^']+)'/g)];
    return [...shortcuts, ...commands].map(([, label = '']) => label);
  });
}

describe('every key and every command', () => {
  const labels = [...new Set(labelsInSources())];

  it('is found in the sources', () => expect(labels.length).toBeGreaterThan(15));

  it.each([
    ['Chinese', zh],
    ['English', en],
  ])('has its words in %s, and the help a heading for it', (_, groups) => {
    expect(labels.filter((label) => typeof said(groups, label) !== 'string')).toEqual([]);
    expect(labels.filter((label) => typeof said(groups, `shell.area.${label.slice(0, label.indexOf('.'))}`) !== 'string')).toEqual([]);
  });
});

describe('of two that take the same key', () => {
  const command = (key: string | undefined, labelKey: string): Registered => ({ key, labelKey, run: () => undefined });

  it('the newest is listed, and one without a key stays', () => {
    const kept = newestOf([command('n', 'incident.a'), command('n', 'incident.b'), command(undefined, 'incident.c')]);
    expect(kept.map(({ labelKey }) => labelKey)).toEqual(['incident.b', 'incident.c']);
  });
});
