import type { Organisation } from '#shared/organisation/state.ts';
import { officeOf } from './office.ts';
import type { Report } from './state.ts';
import { LEVELS, type Figures, type WordedKind } from './wording.ts';

/** What is said of a report where there is no room for the whole of it: at the telephone, in a short message. */
export interface Told {
  exercise: boolean;
  /** The sending office and the one that is told, in full. */
  from: string;
  to: string;
  title: string;
  typeCode: string;
  kind: WordedKind;
  ordinal: number;
  figures: Figures;
  text: string;
  /** The level by its word, where one was set. */
  level?: string;
}

export type Tellable = Pick<Report, 'exercise' | 'from' | 'to' | 'title' | 'typeCode' | 'severity' | 'kind' | 'ordinal' | 'figures' | 'text'>;

/** A report with its offices named. */
export function toldOf(report: Tellable, organisation: (id: string) => Organisation | undefined): Told {
  const { from, to, severity, figures, exercise, title, typeCode, kind, ordinal, text } = report;
  return {
    exercise,
    title,
    typeCode,
    kind,
    ordinal,
    text,
    from: officeOf(from.level, organisation(from.org)),
    to: officeOf(to.level, to.org === undefined ? undefined : organisation(to.org)),
    figures: { ...figures.losses, ...figures.casualties },
    ...(severity === null ? {} : { level: LEVELS[severity] }),
  };
}
