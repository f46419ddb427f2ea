import { dueOfIncident, type Due } from './incident/due.ts';
import type { AnyDocument, Kind } from './world.ts';

export interface ClockworkRules {
  archiveAfterHours: number;
}

/** The instants at which the system will order something about a document. Asked again whenever the document changes. */
export function dueOf(kind: Kind, doc: AnyDocument, rules: ClockworkRules): Due[] {
  if (kind === 'incident' && 'casualties' in doc) return dueOfIncident(doc, rules.archiveAfterHours);
  return [];
}
