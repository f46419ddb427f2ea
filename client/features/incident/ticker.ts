import type { Note } from '#shared/incident/state.ts';
import { changesOf, type Words } from './change-words.ts';

/** An entry in one line: what was said, or what was changed. */
export function tickerText(note: Note, words: Words): string {
  const kind = note.entry === 'incident.noted' ? '' : words.t(entryKey(note));
  const changes = changesOf(note.entry === 'incident.logged' ? { casualties: note.set?.['casualties'] } : note.set, words).map(
    ({ field, value }) => `${field} ${value}`,
  );
  return [kind, ...changes, note.text].filter(Boolean).join(' · ');
}

/** The key of the words for a kind of entry, `report.entry.sent`: each domain names its own. A proposed level and one that was set are two. */
export function entryKey({ entry, set }: Pick<Note, 'entry' | 'set'>): string {
  if (entry === 'incident.assessed') return `incident.entry.${set?.['standing'] === 'set' ? 'assessed' : 'proposed'}`;
  return entry.replace('.', '.entry.');
}
