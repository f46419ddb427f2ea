import { mayNote } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';

/** As agreed in plans/rules/file.json. */
export const MOST_FILES = 200;

/** Whoever may write in the log may add a photo to it, and a team that was sent there. */
export const mayAttach = (actor: Actor): boolean => mayNote(actor) || actor.role === 'team';

export const filesOf = ({ holds = [] }: Pick<Incident, 'holds'>): string[] =>
  holds.filter((key) => key.startsWith('file/')).map((key) => key.slice('file/'.length));
