import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import { inMode, placeReaders } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { Payload } from './decide.ts';
import { clockworkOnly, officerOnly, teamOf } from './ground.ts';
import type { Mission } from './mission.ts';
import { mayReportSelf } from './policy.ts';

/** What a place's region answers for, whatever its class. */
const ANY_LINE = 'N00';

/** 报备 is a record and no more: no slot, no order, no pay follows from it (T/GZ practice; an officer may ask the team properly). */
export function decideSelfReport(world: World, incident: Incident | undefined, order: Payload<'dispatch.self-report'>, id: string, actor: Actor): Decided {
  if (!mayReportSelf(actor)) refuse('not-permitted', 'A team reports that it set out by itself, or a duty officer who meets it.');
  const teamId = actor.role === 'team' ? teamOf(actor) : order.teamId;
  const team = teamId === undefined ? undefined : world.get('team', teamId);
  if (!team) return refuse('team.unknown', 'There is no such team.', [{ path: 'teamId', message: 'unknown team' }]);
  if (actor.role === 'team' && team.registeredAt === undefined)
    refuse('team.not-registered', 'A team that has only applied calls the duty office: it sends no reports of its own yet.');
  const { place, people, text } = order;
  const exercise = incident?.exercise ?? false;
  const where = incident ? nextEntry(incident) : { readers: inMode(placeReaders(place.adcode, ANY_LINE, actorAt(actor, place.adcode)), exercise) };
  const event = { ...where, type: 'dispatch.self-reported', missionId: id, teamId: team.id, teamName: team.name, place, people, text, exercise } as const;
  return { events: [event], refs: { mission: id, ...(incident ? { incident: incident.id } : {}) } };
}

/** A team's seat sits at no region: what it reports is the place's. */
const actorAt = (actor: Actor, adcode: string): Actor => (/^\d+$/.test(actor.org) ? actor : { ...actor, org: adcode });

export function decideSelfLeave(world: World, mission: Mission, order: Payload<'dispatch.self-leave'>, actor: Actor): Decided {
  if (actor.role !== 'team' || teamOf(actor) !== mission.teamId) officerOnly(actor);
  if (mission.state !== 'self_reported') refuse('mission.state', 'It is no report of a team that set out by itself, or the team has gone home.');
  const incident = mission.incidentId === undefined ? undefined : world.get('incident', mission.incidentId);
  const where = incident ? nextEntry(incident) : { readers: mission.readers };
  const event = { ...where, type: 'dispatch.self-left', missionId: mission.id, teamName: mission.teamName, ...defined({ text: order.text }) } as const;
  return { events: [event], refs: { mission: mission.id } };
}

/** What belongs to an incident leaves with it. */
export function decideArchiveSelf(mission: Mission, actor: Actor): Decided {
  clockworkOnly(actor);
  if (mission.dispatchId !== undefined || mission.incidentId !== undefined) refuse('mission.state', 'It is archived together with its incident.');
  return { events: [{ type: 'dispatch.archived', missionId: mission.id }], refs: { mission: mission.id } };
}
