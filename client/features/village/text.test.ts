import { describe, expect, it } from 'vitest';
import { TEXTS, say } from './text.ts';

const blanks = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the texts of the village page', () => {
  const { 'zh-CN': zh, en } = TEXTS;

  it('have every key in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('have the same blanks in both languages and are never empty', () => {
    for (const [key, text] of Object.entries(zh)) {
      const other = Object.entries(en).find(([name]) => name === key)?.[1] ?? '';
      expect(blanks(other), key).toEqual(blanks(text));
      expect([text.trim(), other.trim()], key).not.toContain('');
    }
  });

  it('no English text has a Chinese character but the name of the language', () => {
    const chinese = Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(chinese).toEqual([['bar.language', '中文']]);
  });

  it('a blank that was not given stays to be seen', () => {
    expect(say('en', 'state.sent', { time: '02:31' })).toBe('Sent 02:31');
    expect(say('en', 'state.sent')).toBe('Sent {time}');
  });
});
