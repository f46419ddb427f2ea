import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ORDERS } from '#shared/catalogue.ts';
import { ROLES } from '#shared/seat.ts';

const modules = import.meta.glob<Record<string, Record<string, unknown>>>('./{zh-CN,en}/*.ts', { eager: true });

function keysOf(language: string): Map<string, unknown> {
  const keys = new Map<string, unknown>();
  const walk = (node: unknown, at: string): void => {
    if (typeof node === 'object' && node !== null) for (const [key, value] of Object.entries(node)) walk(value, at ? `${at}.${key}` : key);
    else keys.set(at, node);
  };
  for (const [file, exported] of Object.entries(modules)) if (file.startsWith(`./${language}/`)) walk(exported, '');
  return keys;
}

const chinese = keysOf('zh-CN');
const english = keysOf('en');
const figures = (text: unknown): string[] => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

/** Keys written out in the sources: `t('access.username')`. What is put together at run time is checked below. */
function keysAsked(): string[] {
  const folder = path.resolve('client');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^i18n\//.test(file));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/'((?:common|shell|access|incident|map)\.[\w.-]+)'/g)].map(([, key = '']) => key));
}

describe('the texts', () => {
  it('every group is there in both languages', () => {
    const files = Object.keys(modules).map((file) => file.replace(/^\.\/(zh-CN|en)\//, ''));
    expect(files.filter((file) => files.filter((one) => one === file).length !== 2)).toEqual([]);
    expect(chinese.size).toBeGreaterThan(200);
  });

  it('every key is in both languages', () => {
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('no text is empty', () => {
    for (const texts of [chinese, english]) expect([...texts].filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
  });

  it('both languages name the same figures', () => {
    expect([...chinese].filter(([key, text]) => figures(text).join() !== figures(english.get(key)).join()).map(([key]) => key)).toEqual([]);
  });

  it('every key that the code asks for exists', () => {
    const known = [...chinese.keys()];
    // Orders, refusals and events have names of the same form.
    const asked = keysAsked().filter((key) => !(key in ORDERS) && !chinese.has(`common.refusal.${key}`) && !/^\w+\.\w+ed$/.test(key));
    const missing = asked.filter((key) => !chinese.has(key) && !chinese.has(`${key}_other`) && !known.some((one) => one.startsWith(`${key}.`)));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('every role and every order has a name', () => {
    expect(ROLES.filter((role) => !chinese.has(`common.role.${role}`))).toEqual([]);
    expect(Object.keys(ORDERS).filter((type) => !chinese.has(`common.order.${type}`))).toEqual([]);
  });
});
