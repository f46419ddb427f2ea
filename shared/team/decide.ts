import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { maskName, maskPhone } from '#shared/person/mask.ts';
import { refuse } from '#shared/refusal.ts';
import { currentAdcode } from '#shared/region.ts';
import type { Actor } from '#shared/seat.ts';
import { normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import { isValid, today } from './category.ts';
import { decideMember } from './decide-member.ts';
import { groundsOf } from './due.ts';
import type { TeamEvent, TeamStanding } from './events.ts';
import { kept, teamOf } from './known.ts';
import { isOwnTeam, mayRegister } from './policy.ts';
import type { Team, TeamStatus } from './state.ts';

export type TeamOrder = Extract<Order, { type: `team.${string}` | `member.${string}` }>;
type Payload<T extends TeamOrder['type']> = Extract<TeamOrder, { type: T }>['payload'];

export function decideTeam(world: World, order: TeamOrder, actor: Actor, now: string): Decided {
  switch (order.type) {
    case 'team.apply':
      return decideApply(world, order.payload, order.id, actor);
    case 'team.update':
      return decideUpdateTeam(world, order.payload, order.id, actor);
    case 'team.verify':
      return judged(world, order.payload, actor, ['applied'], 'team.registered');
    case 'team.return':
      return judged(world, order.payload, actor, ['applied'], 'team.returned');
    case 'team.suspend':
      return judged(world, order.payload, actor, ['registered', 'expired'], 'team.suspended');
    case 'team.reinstate': {
      const decided = judged(world, order.payload, actor, ['suspended', 'expired'], 'team.reinstated');
      const grounds = groundsOf(teamOf(world, order.payload.teamId, actor));
      if (grounds.length > 0 && !grounds.some(({ validTo }) => isValid(validTo, now)))
        refuse('team.expired', 'Every certificate and agreement of this team has expired: enter a valid one first.');
      return decided;
    }
    case 'team.revoke':
      return judged(world, order.payload, actor, ['registered', 'suspended', 'expired'], 'team.revoked');
    case 'team.certify':
      return decideCertify(world, order.payload, actor, now);
    case 'team.availability': {
      const { teamId, override, ...given } = order.payload;
      kept(world, teamId, actor);
      return decided({ type: 'team.availability-set', teamId, set: { ...defined(given), ...overrideOf(override, now) } });
    }
    case 'team.expire':
      return decideExpire(world, order.payload.teamId, actor, now);
    case 'team.warn':
      return decideWarn(world, order.payload, actor);
    case 'team.reveal': {
      const { teamId, reason } = order.payload;
      teamOf(world, teamId, actor);
      if (reason === undefined && !isOwnTeam(actor, teamId))
        refuse('member.reason-needed', 'A leader’s number is shown to the authority for a reason.', [{ path: 'reason', message: 'is missing' }]);
      return decided({ type: 'team.revealed', teamId, ...defined({ reason }) });
    }
    case 'team.honour': {
      const { teamId, memberId } = order.payload;
      authority(actor, teamOf(world, teamId, actor));
      const member = memberId === undefined ? undefined : world.get('member', memberId);
      if (memberId !== undefined && (member?.teamId !== teamId || member.leftAt !== undefined))
        refuse('member.unknown', 'There is no such member in this team.', [{ path: 'memberId', message: 'unknown member' }]);
      if (order.payload.on > today(now)) refuse('invalid', 'An honour is entered when it was given.', [{ path: 'on', message: 'lies ahead' }]);
      return decided({ type: 'team.honoured', ...defined(order.payload) });
    }
    case 'member.save':
    case 'member.warn':
    case 'member.leave':
    case 'member.reveal':
      return decideMember(world, order, actor);
    default:
      return order satisfies never;
  }
}

function decideApply(world: World, payload: Payload<'team.apply'>, id: string, actor: Actor): Decided {
  const teamId = applicant(payload, actor);
  const before = world.get('team', teamId);
  if (before && actor.role !== 'team') authority(actor, before);
  if (before && before.status !== 'returned') refuse('team.exists', 'This team has applied already.', [{ path: 'teamId', message: before.status }]);
  if (!world.get('organisation', payload.org))
    refuse('organisation.unknown', 'There is no such authority.', [{ path: 'org', message: 'unknown organisation' }]);
  sameCode(world, payload.creditCode, teamId);
  distinct(payload.categories);
  const { teamId: _named, leader, base, categories, ...facts } = payload;
  return decided({
    type: 'team.applied',
    teamId,
    ...defined(facts),
    categories: categories.map((one) => defined(one)),
    base: { ...base, adcode: currentAdcode(base.adcode) },
    leader: masked(leader),
    seal: id,
  });
}

/** A team applies for itself; its authority enters one that has no seat yet. */
function applicant(payload: Payload<'team.apply'>, actor: Actor): string {
  const { teamId, org } = payload;
  if (actor.role === 'team' && actor.team !== undefined && (teamId ?? actor.team) === actor.team) return actor.team;
  if (actor.role === 'team' || !mayRegister(actor, org)) refuse('not-permitted', 'A team applies for itself, with its own seat, or its authority enters it.');
  return teamId ?? refuse('invalid', 'Say which team it is.', [{ path: 'teamId', message: 'is missing' }]);
}

function decideUpdateTeam(world: World, payload: Payload<'team.update'>, id: string, actor: Actor): Decided {
  const { teamId, leader, base, categories, ...facts } = payload;
  const team = kept(world, teamId, actor);
  if (facts.agreement && !mayRegister(actor, team.org))
    refuse('not-permitted', 'The authority enters the agreement.', [{ path: 'agreement', message: 'not yours' }]);
  sameCode(world, facts.creditCode, teamId);
  if (categories) distinct(categories);
  const certified = categories?.map((one) => {
    const certificate = team.categories.find(({ category }) => category === one.category)?.certificate;
    return { ...defined(one), ...(certificate ? { certificate } : {}) };
  });
  const set = {
    ...defined(facts),
    ...(base ? { base: { ...base, adcode: currentAdcode(base.adcode) } } : {}),
    ...(certified ? { categories: certified } : {}),
    ...(leader ? { leader: masked(leader) } : {}),
  };
  return decided({ type: 'team.updated', teamId, set, ...(leader ? { seal: id } : {}) });
}

type Standing = TeamStanding['type'];

/** The authority changes the standing of a team that stands so now. */
function judged(
  world: World,
  { teamId, ...why }: { teamId: string; reason?: string; faults?: readonly { path: string; reason: string }[] },
  actor: Actor,
  from: readonly TeamStatus[],
  type: Standing,
): Decided {
  const team = teamOf(world, teamId, actor);
  authority(actor, team);
  if (!from.includes(team.status)) refuse('team.state', `This team is ${team.status}.`, [{ path: 'teamId', message: team.status }]);
  return decided({ type, teamId, ...why });
}

function decideCertify(world: World, { teamId, category, level, certificate }: Payload<'team.certify'>, actor: Actor, now: string): Decided {
  const team = teamOf(world, teamId, actor);
  authority(actor, team);
  if (!certificate)
    return refuse('team.not-certified', 'A level counts with a certificate. Without one it is the team’s own opinion.', [
      { path: 'certificate', message: 'is missing' },
    ]);
  if (!isValid(certificate.validTo, now)) refuse('team.expired', 'This certificate has expired.', [{ path: 'certificate.validTo', message: 'past' }]);
  return decided({ type: 'team.certified', teamId, category, certificate: { ...certificate, level } });
}

function overrideOf(override: Payload<'team.availability'>['override'], now: string) {
  if (!override) return override === null ? { override } : {};
  const until = normaliseInstant(override.until);
  if (until <= now) refuse('invalid', 'This moment has passed.', [{ path: 'override.until', message: 'has passed' }]);
  return { override: { ready: override.ready, until } };
}

function decideExpire(world: World, teamId: string, actor: Actor, now: string): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'The clockwork lets teams expire.');
  const team = teamOf(world, teamId, actor);
  const grounds = groundsOf(team);
  if (team.status !== 'registered' || grounds.length === 0 || grounds.some(({ validTo }) => isValid(validTo, now)))
    refuse('team.state', 'This team does not expire now.', [{ path: 'teamId', message: team.status }]);
  return decided({ type: 'team.expired', teamId });
}

