import type { TFunction } from 'i18next';
import type { Language } from '#client/i18n/index.ts';
import type { Row } from '#shared/rulebook/tables.ts';
import { amountText, classesText, figureName } from './words.ts';

/** Fields whose values have words of their own: `from: 'county'` is 县（市、区）. */
const WORDED: Readonly<Record<string, string>> = {
  from: 'level',
  to: 'level',
  channel: 'channel',
  clock: 'clock',
  kind: 'kind',
  unit: 'unit',
  only: 'only',
  tag: 'tag',
};

/** A value of a row's field as a person reads it. */
export function valueText(field: string, value: unknown, row: Row, t: TFunction, language: Language): string {
  const group = WORDED[field];
  if (group !== undefined && typeof value === 'string') return t(`rulebook.${group}.${value}`);
  if (Array.isArray(value)) return classesText(value.map(String), language);
  if (field === 'minSeverity' && value === null) return t('rulebook.anyLevel');
  if (field === 'minSeverity' || field === 'maxSeverity') return t(`common.level.${Number(value)}`);
  if (field === 'off') return t(value === true ? 'rulebook.off' : 'rulebook.worked');
  if (field === 'suspended') return t('rulebook.suspended');
  if (field === 'value' && 'unit' in row) return `${Number(value)} ${t(`rulebook.unit.${row.unit}`)}`;
  if ('classes' in row && field === 'figure') return figureName(row.figure, t);
  if ('classes' in row && field === 'at' && typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([level, least]) => `${t(`common.level.${level}`)} ≥ ${amountText(row.figure, Number(least), t)}`)
      .join(language === 'en' ? '; ' : '；');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
