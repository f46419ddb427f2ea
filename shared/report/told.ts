import type { Figures, WordedKind } from './wording.ts';

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
