import { HAZARDS, type Colour, type HazardCode, type IssuerKind } from '#shared/alert/hazards.ts';
import type { AlertContent } from '#shared/alert/orders.ts';
import { defined } from '#shared/defined.ts';

export interface TypedMeasure {
  art?: string;
  text: string;
  owner: string;
}

/** The form's fields as they are typed. Times are the city's wall clock, as the field has them: `2026-06-01T02:10`. */
export interface Typed {
  hazard: HazardCode;
  colour: Colour;
  issuerKind: IssuerKind;
  issuerName: string;
  signal: string;
  startAt: string;
  expectedEnd: string;
  adcodes: readonly string[];
  scopeText: string;
  cautions: string;
  measures: readonly TypedMeasure[];
  englishCautions: string;
  englishMeasures: string;
  notify: readonly string[];
  reason: string;
}

const OFFSET_MS = 8 * 3_600_000;

/** China has one time and no summer: whatever zone the computer is set to, the field says the city's. */
export const wallOf = (instant: string | undefined): string =>
  instant === undefined ? '' : new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 16);
export const instantOf = (wall: string): string | undefined => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? `${wall}:00+08:00` : undefined);

export function typedOf(content: AlertContent | undefined, home: string): Typed {
  const hazard = content?.hazard ?? 'flash-flood';
  return {
    hazard,
    colour: content?.colour ?? 'blue',
    issuerKind: content?.issuer?.kind ?? HAZARDS[hazard].issuers[0],
    issuerName: content?.issuer?.name ?? '',
    signal: content?.issuer?.signal ?? '',
    startAt: wallOf(content?.startAt),
    expectedEnd: wallOf(content?.expectedEnd),
    adcodes: content?.scope?.adcodes ?? [home],
    scopeText: content?.scope?.text ?? '',
    cautions: content?.cautions ?? '',
    measures: (content?.measures ?? []).map(({ art, text, owner = '' }) => ({ ...defined({ art }), text, owner })),
    englishCautions: content?.english?.cautions ?? '',
    englishMeasures: content?.english?.measures ?? '',
    notify: content?.notify ?? [],
    reason: '',
  };
}

const said = (text: string): string | undefined => text.trim() || undefined;

/** What is typed as an order has it: what is empty is absent, so that a draft may be saved at any time. */
export function contentOf(typed: Typed): AlertContent {
  const [cautions, measures] = [said(typed.englishCautions), said(typed.englishMeasures)];
  const listed = typed.measures.flatMap(({ art, text, owner }) =>
    said(text) === undefined ? [] : [{ text: text.trim(), ...defined({ art, owner: said(owner) }) }],
  );
  const name = said(typed.issuerName);
  return {
    hazard: typed.hazard,
    colour: typed.colour,
    ...(name === undefined ? {} : { issuer: { kind: typed.issuerKind, name, ...defined({ signal: said(typed.signal) }) } }),
    ...defined({ startAt: instantOf(typed.startAt), expectedEnd: instantOf(typed.expectedEnd), cautions: said(typed.cautions) }),
    ...(typed.adcodes.length === 0 ? {} : { scope: { adcodes: [...typed.adcodes], ...defined({ text: said(typed.scopeText) }) } }),
    ...(listed.length === 0 ? {} : { measures: listed }),
    ...(cautions !== undefined && measures !== undefined ? { english: { cautions, measures } } : {}),
    ...(typed.notify.length === 0 ? {} : { notify: [...typed.notify] }),
  };
}

const keyOf = (key: string): string => `fenghuo.alert.${key}`;

/** No personal data is typed here: it is kept on this device until it is recorded. */
export const keepDraft = (key: string, typed: Typed): void => localStorage.setItem(keyOf(key), JSON.stringify(typed));
export const dropDraft = (key: string): void => localStorage.removeItem(keyOf(key));

export function keptDraft(key: string): Typed | undefined {
  const kept = localStorage.getItem(keyOf(key));
  // Written only by `keepDraft`.
  return kept === null ? undefined : (JSON.parse(kept) as Typed);
}
