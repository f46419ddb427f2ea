import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import { inMode } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { AttachFile } from './orders.ts';
import { filesOf, mayAttach, MOST_FILES } from './policy.ts';

/** A closed incident takes files too: photos come late. */
export function decideAttach(incident: Incident, order: z.infer<typeof AttachFile>, id: string, actor: Actor): Decided {
  if (!mayAttach(actor)) refuse('not-permitted', 'This seat may read the incident but not add files to it.');
  if (filesOf(incident).length >= MOST_FILES) refuse('file.too-many', `An incident has at most ${MOST_FILES} files.`);
  const { incidentId: _id, type, position, ...said } = order;
  // Where a photo was taken is kept with evidence alone.
  const where = position && said.evidence ? { position } : {};
  // A team sees of the incident what it brings itself.
  const own = actor.role === 'team' ? { alsoReadBy: inMode([`team:${actor.team ?? actor.org}`], incident.exercise) } : {};
  const event = { ...said, ...where, ...own, ...nextEntry(incident), type: 'file.attached', fileId: id, fileType: type, exercise: incident.exercise } as const;
  return { events: [event], refs: { file: id, incident: incident.id } };
}
