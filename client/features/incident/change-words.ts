import { typeName } from '#shared/incident/classes.ts';
import { valueAt } from '#shared/incident/record.ts';
import { FIGURES, LOSSES, PEOPLE } from './figures.ts';

/** The words of a key, with figures in them. */
export interface Say {
  (key: string): string;
  (key: string, values: Record<string, string | number>): string;
}

/** What a screen needs to say a value in its language. */
export interface Words {
  t: Say;
  language: 'zh' | 'en';
  time: (iso: string) => string;
}

export interface Change {
  field: string;
  value: string;
}

/** What an entry changed, for people. What it does not know how to say it leaves out. */
export function changesOf(set: Record<string, unknown> | undefined, words: Words): Change[] {
  return Object.entries(set ?? {}).flatMap(([field, value]) => {
    if (field === 'account' && isRecord(value))
      return Object.entries(value).map(([part, said]) => ({ field: words.t(labelKey(`account.${part}`)), value: text(said) || words.t('incident.notGiven') }));
    const said = valueText(field, value, words);
    return said === undefined || said === '' ? [] : [{ field: words.t(labelKey(field)), value: said }];
  });
}

/** The key of the words for a field, by its path. */
export function labelKey(path: string): string {
  const [part = '', field] = path.split('.');
  if (field === undefined) return part === 'typeCode' ? 'incident.field.class' : `${path === 'losses' ? 'record' : 'incident'}.field.${path}`;
  if (part === 'casualties') return `incident.figure.${field}`;
  return part === 'losses' ? `record.loss.${field}` : `record.text.${field}`;
}

/** A value in words; nothing when there is none, or when it is not known how to say it. */
export function valueText(path: string, value: unknown, words: Words): string | undefined {
  const [part = '', field] = path.split('.');
  if (value === null || value === undefined || value === '') return undefined;
  if (part === 'losses' && field !== undefined) return typeof value === 'number' ? lossText(field, value, words) : undefined;
  if (field !== undefined) return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return SAY[part]?.(value, words);
}

const instant = (value: unknown, { time }: Words): string | undefined => (typeof value === 'string' ? time(value) : undefined);

const SAY: Readonly<Record<string, (value: unknown, words: Words) => string | undefined>> = {
  title: (value) => text(value),
  typeCode: (value, { language }) => (typeof value === 'string' ? typeName(value, language) : undefined),
  place: (value) => (isRecord(value) ? text(value['text']) : undefined),
  occurredAt: instant,
  discoveredAt: instant,
  receivedAt: instant,
  source: (value, words) => (isRecord(value) ? sourceText(value, words) : undefined),
  casualties: (value, words) => (isRecord(value) ? figuresText(value, words) : undefined),
  sign: (value, { t }) => (typeof value === 'string' ? t(`sketch.sign.${value}`) : undefined),
  radiusM: (value) => (typeof value === 'number' ? `${value} m` : undefined),
  into: (value) => text(value),
  merged: (value) => text(value),
  parent: (value) => text(value),
  level: (value, { t }) => (typeof value === 'string' ? t(`ties.level.${value}`) : undefined),
  override: (value) => (isRecord(value) ? text(value['reason']) : undefined),
  addressee: (value) => text(value),
  onBehalfOf: (value) => text(value),
  dueAt: instant,
  dispatch: (value) => text(value),
  teams: (value, { t }) => (Array.isArray(value) ? value.map(text).join(t('ties.owed.and')) : undefined),
  category: (value, { t }) => (typeof value === 'string' ? t(`team.category.${value}`) : undefined),
  teamsNeeded: (value) => (typeof value === 'number' ? String(value) : undefined),
  acceptBy: instant,
  people: (value) => (typeof value === 'number' ? String(value) : undefined),
  etaMinutes: (value, { t }) => (typeof value === 'number' ? t('dispatch.minutes', { count: value }) : undefined),
  missionState: (value, { t }) => (typeof value === 'string' ? t(`dispatch.missionState.${value}`) : undefined),
  zone: (value) => text(value),
  plan: (value) => text(value),
  planDocNo: (value) => text(value),
  responseLevel: (value, { t }) => (typeof value === 'string' ? t(`response.level.${value}`) : undefined),
  expectedUntil: instant,
  docNo: (value) => text(value),
  lapsed: (value, { t }) => (typeof value === 'string' ? t(`response.lapse.${value}`) : undefined),
  task: (value) => text(value),
  since: instant,
  deadline: (value, { time }) =>
    isRecord(value) ? [text(value['rule']), typeof value['dueAt'] === 'string' ? time(value['dueAt']) : ''].filter(Boolean).join(' · ') : undefined,
  report: (value, { t }) =>
    isRecord(value) && typeof value['kind'] === 'string' ? [t(`report.kind.${value['kind']}`), text(value['spokenTo'])].filter(Boolean).join(' · ') : undefined,
  found: (value, words) => (isRecord(value) ? foundText(value, words) : undefined),
  losses: (value, words) => (isRecord(value) ? lossesText(value, words) : undefined),
};

