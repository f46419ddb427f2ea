import type { Casualties } from '#shared/incident/orders.ts';
import type { Losses } from '#shared/incident/record.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { ReportKind } from '#shared/report/events.ts';
import { sentencesOf } from '#shared/report/sentences.ts';
import type { Report, ReportFigures } from '#shared/report/state.ts';
import { FIGURE_WORDS, figureValue, type FigureName } from '#shared/report/wording.ts';
import type { Actor } from '#shared/seat.ts';
import { assembledNow } from './facts-now.ts';

/** What is being written: a new report of a kind, or one that is changed. */
export interface About {
  kind: ReportKind;
  report?: Report;
  /** The sent report that is put right. */
  corrects?: Report;
}

/** A report as it is being written: figures are text, not yet values. */
export interface ReportDraft {
  /** The incident's revision that it was written from. */
  rev: number;
  text: string;
  figures: Partial<Record<FigureName, string>>;
  /** Why a figure jumped or fell, by its path. */
  reasons: Record<string, string>;
}

/** What a draft begins with: the report as it stands, or one put together from what is known now. */
export function startOf({ kind, report, corrects }: About, incident: Incident, actor: Actor): ReportDraft {
  const { rev } = incident;
  if (report) return { rev, text: report.text, figures: typedOf(report.figures), reasons: { ...report.reasons } };
  const { text, figures } = assembledNow(incident, kind, actor);
  return { rev, text: corrects ? corrects.text : text, figures: typedOf(figures), reasons: {} };
}

const CASUALTIES: readonly string[] = ['dead', 'missing', 'trapped', 'cases', 'seriousInjured', 'minorInjured', 'evacuated'];
/** Measured, not counted: hectares, and money in units of 10,000. */
const MEASURED: readonly string[] = ['cropsHa', 'burntForestHa', 'directLossCny'];

/** Where a figure is in a report: `casualties.dead`, `losses.cropsHa`. */
export const pathOf = (name: FigureName): string => `${CASUALTIES.includes(name) ? 'casualties' : 'losses'}.${name}`;

/** The figures of a report as they are typed; money in units of 10,000. */
export function typedOf({ casualties, losses }: ReportFigures): ReportDraft['figures'] {
  const all = { ...losses, ...casualties };
  return Object.fromEntries(FIGURE_WORDS.flatMap(([name]) => (all[name] === undefined ? [] : [[name, String(figureValue(name, all[name]))]])));
}

/** What was typed as figures: an empty field is a figure that nobody gave, not 0. What has no field here stays as `other` has it. */
export function figuresOf(typed: ReportDraft['figures'], other: { losses?: Losses | undefined }): { figures: ReportFigures; wrong: FigureName[] } {
  const casualties: Casualties = {};
  const losses: Losses = Object.fromEntries(Object.entries(other.losses ?? {}).filter(([name]) => !FIGURE_WORDS.some(([known]) => known === name)));
  const wrong: FigureName[] = [];
  for (const [name] of FIGURE_WORDS) {
    const text = (typed[name] ?? '').trim();
    if (text === '') continue;
    if (!(MEASURED.includes(name) ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,6}$/).test(text)) wrong.push(name);
    else
      Object.assign(CASUALTIES.includes(name) ? casualties : losses, { [name]: name === 'directLossCny' ? Math.round(Number(text) * 10_000) : Number(text) });
  }
  return { figures: { casualties, ...(Object.keys(losses).length > 0 ? { losses } : {}) }, wrong };
}

/** The sentences of the last report and of this one, each with whether the other has it too. */
export function compared(last: string, now: string): { last: { text: string; kept: boolean }[]; fresh: string[] } {
  const before = sentencesOf(last);
  const after = sentencesOf(now);
  const [had, has] = [new Set(before), new Set(after)];
  return { last: before.map((text) => ({ text, kept: has.has(text) })), fresh: after.filter((text) => !had.has(text)) };
}
