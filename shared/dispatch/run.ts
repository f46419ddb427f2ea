import { claimedAt } from '#shared/claimed.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { refuse } from '#shared/refusal.ts';
import { isForestFire, mayFightFire, mayGo } from './fitness.ts';
import type { Payload } from './decide.ts';
import { clockworkOnly, done, entryOf, inState, namedMission, officerOnly, ownMission, quietOf, waited, type Ground } from './ground.ts';
import { isUnderWay, type CheckedInBy, type Listed, type Mission } from './mission.ts';
import { mayTell } from './policy.ts';

const MOST_ENTRIES = 500;

export function decideProgress(ground: Ground, order: Payload<'dispatch.progress'>): Decided {
  const mission = ownMission(ground);
  if (!mayTell(mission, order.status)) inState(mission);
  const { dispatchId: _id, at, ...said } = order;
  return done(ground, { ...entryOf(ground), type: 'dispatch.progressed', teamId: mission.teamId, ...defined(said), ...waited(mission, at, ground.now) });
}

/** The mission list. Nobody uninsured is on it (VOL17 art. 17), nor anybody who is on another one. */
export function decideRoster(ground: Ground, order: Payload<'dispatch.roster'>): Decided {
  const mission = ownMission(ground);
  underWay(mission);
  const members = [...new Set(order.members)].map((memberId) => listed(ground, mission, memberId));
  return done(ground, { ...quietOf(ground), type: 'dispatch.listed', teamId: mission.teamId, members });
}

function listed({ world, now, dispatch }: Ground, mission: Mission, memberId: string): Listed {
  const path = `members.${memberId}`;
  const member = world.get('member', memberId);
  if (!member || member.teamId !== mission.teamId || member.leftAt !== undefined)
    return refuse('mission.unlisted', 'Only members of the team are on its mission list.', [{ path, message: 'is no member' }]);
  if (!mayGo(member, now))
    refuse('team.uninsured', 'Whoever is not insured is not on a mission list.', [{ path, message: 'is not insured', current: member.insuredUntil }]);
  if (isForestFire(dispatch) && !mayFightFire(member, now))
    refuse('member.not-for-fire', 'Minors, and whoever is marked so, are not sent to a forest fire (FF08 art. 35).', [{ path, message: 'may not go' }]);
  for (const other of world.all('mission'))
    if (other.id !== mission.id && other.exercise === dispatch.exercise && isUnderWay(other) && sameIn(other, member, world))
      refuse('team.committed', 'Somebody is on another mission list.', [{ path, message: `is with ${other.teamName}`, current: other.dispatchId }]);
  return { memberId, name: member.masked.name ?? '' };
}

/** Whether a person, who may be in several teams, is on another mission's list. */
function sameIn({ members }: Mission, member: { id: string; personKey?: string | undefined }, world: Ground['world']): boolean {
  return members.some(({ memberId }) => {
    if (memberId === member.id) return true;
    return member.personKey !== undefined && world.get('member', memberId)?.personKey === member.personKey;
  });
}

/** Who is not on the list does not pass, whoever reads the code. */
export function decideCheckIn(ground: Ground, order: Payload<'dispatch.check-in'>): Decided {
  const { actor, dispatch } = ground;
  const how: CheckedInBy = actor.role === 'team' ? 'code' : 'gate';
  if (how === 'gate') officerOnly(actor);
  const mission = how === 'code' ? ownMission(ground) : namedMission(ground, order.teamId ?? missing());
  inState(mission, 'accepted', 'en_route', 'checked_in', 'assigned', 'working');
  if (how === 'code' && (dispatch.checkInCode === undefined || order.code !== dispatch.checkInCode))
    refuse('dispatch.code', 'This is not the code of the staging zone.', [{ path: 'code', message: 'is not the one' }]);
  const unlisted = order.members.filter((id) => !mission.members.some(({ memberId }) => memberId === id));
  if (unlisted.length > 0)
    refuse(
      'mission.unlisted',
      'Whoever is not on the mission list does not pass.',
      unlisted.map((id) => ({ path: `members.${id}`, message: 'is not on the mission list' })),
    );
  return done(ground, {
    ...entryOf(ground),
    type: 'dispatch.checked-in',
    teamId: mission.teamId,
    members: order.members,
    how,
    ...waited(mission, order.at, ground.now),
  });
}

