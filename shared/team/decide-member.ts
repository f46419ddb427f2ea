import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { maskIdNumber, maskName, maskPhone } from '#shared/person/mask.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { papersOf } from './due.ts';
import type { Member } from './member.ts';
import { kept } from './known.ts';
import { isOwnTeam, mayRegister } from './policy.ts';

type MemberOrder = Extract<Order, { type: `member.${string}` }>;
type Payload<T extends MemberOrder['type']> = Extract<MemberOrder, { type: T }>['payload'];

export function decideMember(world: World, order: MemberOrder, actor: Actor): Decided {
  switch (order.type) {
    case 'member.save':
      return decideSaveMember(world, order.payload, order.id, actor);
    case 'member.leave': {
      const member = there(world, order.payload.memberId, actor);
      return { events: [{ type: 'member.left', memberId: member.id, reason: order.payload.reason }], refs: { member: member.id } };
    }
    case 'member.reveal':
      return decideRevealMembers(world, order.payload, actor);
    case 'member.warn':
      return decideWarnMember(world, order.payload, actor);
    default:
      return order satisfies never;
  }
}

/** The plain values are in the vault by now, under the id of this order. */
function decideSaveMember(world: World, payload: Payload<'member.save'>, id: string, actor: Actor): Decided {
  const { memberId, teamId, name, phone, idNo, blood, personKey, certificates, insuredUntil, notForFire, minorUntil } = payload;
  const team = kept(world, teamId, actor);
  const before = memberId === undefined ? undefined : there(world, memberId, actor);
  if (before && before.teamId !== teamId)
    return refuse('member.unknown', 'There is no such member in this team.', [{ path: 'memberId', message: 'unknown member' }]);
  if (!before && name === undefined) refuse('invalid', 'A new member has a name.', [{ path: 'name', message: 'is missing' }]);
  const key = personKey ?? before?.personKey;
  twice(world, teamId, key, before?.id);
  const personal = [name, phone, idNo, blood].some((value) => value !== undefined);
  const insured = insuredUntil ?? before?.insuredUntil;
  const fresh = {
    ...(name === undefined ? {} : { name: maskName(name) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(idNo === undefined ? {} : { idNo: maskIdNumber(idNo) }),
  };
  const event = {
    type: 'member.saved',
    memberId: before?.id ?? id,
    teamId,
    org: team.org,
    masked: { ...before?.masked, ...fresh },
    seal: before && !personal ? before.seal : id,
    ...(key === undefined ? {} : { personKey: key }),
    certificates: certificates ?? before?.certificates ?? [],
    ...(insured === undefined ? {} : { insuredUntil: insured }),
    ...((notForFire ?? before?.notForFire) ? { notForFire: true } : {}),
    // An id number says anew how old somebody is.
    ...defined({ minorUntil: idNo === undefined ? before?.minorUntil : minorUntil }),
  } as const;
  return { events: [event], refs: { member: event.memberId, team: teamId } };
}

/** A person may be in several teams, but in each of them once. */
function twice(world: World, teamId: string, key: string | undefined, self: string | undefined): void {
  if (key === undefined) return;
  for (const member of world.all('member'))
    if (member.teamId === teamId && member.personKey === key && member.id !== self && member.leftAt === undefined)
      refuse('member.exists', 'This person is a member of the team already.', [{ path: 'idNo', message: 'known', current: member.id }]);
}

function decideRevealMembers(world: World, { memberIds, reason }: Payload<'member.reveal'>, actor: Actor): Decided {
  const [first] = memberIds.map((id) => {
    const member = there(world, id, actor);
    if (reason === undefined && !isOwnTeam(actor, member.teamId))
      refuse('member.reason-needed', 'A member of a team is shown to its authority for a reason.', [{ path: 'reason', message: 'is missing' }]);
    return member.id;
  });
  const said = reason === undefined ? {} : { reason };
  return { events: [{ type: 'member.revealed', memberIds, ...said }], refs: first === undefined ? {} : { member: first } };
}

function decideWarnMember(world: World, { memberId, of, validTo, days }: Payload<'member.warn'>, actor: Actor): Decided {
  if (actor.role !== 'system') refuse('not-permitted', 'The clockwork warns teams.');
  const member = world.get('member', memberId);
  const stands = member && member.leftAt === undefined && papersOf(member).some((paper) => paper.of === of && paper.validTo === validTo);
  const told = member?.warnings?.some((one) => one.of === of && one.validTo === validTo && one.days === days);
  if (!member || !stands || told) return refuse('team.state', 'There is nothing to warn of.', [{ path: 'of', message: of }]);
  return { events: [{ type: 'member.warned', memberId, teamId: member.teamId, of, validTo, days }], refs: { member: memberId } };
}

function there(world: World, id: string, actor: Actor): Member {
  const member = world.get('member', id);
  const seen = member && member.leftAt === undefined && (isOwnTeam(actor, member.teamId) || mayRegister(actor, member.org));
  return seen ? member : refuse('member.unknown', 'There is no such member here.', [{ path: 'memberId', message: 'unknown member' }]);
}
