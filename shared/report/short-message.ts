import { breathsOf, isHeading, sentencesOf } from './sentences.ts';
import type { Told } from './told.ts';
import { figuresSaid, kindWord } from './wording.ts';

/** One message of 70 characters, two of them, or what a chat shows without opening. */
export const MESSAGE_LIMITS = [70, 140, 500] as const;
export type MessageLimit = (typeof MESSAGE_LIMITS)[number];

const CUT = '……';

/** A report in so many characters at most: what it is and the figures first, then as many whole sentences as there is room for. */
export function shortMessage(told: Told, limit: MessageLimit): string {
  const { exercise, from, title, typeCode, kind, ordinal } = told;
  const figures = figuresSaid(told.figures);
  const head = `${exercise ? '【演练】' : ''}【${shortOffice(from)}】${title}（${kindWord(kind, ordinal, typeCode)}）${figures.length > 0 ? '：' : '。'}`;
  if (head.length > limit) return `${clip(head, limit - CUT.length)}${CUT}`;
  let message = head;
  const numbers = wholeWithin(figures, limit - message.length - 1, '，');
  if (numbers !== '') message += `${numbers}。`;
  else if (figures.length > 0) message = `${message.slice(0, -1)}。`;
  for (const sentence of sentencesOf(told.text).filter((one) => !isHeading(one))) {
    if (message.length + sentence.length <= limit) message += sentence;
    else return message.length === head.length ? cutSentence(message, sentence, limit) : message;
  }
  return message;
}

/** 于都县人民政府总值班室 signs a short message as 于都县总值班室. */
const shortOffice = (office: string): string => office.replace('人民政府', '');

/** As many of the first as fit, none of them cut. */
function wholeWithin(parts: readonly string[], room: number, between: string): string {
  let text = '';
  for (const part of parts) {
    const next = text === '' ? part : `${text}${between}${part}`;
    if (next.length > room) break;
    text = next;
  }
  return text;
}

/** The very first sentence does not fit: as far as its pauses go. */
function cutSentence(message: string, sentence: string, limit: number): string {
  const room = limit - message.length - CUT.length;
  const pieces = wholeWithin(breathsOf(sentence, 1), room, '').replace(/[，、：,]$/, '');
  return pieces === '' ? message : `${message}${pieces}${CUT}`;
}

/** Never half of a character. */
function clip(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
