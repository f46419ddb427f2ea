import { access } from '#client/i18n/zh-CN/access.ts';
import { common } from '#client/i18n/zh-CN/common.ts';
import { duty } from '#client/i18n/zh-CN/duty.ts';
import { deadline } from '#client/i18n/zh-CN/deadline.ts';
import { history } from '#client/i18n/zh-CN/history.ts';
import { incident } from '#client/i18n/zh-CN/incident.ts';
import { instruction } from '#client/i18n/zh-CN/instruction.ts';
import { map } from '#client/i18n/zh-CN/map.ts';
import { record } from '#client/i18n/zh-CN/record.ts';
import { shell } from '#client/i18n/zh-CN/shell.ts';
import { sketch } from '#client/i18n/zh-CN/sketch.ts';
import { ties } from '#client/i18n/zh-CN/ties.ts';
import { view } from '#client/i18n/zh-CN/view.ts';
import { access as accessEn } from '#client/i18n/en/access.ts';
import { shell as shellEn } from '#client/i18n/en/shell.ts';

/** What the screens say, from where they take it. */
export const zh = { access, common, deadline, duty, history, incident, instruction, map, record, shell, sketch, ties, view };
export const en = { access: accessEn, shell: shellEn };

/** A text with figures in it, whatever the figures; those that are given must be there. */
export function saying(text: string, given: Readonly<Record<string, string | number>> = {}): RegExp {
  const parts = text.split(/\{\{(\w+)\}\}/);
  return new RegExp(parts.map((part, i) => (i % 2 === 0 ? escaped(part) : given[part] === undefined ? '.+?' : escaped(String(given[part])))).join(''));
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
