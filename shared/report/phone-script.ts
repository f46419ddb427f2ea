import { breathsOf, isHeading, sentencesOf } from './sentences.ts';
import type { Told } from './told.ts';
import { figuresSaid, kindWord } from './wording.ts';

/** What can be said in one breath. */
const BREATH = 32;

/** A report to be read aloud, line by line: who calls, what it is, the figures, then the rest. */
export function phoneScript(told: Told): string[] {
  const { exercise, from, to, title, typeCode, kind, ordinal, level, text } = told;
  const figures = figuresSaid(told.figures);
  const drill = exercise ? ['演练，演练，演练。以下是演练内容。'] : [];
  const what = [
    `${to}，你好。我是${from}。`,
    `现电话报告${title}，这是${kindWord(kind, ordinal, typeCode)}。`,
    ...(level === undefined ? [] : [`初步判断为${level}级别。`]),
    figures.length > 0 ? '先报数字，请记录。' : '目前没有人员伤亡和损失的数字。',
  ];
  const told1 = figures.map((figure) => `${figure}。`);
  const rest = sentencesOf(text)
    .filter((sentence) => !isHeading(sentence))
    .flatMap((sentence) => breathsOf(sentence, BREATH));
  const end = ['报告完毕。请复述主要数字。', '请问你的姓名？书面报告随后报送。', ...(exercise ? ['以上是演练内容，演练，演练。'] : [])];
  return [...drill, ...what, ...told1, ...(rest.length > 0 ? ['具体情况如下。', ...rest] : []), ...end];
}
