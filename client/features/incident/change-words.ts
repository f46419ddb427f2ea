import { typeName } from '#shared/incident/classes.ts';
import { FIGURES } from './log-draft.ts';

/** What a screen needs to say a value in its language. */
export interface Words {
  t: (key: string) => string;
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
    const said = SAY[field]?.(value, words);
    return said === undefined || said === '' ? [] : [{ field: words.t(`incident.field.${FIELD_KEYS[field] ?? field}`), value: said }];
  });
}

const FIELD_KEYS: Readonly<Record<string, string>> = { typeCode: 'class' };

const SAY: Readonly<Record<string, (value: unknown, words: Words) => string | undefined>> = {
  title: (value) => text(value),
  typeCode: (value, { language }) => (typeof value === 'string' ? typeName(value, language) : undefined),
  place: (value) => (isRecord(value) ? text(value['text']) : undefined),
  occurredAt: (value, { time }) => (typeof value === 'string' ? time(value) : undefined),
  discoveredAt: (value, { time }) => (typeof value === 'string' ? time(value) : undefined),
  casualties: (value, words) => (isRecord(value) ? figuresText(value, words) : undefined),
};

/** `死亡 2 · 失踪 3`: only what was given, in the order of a report. */
export function figuresText(casualties: Readonly<Record<string, unknown>>, { t }: Pick<Words, 't'>): string {
  return FIGURES.flatMap((figure) => {
    const count = casualties[figure];
    return typeof count === 'number' ? [`${t(`incident.figure.${figure}`)} ${count}`] : [];
  }).join(' · ');
}

/** The same for a row with little room: what counts as 0 is left out. */
export const briefFigures = (casualties: Readonly<Record<string, unknown>>, words: Pick<Words, 't'>): string =>
  figuresText(Object.fromEntries(Object.entries(casualties).filter(([, count]) => count !== 0)), words);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
