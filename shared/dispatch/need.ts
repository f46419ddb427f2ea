import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { openOnly } from '#shared/incident/checks.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import { heldBy } from '#shared/incident/held.ts';
import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import { isAfterResponse } from '#shared/response/policy.ts';
import type { World } from '#shared/world.ts';
import type { Payload } from './decide.ts';
import type { Offered } from './events.ts';
import { done, entryOf, missionOf, officerOnly, type Ground } from './ground.ts';
import { maySeekDispatch } from './policy.ts';
import { notOver } from './end.ts';
import { answerByOf, offeredTo, remindAtOf } from './next.ts';
import { best, circumstancesOf, exclusionsOf, factsOf, isOverridable, rankedOf, type Need } from './rank.ts';
import { freeOf, takenOf, type Occasion } from './state.ts';

/** So many are kept in line behind those who are asked. */
const RESERVE = 20;

export function decideRequest(world: World, incident: Incident, order: Payload<'dispatch.request'>, id: string, actor: Actor, now: string): Decided {
  const sought = maySeekDispatch(actor);
  if (!sought) officerOnly(actor);
  openOnly(incident);
  if (incident.sensitive) refuse('incident.restricted', 'Teams would learn of a restricted incident. Release it first.');
  if (sought && order.teamIds) refuse('not-permitted', 'Which teams are asked is the officer’s to say.', [{ path: 'teamIds', message: 'not yours' }]);
  if (isAfterResponse(world, incident)) refuse('response.ended', 'The response was ended: launch another before teams are sent.');
  const acceptBy = ahead(order.acceptBy, now);
  const { incidentId: _incident, acceptBy: _by, teamIds: _teams, askAtOnce: _once, overrideReason: _why, ...said } = order;
  const need: Need = { ...order, exercise: incident.exercise };
  const { offers, reserve } = sought ? { offers: [], reserve: [] } : firstAsked(world, { ...need, id }, order, acceptBy, now);
  const number = `${incident.number}-D${heldBy(incident).filter(({ kind }) => kind === 'dispatch').length + 1}`;
  const event = {
    ...nextEntry(incident),
    ...defined(said),
    type: 'dispatch.requested',
    dispatchId: id,
    number,
    about: occasionOf(incident),
    acceptBy,
    ...remindAtOf(world, acceptBy, now),
    offers,
    named: { number, teams: offers.map(({ name }) => name) },
    reserve,
    org: sought ? (world.get('organisation', actor.org)?.parent ?? actor.org) : actor.org,
    exercise: incident.exercise,
    ...(sought ? { sought } : {}),
  } as const;
  return { events: [event], refs: { dispatch: id, incident: incident.id } };
}

type Asking = Pick<Payload<'dispatch.request'>, 'teamIds' | 'askAtOnce' | 'overrideReason' | 'teamsNeeded'>;

/** Who is asked first, and who stands in line behind them. */
function firstAsked(world: World, need: Need & { id: string }, { teamIds, askAtOnce, overrideReason, teamsNeeded }: Asking, acceptBy: string, now: string) {
  const answerBy = answerByOf(world, acceptBy, now);
  if (teamIds) return { offers: chosen(world, need, teamIds, overrideReason, answerBy, now), reserve: [] };
  const asked = askAtOnce ?? teamsNeeded;
  const { id: _id, ...fresh } = need;
  const ranked = best(world, fresh, now, asked + RESERVE);
  return { offers: ranked.slice(0, asked).map((one) => offeredTo(one, answerBy)), reserve: ranked.slice(asked) };
}

/** An officer orders what was asked for: from here on it is a need as any other. */
export function decideConfirm(ground: Ground, order: Payload<'dispatch.confirm'>): Decided {
  const { world, dispatch, incident, actor, now } = ground;
  officerOnly(actor);
  openOnly(incident);
  if (incident.sensitive) refuse('incident.restricted', 'Teams would learn of a restricted incident. Release it first.');
  notOver(dispatch);
  if (!dispatch.sought) refuse('dispatch.state', 'There is nothing to confirm.', [{ path: 'dispatchId', message: 'is ordered already' }]);
  if (order.acceptBy === undefined && now >= dispatch.acceptBy)
    refuse('dispatch.lapsed', 'The time to accept is up: say until when.', [{ path: 'acceptBy', message: 'is missing', current: dispatch.acceptBy }]);
  const acceptBy = order.acceptBy === undefined ? dispatch.acceptBy : ahead(order.acceptBy, now);
  const { offers, reserve } = firstAsked(world, dispatch, { ...order, teamsNeeded: dispatch.teamsNeeded }, acceptBy, now);
  return done(ground, {
    ...entryOf(ground),
    type: 'dispatch.confirmed',
    acceptBy,
    ...remindAtOf(world, acceptBy, now),
    offers,
    reserve,
    org: actor.org,
    exercise: dispatch.exercise,
  });
}

