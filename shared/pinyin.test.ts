import { describe, expect, it } from 'vitest';
import { saidBy } from './pinyin.ts';

/** 赣县区章贡路 */
const text = ['gan', 'xian', 'qu', 'zhang', 'gong', 'lu'];

describe('what is typed says a text', () => {
  it.each(['ganxian', 'gx', 'ganx', 'gxian', 'gxq', 'ga', 'zhg', 'zg', 'zhanggong', 'gonglu', 'l'])('%s', (typed) => expect(saidBy(text, typed)).toBe(true));

  it.each(['xg', 'gq', 'ganxiang', 'gxz', 'lug'])('%s does not', (typed) => expect(saidBy(text, typed)).toBe(false));

  it('what is not Chinese stands for itself', () => {
    expect(saidBy(['g', '3', '2', '3', 'guo', 'dao'], 'g323gd')).toBe(true);
  });
});
