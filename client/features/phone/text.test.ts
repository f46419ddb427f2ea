import { describe, expect, it } from 'vitest';
import { en } from './text-en.ts';
import { zh } from './text-zh.ts';
import { hasText, inAnyLanguage, wordsIn } from './text.ts';

const blanks = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

describe('the words of the phone', () => {
  it('have the same blanks in both languages and are never empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh)) {
      const other = Object.entries(en).find(([name]) => name === key)?.[1] ?? '';
      expect(blanks(other), key).toEqual(blanks(text));
      expect([text.trim(), other.trim()], key).not.toContain('');
    }
  });

  it('have no Chinese in English but the name of the language', () => {
    expect(Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([['me.language', '中文']]);
  });

  it('name categories, states and refusals as the desk does', () => {
    const t = wordsIn('zh-CN');
    expect([t.category('water'), t.missionState('en_route'), t.refusal('team.uninsured')]).toEqual([
      '水上搜救',
      '途中',
      '未投保人员不得列入出队名单，投保人数不足。',
    ]);
    expect(t.refusal('member.exists')).toBe('此人已是该队队员。');
    expect(t.refusal('no-such-code')).toBeUndefined();
  });

  it('know a text from a name that has none', () => {
    expect([hasText('stage.en_route'), hasText('toString')]).toEqual([true, false]);
    expect(inAnyLanguage('stage.doneWords')).toEqual(['作业完成，请示撤离', 'Work done, asking to be let go']);
  });
});
