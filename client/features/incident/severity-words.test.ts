import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { common } from '#client/i18n/zh-CN/common.ts';
import { incident } from '#client/i18n/zh-CN/incident.ts';
import { record } from '#client/i18n/zh-CN/record.ts';
import { gradeOf, type Figures, type Proposal } from '#plans/severity.ts';
import { basisOfProposal } from './severity-words.ts';

beforeAll(() => i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: { common, incident, record } } }, interpolation: { escapeValue: false } }));

function graded(typeCode: string, figures: Figures): Proposal {
  const grade = gradeOf(typeCode, figures);
  if (!grade) throw new Error('No ladder was reached.');
  return grade;
}

it.each([
  ['A02', { dead: 3 }, '死亡 3 人，达到「较大」标准（3 人以上）。依据：生产安全事故报告和调查处理条例第三条'],
  ['A02', { directLossCny: 60_000_000 }, '直接经济损失 6000 万元，达到「重大」标准（5000 万元以上）。依据：生产安全事故报告和调查处理条例第三条'],
  ['A04', { dead: 1 }, '死亡 1 人，属「一般」，未达上一级标准。依据：生产安全事故报告和调查处理条例第三条'],
  ['N01.2', { dead: 3 }, '死亡 3 人，达到「较大」标准（3 人以上）。内部参考规则'],
  ['H04', { cases: 120, dead: 1 }, '发病 120 人，达到「重大」标准（101 人以上且有死亡）。内部参考规则'],
])('of %s with %o the basis says the criterion, and names a law only if it was read there', (typeCode, figures, words) => {
  expect(basisOfProposal(graded(typeCode, figures), i18next.t)).toBe(words);
});
