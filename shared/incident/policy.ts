import { regionChain } from '#shared/region.ts';
import { isDuty, isLeader, type Actor, type Author } from '#shared/seat.ts';
import { hasSeverity } from './classes.ts';
import type { Severity } from './events.ts';
import type { Incident } from './state.ts';

/**
 * Who may do what with an incident (rules B.9). The client runs the same functions, to say why a button is disabled.
 * Seeing it is asked elsewhere: a document that a seat may not read does not exist for it.
 */
export const mayLog = (actor: Actor): boolean => isDuty(actor) || actor.role === 'village-reporter' || actor.role === 'department';

export const mayNote = (actor: Actor): boolean => mayLog(actor) || isLeader(actor);

export const mayUpdate = (actor: Actor): boolean => isDuty(actor) || actor.role === 'department';

export const mayClose = (actor: Actor): boolean => isDuty(actor) || isLeader(actor);

/** The duty offices through which an incident goes up (接报). */
export const mayReceive = (actor: Actor): boolean => isDuty(actor) || actor.role === 'department';

/** 越级: a village or a township reports straight to the city. */
export const maySkipLevel = (actor: Actor): boolean => actor.role === 'township-duty' || actor.role === 'village-reporter';

/** A leader answers for what is left open. */
export const mayOverride = (actor: Actor): boolean => isLeader(actor);

/** Says that two records are of the same, and what is a part of what. */
export const mayTie = (actor: Actor): boolean => isDuty(actor);

/** Whoever is answerable hands it on, or a level above; whom it is given to can't refuse. */
export const mayTransfer = (actor: Actor, incident: Pick<Incident, 'org' | 'place'>): boolean =>
  (isDuty(actor) || actor.role === 'department') && ownersOf(incident).includes(actor.org);

/** Whoever wrote an entry corrects it, and whoever sits where its author did. */
export const mayCorrect = (actor: Actor, by: Author): boolean => mayNote(actor) && (actor.id === by.id || actor.org === by.org);

/** The organisation whose incident it is and those above, the nearest first. A department's incident is its region's too. */
export function ownersOf({ org, place }: Pick<Incident, 'org' | 'place'>): string[] {
  return /^\d+$/.test(org) ? regionChain(org) : [org, ...regionChain(place.adcode)];
}

export const mayRestrict = (actor: Actor, incident: Pick<Incident, 'org' | 'place'>): boolean =>
  (isDuty(actor) || isLeader(actor)) && ownersOf(incident).includes(actor.org);

/** How a seat's word on severity stands: duty proposes, a county leader sets III and IV, a city leader any; nobody else has a word. */
export function assessmentStanding(actor: Actor, incident: Incident, severity: Severity | null): 'proposed' | 'set' | 'no' {
  if (severity !== null && !hasSeverity(incident.typeCode)) return 'no';
  if (isDuty(actor) || actor.role === 'department') return 'proposed';
  if (actor.role === 'city-leader') return 'set';
  if (actor.role === 'county-leader') return severity === null || severity >= 3 ? 'set' : 'no';
  return 'no';
}
