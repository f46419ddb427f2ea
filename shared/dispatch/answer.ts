import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { refuse } from '#shared/refusal.ts';
import { insuredOf } from './fitness.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { Payload } from './decide.ts';
import { done, entryOf, inState, ownMission, waited, type Ground } from './ground.ts';
import { isCommitted, type Mission } from './mission.ts';
import { nextInLine } from './next.ts';
import { whyNotAccept, type NotToBeHad } from './policy.ts';
import { mayStillAccept, offerOf, type Dispatch } from './state.ts';

/** One slot, one team: whoever comes first has it, and the others are told when it was taken. By the server's clock, whatever the phone's says. */
export function decideAccept(ground: Ground, order: Payload<'dispatch.accept'>): Decided {
  const mission = ownMission(ground);
  const { world, dispatch, now } = ground;
  const no = whyNotAccept(dispatch, mission, now);
  if (no) refuse(no.code, WHY[no.code](no.at ?? now), [{ path: 'dispatchId', message: `is ${dispatch.state}, the mission ${mission.state}`, current: no.at }]);
  inTheTimeItSaw(order, now);
  const team = world.get('team', mission.teamId);
  if (team?.status !== 'registered') refuse('team.not-registered', 'Only a registered team is dispatched.');
  const other = committedTo(world, mission.teamId, dispatch);
  if (other && offerOf(dispatch, mission.teamId)?.override === undefined)
    refuse('team.committed', 'The team is on another mission.', [{ path: 'dispatchId', message: 'is on another mission', current: other.dispatchId }]);
  const insured = insuredOf(team, now);
  if (insured < order.people)
    refuse('team.uninsured', `Only ${insured} members of the team are insured: nobody else may go.`, [
      { path: 'people', message: 'more than are insured', current: insured },
    ]);
  const { dispatchId: _id, acceptBy: _by, at, ...said } = order;
  return done(ground, { ...entryOf(ground), type: 'dispatch.accepted', teamId: mission.teamId, ...defined(said), ...waited(mission, at, now) });
}

/** What has waited too long on a phone is not what the team would say now: it is asked again. */
function inTheTimeItSaw({ acceptBy }: Payload<'dispatch.accept'>, now: string): void {
  const until = acceptBy === undefined ? now : normaliseInstant(acceptBy);
  if (until < now)
    refuse('dispatch.lapsed', WHY['dispatch.lapsed'](until), [{ path: 'acceptBy', message: 'was over when it came: there is more time now', current: until }]);
}

const WHY: Record<NotToBeHad['code'], (at: string) => string> = {
  'dispatch.answered': (at) => `It was answered at ${at}.`,
  'dispatch.lapsed': (at) => `It had to be accepted by ${at}.`,
  'dispatch.over': (at) => `Nobody is needed any more since ${at}.`,
  'dispatch.slot-filled': (at) => `Slot filled at ${at}.`,
};

/** The mission that a team is on beside this one. A drill keeps nobody from what is real. */
export function committedTo(world: World, teamId: string, { id, exercise }: Pick<Dispatch, 'id' | 'exercise'>): Mission | undefined {
  for (const mission of world.all('mission'))
    if (mission.teamId === teamId && mission.dispatchId !== id && mission.exercise === exercise && isCommitted(mission)) return mission;
  return undefined;
}

export function decideDecline(ground: Ground, order: Payload<'dispatch.decline'>): Decided {
  const mission = ownMission(ground);
  inState(mission, 'offered', 'no_reply', 'accepted', 'en_route');
  const { teamId } = mission;
  const declined = { ...entryOf(ground), type: 'dispatch.declined', teamId, reason: order.reason } as const;
  return done(ground, declined, ...nextInLine(ground, teamId, 1));
}

/** A team has not answered by its time. It may still accept while a slot is free; the next in line is asked beside it. */
export function decideEscalate(ground: Ground, { teamId, answerBy }: Payload<'dispatch.escalate'>): Decided {
  const { dispatch } = ground;
  const offer = offerOf(dispatch, teamId);
  if (dispatch.state !== 'open' || offer?.state !== 'offered' || offer.answerBy !== answerBy) refuse('dispatch.state', 'It was answered or is over.');
  return done(ground, { ...entryOf(ground), type: 'dispatch.unanswered', teamIds: [teamId] }, ...nextInLine(ground, teamId, 1));
}

export function decideLapse(ground: Ground, order: Payload<'dispatch.lapse'>): Decided {
  const { dispatch, now } = ground;
  if (dispatch.state !== 'open' || dispatch.acceptBy !== order.acceptBy || dispatch.acceptBy > now)
    refuse('dispatch.state', 'It was filled, extended or ended.');
  return done(ground, { ...entryOf(ground), type: 'dispatch.lapsed', teamIds: namesOf(dispatch.offers.filter(({ state }) => state === 'offered')) });
}

export function decideRemind(ground: Ground, order: Payload<'dispatch.remind'>): Decided {
  const { dispatch } = ground;
  // Who was not waited for any longer may still accept.
  const teamIds = namesOf(dispatch.offers.filter(mayStillAccept)).filter((teamId) => order.teamIds?.includes(teamId) ?? true);
  if (dispatch.state !== 'open' || teamIds.length === 0) refuse('dispatch.state', 'Nobody has still to answer.');
  return done(ground, { ...entryOf(ground), type: 'dispatch.reminded', teamIds, ...defined({ text: order.text }) });
}

const namesOf = (offers: Dispatch['offers']): string[] => offers.map(({ teamId }) => teamId);
