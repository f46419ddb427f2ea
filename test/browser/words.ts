import { access } from '#client/i18n/zh-CN/access.ts';
import { alert } from '#client/i18n/zh-CN/alert.ts';
import { apply } from '#client/i18n/zh-CN/apply.ts';
import { common } from '#client/i18n/zh-CN/common.ts';
import { contact } from '#client/i18n/zh-CN/contact.ts';
import { deadline } from '#client/i18n/zh-CN/deadline.ts';
import { dispatch } from '#client/i18n/zh-CN/dispatch.ts';
import { duty } from '#client/i18n/zh-CN/duty.ts';
import { file } from '#client/i18n/zh-CN/file.ts';
import { finding } from '#client/i18n/zh-CN/finding.ts';
import { history } from '#client/i18n/zh-CN/history.ts';
import { incident } from '#client/i18n/zh-CN/incident.ts';
import { instruction } from '#client/i18n/zh-CN/instruction.ts';
import { map } from '#client/i18n/zh-CN/map.ts';
import { person } from '#client/i18n/zh-CN/person.ts';
import { plan } from '#client/i18n/zh-CN/plan.ts';
import { record } from '#client/i18n/zh-CN/record.ts';
import { reminder } from '#client/i18n/zh-CN/reminder.ts';
import { report } from '#client/i18n/zh-CN/report.ts';
import { response, task } from '#client/i18n/zh-CN/response.ts';
import { shell } from '#client/i18n/zh-CN/shell.ts';
import { sketch } from '#client/i18n/zh-CN/sketch.ts';
import { team } from '#client/i18n/zh-CN/team.ts';
import { ties } from '#client/i18n/zh-CN/ties.ts';
import { view } from '#client/i18n/zh-CN/view.ts';
import { access as accessEn } from '#client/i18n/en/access.ts';
import { shell as shellEn } from '#client/i18n/en/shell.ts';

/** What the screens say, from where they take it. */
export const zh = {
  access,
  alert,
  apply,
  common,
  contact,
  deadline,
  dispatch,
  duty,
  file,
  finding,
  history,
  incident,
  instruction,
  map,
  person,
  plan,
  record,
  report,
  response,
  shell,
  sketch,
  task,
  team,
  ties,
  view,
  reminder,
};
export const en = { access: accessEn, shell: shellEn };

/** A text with figures in it, whatever the figures; those that are given must be there. */
export function saying(text: string, given: Readonly<Record<string, string | number>> = {}): RegExp {
  const parts = text.split(/\{\{(\w+)\}\}/);
  return new RegExp(parts.map((part, i) => (i % 2 === 0 ? escaped(part) : given[part] === undefined ? '.+?' : escaped(String(given[part])))).join(''));
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
