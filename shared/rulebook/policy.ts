import type { Actor } from '#shared/seat.ts';
import type { Rulebook } from './state.ts';

/** Who changes the tables of rules (rules B.9): the city's leader with a second person; a planner may propose. */
export const mayPropose = (actor: Actor): boolean => actor.role === 'city-leader' || actor.role === 'planner';

/** Nobody decides on a proposal of their own. */
export const mayDecide = (actor: Actor, book: Pick<Rulebook, 'proposal'>): boolean => actor.role === 'city-leader' && book.proposal?.by.id !== actor.id;
