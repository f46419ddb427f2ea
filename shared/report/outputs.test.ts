import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneScript } from './phone-script.ts';
import { MESSAGE_LIMITS, shortMessage } from './short-message.ts';
import type { Told } from './told.ts';
import { chineseDate, chineseNumber, chineseTime, figuresSaid, kindWord } from './wording.ts';

const told = (differs: Partial<Told> = {}): Told => ({
  exercise: false,
  from: '于都县人民政府总值班室',
  to: '赣州市人民政府总值班室',
  title: '贡江镇上欧村山洪',
  typeCode: 'N01.2',
  kind: 'initial',
  ordinal: 0,
  figures: { dead: 2, missing: 3, evacuated: 180 },
  text: '一、基本情况\n6月1日2时10分，于都县贡江镇上欧村因强降雨突发山洪。2时18分，村级信息员发现并报告。\n二、措施\n县消防救援大队46人、冲锋舟4艘投入搜救；沿河3个村群众已转移至县第二中学安置点。',
  ...differs,
});

describe('the words of reports', () => {
  it('follow-ups are numbered in Chinese', () => {
    expect([1, 9, 10, 11, 20, 23, 99].map(chineseNumber)).toEqual(['一', '九', '十', '十一', '二十', '二十三', '九十九']);
    expect(kindWord('follow-up', 12, 'N01')).toBe('续报十二');
  });

  it('the last report of a natural disaster is a 核报, of anything else a 终报', () => {
    expect(kindWord('final', 0, 'N04.1')).toBe('核报');
    expect(kindWord('final', 0, 'A02')).toBe('终报');
  });

  it('a day is told by the city’s clock, without leading zeros', () => {
    expect(chineseDate('2026-05-31T18:10:00Z')).toBe('2026年6月1日');
    expect(chineseTime('2026-05-31T18:05:00Z')).toBe('6月1日2时05分');
  });

  it('a figure that nobody gave is not said, and 0 is; money is in units of 10,000', () => {
    expect(figuresSaid({ dead: 0, directLossCny: 8_600_000 })).toEqual(['死亡0人', '直接经济损失860万元']);
  });
});

describe('a report read aloud', () => {
  it('says who calls and what it is, then the figures, then the rest', () => {
    const lines = phoneScript(told());
    expect(lines.slice(0, 3)).toEqual([
      '赣州市人民政府总值班室，你好。我是于都县人民政府总值班室。',
      '现电话报告贡江镇上欧村山洪，这是初报。',
      '先报数字，请记录。',
    ]);
    expect(lines.indexOf('死亡2人。')).toBeLessThan(lines.findIndex((line) => line.includes('突发山洪')));
    expect(lines.join('')).not.toContain('一、');
  });

  it('of a drill begins and ends with the word', () => {
    const lines = phoneScript(told({ exercise: true }));
    expect(lines[0]).toContain('演练');
    expect(lines.at(-1)).toContain('演练');
  });

  it('is cut into what can be said in one breath', () => {
    const line = '县消防救援大队四十六人，冲锋舟四艘，县蓝天救援队二十人，投入搜救工作，沿河三个村群众已经转移。';
    const lines = phoneScript(told({ text: line }));
    expect(lines.join('')).toContain(line);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(32);
  });
});

describe('a report as a short message', () => {
  it('has what it is and the figures even in one message', () => {
    expect(shortMessage(told(), 70)).toBe(
      '【于都县总值班室】贡江镇上欧村山洪（初报）：死亡2人，失联3人，转移安置180人。6月1日2时10分，于都县贡江镇上欧村因强降雨突发山洪。',
    );
  });

  it('ends where a sentence ends, and with room for it says all', () => {
    expect(shortMessage(told(), 140)).toMatch(/[。；]$/);
    expect(shortMessage(told(), 500)).toContain('县第二中学安置点。');
  });

  it('of a drill begins with the word', () => {
    expect(shortMessage(told({ exercise: true }), 70)).toMatch(/^【演练】/);
  });

  it('never has more characters than asked for, whatever the text', () => {
    const chars = fc.string({ unit: fc.constantFrom('山', '洪', '，', '。', '；', '、', '\n', '一', '𬌗', '1'), maxLength: 300 });
    fc.assert(
      fc.property(chars, chars, fc.boolean(), fc.constantFrom(...MESSAGE_LIMITS), (title, text, exercise, limit) => {
        const message = shortMessage(told({ title, text, exercise }), limit);
        expect(message.length).toBeLessThanOrEqual(limit);
        expect(message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
  });
});
