import { describe, expect, it } from 'vitest';
import { soundGrams, soundsAsked } from './pinyin.ts';

const finds = (typed: string, text: string): boolean => {
  const grams = new Set(soundGrams(text));
  return soundsAsked(typed).some((way) => way.every((gram) => grams.has(gram)));
};

describe('a text is found by its sound', () => {
  it.each(['ganxian', 'gx', 'gan', 'xian', 'gxq', 'ganxianqu', 'maodian', 'mdz', 'GANXIAN'])('赣县区茅店镇 by %s', (typed) =>
    expect(finds(typed, '洪水 赣县区茅店镇 3 人')).toBe(true),
  );

  it.each(['ganzhou', 'xg', 'hsg', 'gx1', '', 'qumao1'])('赣县区 not by %s', (typed) => expect(finds(typed, '洪水，赣县区')).toBe(false));

  it('a place by the name that its people say', () => {
    expect(finds('yudu', '于都县梓山镇')).toBe(true);
  });

  it('however its letters may be parted', () => {
    expect([finds('xian', '西安'), finds('xian', '赣县')]).toEqual([true, true]);
  });

  it('of much that is typed, the ways to part it stay few', () => {
    expect(soundsAsked('xian'.repeat(10)).length).toBeLessThan(12);
    expect(soundsAsked('a'.repeat(41))).toEqual([]);
  });
});