const occasionOf = ({ number, title, typeCode, place: { text, lng, lat } }: Incident): Occasion => ({ number, title, typeCode, text, lng, lat });

/** Further teams, chosen by an officer. One that declined or was stood down may be asked again. */
export function decideOffer(ground: Ground, order: Payload<'dispatch.offer'>): Decided {
  const { world, dispatch, incident, now } = ground;
  officerOnly(ground.actor);
  if (incident.sensitive) refuse('incident.restricted', 'Teams would learn of a restricted incident. Release it first.');
  if (isAfterResponse(world, incident)) refuse('response.ended', 'The response was ended: launch another before teams are sent.');
  notOver(dispatch);
  if (dispatch.sought) refuse('dispatch.state', 'Confirm first what was asked for.', [{ path: 'dispatchId', message: 'is not confirmed' }]);
  if (freeOf(dispatch) === 0)
    refuse('dispatch.slot-filled', 'Every slot is taken.', [{ path: 'dispatchId', message: 'is filled', current: dispatch.filledAt }]);
  if (dispatch.state === 'lapsed' || now >= dispatch.acceptBy)
    refuse('dispatch.lapsed', 'The time to accept is up: extend it first.', [{ path: 'dispatchId', message: 'has lapsed', current: dispatch.acceptBy }]);
  for (const teamId of order.teamIds) {
    const state = missionOf(ground, teamId)?.state;
    if (state !== undefined && state !== 'declined' && state !== 'stood_down')
      refuse('dispatch.answered', 'That team was asked already.', [{ path: 'teamIds', message: teamId, current: state }]);
  }
  const offers = chosen(world, dispatch, order.teamIds, order.overrideReason, answerByOf(world, dispatch.acceptBy, now), now);
  return done(ground, { ...entryOf(ground), type: 'dispatch.offered', exercise: dispatch.exercise, offers });
}

/** The teams that an officer names. What speaks against one needs a reason; nothing excuses a team that may not go at all. */
function chosen(
  world: World,
  need: Need & { id?: string },
  teamIds: readonly string[],
  override: string | undefined,
  answerBy: string,
  now: string,
): Offered[] {
  const circumstances = circumstancesOf(world, need, now);
  return [...new Set(teamIds)].map((teamId) => {
    const path = `teamIds.${teamId}`;
    const team = world.get('team', teamId);
    if (!team) return refuse('team.unknown', 'There is no such team.', [{ path, message: 'unknown team' }]);
    const facts = factsOf(circumstances, team);
    const against = exclusionsOf(facts, need.capability);
    if (against.includes('not-registered')) refuse('team.not-registered', 'Only a registered team is dispatched.', [{ path, message: `is ${team.status}` }]);
    if (against.includes('uninsured')) refuse('team.uninsured', 'Nobody of that team is insured.', [{ path, message: 'is not insured' }]);
    if (against.some(isOverridable) && override === undefined)
      refuse('dispatch.override-needed', 'Say why that team is asked all the same.', [{ path, message: against.join(', '), current: against }]);
    const offer: Offered = { ...rankedOf(facts), answerBy };
    return against.length > 0 && override !== undefined ? { ...offer, override } : offer;
  });
}

/** More time, or other numbers. Whoever had not answered in time is asked again. */
export function decideExtend(ground: Ground, order: Payload<'dispatch.extend'>): Decided {
  const { world, dispatch, now } = ground;
  officerOnly(ground.actor);
  notOver(dispatch);
  const acceptBy = ahead(order.acceptBy, now);
  const { teamsNeeded } = order;
  if (teamsNeeded !== undefined && teamsNeeded < takenOf(dispatch))
    refuse('invalid', 'More teams have accepted than that.', [{ path: 'teamsNeeded', message: 'fewer than have accepted', current: takenOf(dispatch) }]);
  const teamIds = dispatch.offers.filter(({ state }) => state === 'no_reply').map(({ teamId }) => teamId);
  return done(ground, {
    ...entryOf(ground),
    type: 'dispatch.extended',
    acceptBy,
    ...remindAtOf(world, acceptBy, now),
    answerBy: answerByOf(world, acceptBy, now),
    teamIds,
    ...defined({ teamsNeeded }),
  });
}

function ahead(instant: string, now: string): string {
  const at = normaliseInstant(instant);
  if (at <= now) refuse('invalid', 'acceptBy has passed.', [{ path: 'acceptBy', message: 'has passed' }]);
  return at;
}