/** `死亡 2 · 失踪 3`: only what was given, in the order of a report. */
export function figuresText(casualties: Readonly<Record<string, unknown>>, { t }: Pick<Words, 't'>): string {
  return PEOPLE.flatMap((figure) => {
    const count = casualties[figure];
    if (count === null) return [`${t(`incident.figure.${figure}`)} ${t('incident.notReported')}`];
    return typeof count === 'number' ? [`${t(`incident.figure.${figure}`)} ${count}`] : [];
  }).join(' · ');
}

/** The same for a row with little room: what counts as 0 is left out. */
export const briefFigures = (casualties: Readonly<Record<string, unknown>>, words: Pick<Words, 't'>): string =>
  figuresText(Object.fromEntries(FIGURES.map((figure) => [figure, casualties[figure]]).filter(([, count]) => count !== 0)), words);

/** `倒塌房屋 3 间 · 直接经济损失 120 万元`. */
export function lossesText(losses: Readonly<Record<string, unknown>>, words: Pick<Words, 't'>): string {
  return LOSSES.flatMap((loss) => {
    const value = losses[loss];
    if (value === null) return [`${words.t(`record.loss.${loss}`)} ${words.t('incident.notReported')}`];
    return typeof value === 'number' ? [`${words.t(`record.loss.${loss}`)} ${lossText(loss, value, words)}`] : [];
  }).join(' · ');
}

/** `120 万元` or `CNY 1,200,000`: each language counts money in its own unit. */
export function lossText(loss: string, value: number, { t }: Pick<Words, 't'>): string {
  if (loss !== 'directLossCny') return t(`record.amount.${loss}`, { value });
  const unit = Number(t('record.moneyIn'));
  return t(`record.amount.${loss}`, { value: unit === 1 ? value.toLocaleString('en') : value / unit });
}

export function sourceText(source: object, { t }: Pick<Words, 't'>): string {
  const [channel, unit, post] = ['channel', 'unit', 'post'].map((key) => text(valueAt(source as Record<string, unknown>, key)));
  return [channel && t(`incident.channel.${channel}`), unit, post].filter(Boolean).join(' · ');
}

/** What was found for the rules of reporting: `情况稳定时间 19:30 · 分级指南等级 较大`. */
function foundText(found: Record<string, unknown>, { t, time, language }: Words): string {
  return Object.entries(found)
    .flatMap(([name, value]) => {
      if (name === 'grade') return [`${t('finding.grade')} ${t(`common.level.${String(value)}`)}`];
      if (name === 'stableAt' && typeof value === 'string') return [`${t('finding.stableAt')} ${time(value)}`];
      if (name === 'alsoTypes' && Array.isArray(value))
        return [`${t('finding.alsoTypes')} ${value.map((code) => typeName(String(code), language)).join(t('ties.owed.and'))}`];
      if (typeof value === 'boolean') return value ? [t(`finding.${name}`)] : [t('finding.not', { name: t(`finding.${name}`) })];
      return typeof value === 'string' ? [`${t(`finding.noticed.${name}`)} ${time(value)}`] : [];
    })
    .join(' · ');
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