function decideWarn(world: World, { teamId, of, validTo, days }: Payload<'team.warn'>, actor: Actor): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'The clockwork warns teams.');
  const team = teamOf(world, teamId, actor);
  const stands = groundsOf(team).some((ground) => ground.of === of && ground.validTo === validTo);
  const told = team.log.some((entry) => entry.kind === 'expiring' && entry.of === of && entry.validTo === validTo && entry.days === days);
  if (!stands || told) refuse('team.state', 'There is nothing to warn of.', [{ path: 'of', message: of }]);
  return decided({ type: 'team.warned', teamId, of, validTo, days });
}

function authority(actor: Actor, { org }: Team): void {
  if (!mayRegister(actor, org)) refuse('not-permitted', 'The duty office or a leader of the registering authority, or of one above, does this.');
}

function distinct(categories: readonly { category: string }[]): void {
  if (new Set(categories.map(({ category }) => category)).size < categories.length)
    refuse('invalid', 'A category is named once.', [{ path: 'categories', message: 'named twice' }]);
}

function sameCode(world: World, code: string | undefined, teamId: string): void {
  if (code === undefined) return;
  for (const team of world.all('team'))
    if (team.creditCode === code && team.id !== teamId && team.status !== 'revoked')
      refuse('team.exists', 'Another team has this credit code.', [{ path: 'creditCode', message: 'taken' }]);
}

const masked = ({ name, phone }: { name: string; phone: string }) => ({ name: maskName(name), phone: maskPhone(phone) });

const decided = (event: Extract<TeamEvent, { teamId: string }>): Decided => ({ events: [event], refs: { team: event.teamId } });
