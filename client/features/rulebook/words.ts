import type { TFunction } from 'i18next';
import type { Language } from '#client/i18n/index.ts';
import { CATEGORIES, typeName } from '#shared/incident/classes.ts';
import type { DeadlineRule, Ladder } from '#shared/rulebook/tables.ts';

const PEOPLE: readonly string[] = ['dead', 'seriousInjured', 'evacuated', 'cases'] satisfies Ladder['figure'][];

/** `30 分钟`, `2 小时`, `2 个工作日`, `每日 09:00 前`, `每 10 日`. */
export function limitText({ minutes, workingDays, daily, everyDays }: DeadlineRule, t: TFunction): string {
  if (daily !== undefined) return t('rulebook.limit.daily', { at: daily });
  if (everyDays !== undefined) return t('rulebook.limit.everyDays', { n: everyDays });
  if (workingDays !== undefined) return t('rulebook.limit.workingDays', { n: workingDays });
  if (minutes === undefined) return '';
  return minutes >= 60 && minutes % 60 === 0 ? t('rulebook.limit.hours', { n: minutes / 60 }) : t('rulebook.limit.minutes', { n: minutes });
}

/** `自发生`, `自前一环节报告（R19P）`. */
export const clockText = ({ clock, after }: DeadlineRule, t: TFunction): string => `${t(`rulebook.clock.${clock}`)}${after === undefined ? '' : ` (${after})`}`;

/** `自然灾害、危险化学品事故`. */
export function classesText(codes: readonly string[], language: Language): string {
  const of = (code: string): string => {
    const category = Object.entries(CATEGORIES).find(([letter]) => letter === code)?.[1];
    if (category) return category[language === 'en' ? 1 : 0];
    return typeName(code, language === 'en' ? 'en' : 'zh');
  };
  const all = Object.keys(CATEGORIES).every((letter) => codes.includes(letter));
  if (all) return language === 'en' ? 'All' : '全部';
  return codes.map(of).join(language === 'en' ? ', ' : '、');
}

/** To what a rule applies: its classes, from which level, and what else is asked. */
export function appliesText(rule: DeadlineRule, t: TFunction, language: Language): string {
  const parts = [
    classesText(rule.hazards, language),
    ...(rule.exceptHazards?.length ? [t('rulebook.except', { classes: classesText(rule.exceptHazards, language) })] : []),
    ...(rule.minSeverity === null ? [] : [t('rulebook.from', { level: t(`common.level.${rule.minSeverity}`) })]),
    ...(rule.maxSeverity === undefined ? [] : [t('rulebook.upTo', { level: t(`common.level.${rule.maxSeverity}`) })]),
    ...(rule.only ? [t(`rulebook.only.${rule.only}`)] : []),
    ...(rule.withinDays === undefined ? [] : [t('rulebook.within', { n: rule.withinDays })]),
  ];
  return parts.join(language === 'en' ? '; ' : '；');
}

export const figureName = (figure: Ladder['figure'], t: TFunction): string =>
  t(PEOPLE.includes(figure) ? `incident.figure.${figure}` : `record.loss.${figure}`);

/** A figure as it is said: money in the units of the language. */
export function amountText(figure: Ladder['figure'], value: number, t: TFunction): string {
  const shown = figure === 'directLossCny' ? value / Number(t('record.moneyIn')) : value;
  return t(`record.amount.${PEOPLE.includes(figure) ? 'people' : figure}`, { value: shown.toLocaleString('en') });
}

/** `2026-10-10 周六`. */
export function dayText(day: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${day} ${weekday}`;
}
