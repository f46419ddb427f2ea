import { heldBy } from '#shared/incident/held.ts';
import { ownersOf } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { Response, Task } from './state.ts';

/** Rules B.9: a leader answerable for the incident launches a response and ends it. */
export const mayLaunch = (actor: Actor, incident: Pick<Incident, 'org' | 'place'>): boolean => isLeader(actor) && ownersOf(incident).includes(actor.org);

/** Whoever launched it, and a leader above. */
export const mayLead = (actor: Actor, response: Pick<Response, 'org'>, incident: Pick<Incident, 'org' | 'place'>): boolean =>
  mayLaunch(actor, incident) && (actor.org === response.org || actor.role === 'city-leader');

export const mayRecord = (actor: Actor, { org }: Pick<Response, 'org'>): boolean => (isDuty(actor) || isLeader(actor)) && actor.org === org;

/** The desk and the leader of who launched, and whom it was assigned to. */
export const mayWork = (actor: Actor, { org, to }: Pick<Task, 'org' | 'to'>): boolean =>
  ((isDuty(actor) || isLeader(actor)) && actor.org === org) ||
  (to !== undefined && actor.org === to.org && (isDuty(actor) || isLeader(actor) || actor.role === 'department' || actor.role === 'village-reporter'));

export const mayAssign = (actor: Actor, { org }: Pick<Task, 'org'>): boolean => (isDuty(actor) || isLeader(actor)) && actor.org === org;

export const responsesOf = (world: Pick<World, 'get'>, incident: Pick<Incident, 'holds'>): Response[] =>
  heldBy(incident).flatMap(({ kind, id }) => (kind === 'response' ? (world.get(kind, id) ?? []) : []));

/** A response was launched and every one is ended: new orders to teams need another launch (rules A.4). */
export function isAfterResponse(world: Pick<World, 'get'>, incident: Pick<Incident, 'holds'>): boolean {
  const responses = responsesOf(world, incident);
  return responses.length > 0 && responses.every(({ status }) => status === 'terminated');
}
