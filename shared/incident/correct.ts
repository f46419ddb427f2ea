import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { entry } from './decide.ts';
import type { CorrectNote } from './orders.ts';
import { mayCorrect } from './policy.ts';
import { noteId, type Incident, type Note } from './state.ts';

/** Entries that are words only. What an entry has set is put right by setting it again. */
export const isWords = ({ entry: kind }: Pick<Note, 'entry'>): boolean => kind === 'incident.noted' || kind === 'incident.corrected';

/** Adds the entry that says it right. The wrong one stays as it was written, struck through. */
export function decideCorrect(world: World, incident: Incident, order: z.infer<typeof CorrectNote>, actor: Actor): Decided {
  const { n, text, reason } = order;
  const wrong = world.get('note', noteId(incident.id, n));
  if (!wrong) return refuse('note.unknown', `There is no entry ${n}.`, [{ path: 'n', message: 'unknown entry' }]);
  if (!mayCorrect(actor, wrong.by)) refuse('not-permitted', 'An entry is corrected by its author or by the same organisation.');
  if (!isWords(wrong)) refuse('note.not-words', 'A field is corrected by setting it again, not by striking through the entry.');
  if (wrong.correctedBy !== undefined) refuse('note.corrected', `Entry ${n} was corrected by entry ${wrong.correctedBy} already.`);
  const event = { ...entry(incident), type: 'incident.corrected', corrects: n, text, reason } as const;
  return { events: [event], refs: { incident: incident.id, note: noteId(incident.id, event.n) } };
}