const missing = (): never => refuse('invalid', 'Say which team.', [{ path: 'teamId', message: 'is missing' }]);

export function decideAssign(ground: Ground, order: Payload<'dispatch.assign'>): Decided {
  officerOnly(ground.actor);
  const mission = namedMission(ground, order.teamId);
  inState(mission, 'checked_in', 'assigned', 'working');
  const { dispatchId: _id, ...said } = order;
  return done(ground, { ...entryOf(ground), type: 'dispatch.assigned', ...defined(said) });
}

export function decideWelfare(ground: Ground, order: Payload<'dispatch.welfare'>): Decided {
  const mission = ownMission(ground);
  if (!mission.welfare || !isUnderWay(mission)) refuse('mission.state', 'Nobody asks this team whether its people are well.');
  const told = { type: 'dispatch.welfare-told', teamId: mission.teamId, ...defined({ text: order.text }), ...waited(mission, order.at, ground.now) } as const;
  // Where somebody was looking for them, the log says that they are found.
  return done(ground, { ...(mission.welfare.missedAt === undefined ? quietOf(ground) : entryOf(ground)), ...told });
}

export function decideWelfareMissed(ground: Ground, { teamId, since }: Payload<'dispatch.welfare-missed'>): Decided {
  clockworkOnly(ground.actor);
  const mission = namedMission(ground, teamId);
  const { welfare } = mission;
  if (!welfare || welfare.lastAt !== since || welfare.missedAt !== undefined || !isUnderWay(mission))
    refuse('mission.state', 'They have said that they are well.');
  return done(ground, { ...entryOf(ground), type: 'dispatch.welfare-missed', teamId, since });
}

export function decideMissionLog(ground: Ground, order: Payload<'dispatch.log'>): Decided {
  const mission = ownMission(ground);
  inState(mission, 'accepted', 'en_route', 'checked_in', 'assigned', 'working', 'released', 'returned', 'debriefed');
  if (mission.log.length >= MOST_ENTRIES) refuse('mission.log-full', `A mission's log has at most ${MOST_ENTRIES} entries.`);
  const { text, fileIds, at } = order;
  for (const fileId of fileIds ?? [])
    if (ground.world.get('file', fileId)?.incidentId !== ground.incident.id)
      refuse('invalid', 'A file is not of this incident.', [{ path: 'fileIds', message: 'is not of this incident', current: fileId }]);
  const claimed = at === undefined ? {} : { claimedAt: claimedAt(at, ground.now) };
  return done(ground, { ...entryOf(ground), type: 'dispatch.logged', teamId: mission.teamId, text, ...defined({ fileIds }), ...claimed });
}

export function decideShare(ground: Ground, { on }: Payload<'dispatch.share'>): Decided {
  const mission = ownMission(ground);
  if (on) inState(mission, 'accepted', 'en_route', 'checked_in', 'assigned', 'working', 'released');
  return done(ground, { ...quietOf(ground), type: 'dispatch.shared', teamId: mission.teamId, on });
}

/** Hours count for people of the mission list alone. */
export function decideDebrief(ground: Ground, order: Payload<'dispatch.debrief'>): Decided {
  const mission = ownMission(ground);
  inState(mission, 'returned', 'debriefed');
  const listed = new Set(mission.members.map(({ memberId }) => memberId));
  const unlisted = order.hours.filter(({ memberId }) => !listed.has(memberId));
  if (unlisted.length > 0)
    refuse(
      'mission.unlisted',
      'Hours are of people on the mission list.',
      unlisted.map(({ memberId }) => ({ path: `hours.${memberId}`, message: 'is not on the mission list' })),
    );
  const { dispatchId: _id, ...said } = order;
  return done(ground, { ...entryOf(ground), type: 'dispatch.debriefed', teamId: mission.teamId, ...defined(said) });
}

function underWay(mission: Mission): void {
  if (!isUnderWay(mission)) refuse('mission.state', `The mission of ${mission.teamName} is ${mission.state}.`);
}
