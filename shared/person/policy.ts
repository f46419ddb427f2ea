import { mayNote, ownersOf } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';

/** As agreed in plans/rules/person.json: so long after closing they are destroyed, unless held. */
export const RETENTION_DAYS = 30;

/** Rules B.9, personal data: those who write in the log record; duty and leaders see with a reason. */
export const mayRecordPerson = (actor: Actor): boolean => mayNote(actor);

export const mayReveal = (actor: Actor): boolean => isDuty(actor) || isLeader(actor);

/** A leader of the organisation whose incident it is, or of one above. */
export const mayPurge = (actor: Actor, incident: Pick<Incident, 'org' | 'place'>): boolean => isLeader(actor) && ownersOf(incident).includes(actor.org);

export const mayHold = mayPurge;
