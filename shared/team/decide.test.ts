import { describe, expect, it } from 'vitest';
import { dueOf } from '#shared/clockwork.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { cityDuty, ORGANISATIONS, seatAt, SYSTEM_SEAT, YUDU, yuduDuty, yuduLeader, ZHANGGONG } from '#test/support/seats.ts';
import { aMember, anApplication } from '#test/support/team-cases.ts';
import { minorUntilOf } from './age.ts';
import { certifiedLevel } from './category.ts';

const TEAM = 'blue-sky';
const blue = seatAt('team');
const other = seatAt('team', 'red-cross');
const MEMBER = idOf(2);
const PAPER = { no: 'GZ-0101', validTo: '2026-08-31' };
const there = ORGANISATIONS.map((doc) => ({ kind: 'organisation', doc }) as const);
const applied = past(blue, 'team.apply', anApplication(), { id: idOf(1) });
const returned = past(yuduDuty, 'team.return', { teamId: TEAM, faults: [{ path: 'members', reason: '2 名队员未投保' }] });
const verified = past(yuduDuty, 'team.verify', { teamId: TEAM });
const certified = past(yuduDuty, 'team.certify', { teamId: TEAM, category: 'water', level: 2, certificate: PAPER });
const joined = past(blue, 'member.save', { teamId: TEAM, ...aMember, insuredUntil: '2027-01-01', personKey: 'k' }, { id: MEMBER });
const scene = (...history: readonly PastOrder[]) => given(...there, ...history);
const teamIn = (...history: readonly PastOrder[]) => scene(...history).world.get('team', TEAM);

describe('an application', () => {
  it('is the team’s own, and is seen by it, by the authority and by those above', () => {
    expect(teamIn(applied)).toMatchObject({ status: 'applied', org: YUDU, readers: ['team:blue-sky', 'org:360731', 'org:360700'] });
    // Its authority may enter it, and another may not.
    scene()
      .when(yuduDuty, 'team.apply', anApplication({ teamId: TEAM }))
      .expectRefs({ team: TEAM });
    scene().when(yuduDuty, 'team.apply', anApplication()).expectRefusal('invalid', 'teamId');
    scene()
      .when(seatAt('county-duty', ZHANGGONG), 'team.apply', anApplication({ teamId: TEAM }))
      .expectRefusal('not-permitted');
    scene()
      .when(other, 'team.apply', anApplication({ teamId: TEAM }))
      .expectRefusal('not-permitted');
    scene(applied).when(blue, 'team.apply', anApplication()).expectRefusal('team.exists');
    scene()
      .when(blue, 'team.apply', anApplication({ org: '999999' }))
      .expectRefusal('organisation.unknown');
  });

  it('keeps of its leader only what is masked', () => {
    const team = teamIn(applied);
    expect(team?.leader).toEqual({ name: '王*', phone: '137****5678' });
    expect(JSON.stringify(team)).not.toMatch(/王五|13712345678/);
  });

  it('that is returned says why by field, and is made again', () => {
    expect(teamIn(applied, returned)).toMatchObject({ status: 'returned', faults: [{ path: 'members', reason: '2 名队员未投保' }] });
    scene(applied, returned).when(yuduDuty, 'team.verify', { teamId: TEAM }).expectRefusal('team.state');
    const again = teamIn(applied, returned, applied, verified);
    expect(again).toMatchObject({ status: 'registered', registeredAt: NOW });
    expect(again?.faults).toBeUndefined();
  });

  it('is judged by the authority or one above it, and by nobody else', () => {
    scene(applied).when(cityDuty, 'team.verify', { teamId: TEAM }).expectRefs({ team: TEAM });
    scene(applied).when(seatAt('county-duty', ZHANGGONG), 'team.verify', { teamId: TEAM }).expectRefusal('team.unknown');
    scene(applied).when(blue, 'team.verify', { teamId: TEAM }).expectRefusal('not-permitted');
    scene(applied).when(other, 'team.update', { teamId: TEAM, name: '…' }).expectRefusal('team.unknown');
  });
});

describe('a level', () => {
  it('is never taken from what the team thinks of itself', () => {
    const team = teamIn(applied, verified);
    expect(team?.categories).toContainEqual({ category: 'water', selfLevel: 2 });
    expect(team && certifiedLevel(team, 'water', NOW)).toBeUndefined();
    scene(applied, verified).when(yuduDuty, 'team.certify', { teamId: TEAM, category: 'water', level: 2 }).expectRefusal('team.not-certified');
  });

  it('counts through the last day of its certificate', () => {
    const team = teamIn(applied, verified, certified);
    expect(team && certifiedLevel(team, 'water', '2026-08-31T15:59:59.000Z')).toBe(2);
    expect(team && certifiedLevel(team, 'water', '2026-08-31T16:00:00.000Z')).toBeUndefined();
    scene(applied, verified)
      .when(yuduDuty, 'team.certify', { teamId: TEAM, category: 'water', level: 2, certificate: { ...PAPER, validTo: '2026-05-31' } })
      .expectRefusal('team.expired');
  });

  it('that was certified survives what the team changes of itself', () => {
    const changed = past(blue, 'team.update', { teamId: TEAM, categories: [{ category: 'water', selfLevel: 1 }] });
    expect(teamIn(applied, verified, certified, changed)?.categories).toEqual([{ category: 'water', selfLevel: 1, certificate: { ...PAPER, level: 2 } }]);
  });

  it('is warned of 60, 30 and 7 days before, each once, and the team expires with the last of its papers', () => {
    const dues = (...history: readonly PastOrder[]) => {
      const team = teamIn(applied, verified, certified, ...history);
      return team ? dueOf('team', team, { archiveAfterHours: 24, climbAfterMinutes: 15 }).map(({ rule, at }) => [rule, at]) : [];
    };
    const end = ['team.expire', '2026-08-31T16:00:00.000Z'];
    const rest = [['team.warn.water.30', '2026-08-01T16:00:00.000Z'], ['team.warn.water.7', '2026-08-24T16:00:00.000Z'], end];
    expect(dues()).toEqual([['team.warn.water.60', '2026-07-02T16:00:00.000Z'], ...rest]);
    const warned = past(SYSTEM_SEAT, 'team.warn', { teamId: TEAM, of: 'water', validTo: PAPER.validTo, days: 60 });
    expect(dues(warned)).toEqual(rest);
    scene(applied, verified, certified, warned)
      .when(SYSTEM_SEAT, 'team.warn', { teamId: TEAM, of: 'water', validTo: PAPER.validTo, days: 60 })
      .expectRefusal('team.state');
    const papers = scene(applied, verified, certified);
    papers.when(SYSTEM_SEAT, 'team.expire', { teamId: TEAM }).expectRefusal('team.state');
    papers.at('2026-08-31T16:00:00Z').when(SYSTEM_SEAT, 'team.expire', { teamId: TEAM }).expectRefs({ team: TEAM });
  });
});

describe('a standing', () => {
  it('is changed by the authority with a reason, and a revoked one for good', () => {
    const suspended = past(yuduLeader, 'team.suspend', { teamId: TEAM, reason: '整改' });
    const revoked = past(yuduLeader, 'team.revoke', { teamId: TEAM, reason: '已注销' });
    expect(teamIn(applied, verified, suspended)).toMatchObject({ status: 'suspended', reason: '整改' });
    scene(applied).when(yuduLeader, 'team.suspend', { teamId: TEAM, reason: '…' }).expectRefusal('team.state');
    scene(applied, verified, revoked).when(yuduLeader, 'team.reinstate', { teamId: TEAM, reason: '…' }).expectRefusal('team.state');
    scene(applied, verified, revoked).when(blue, 'team.update', { teamId: TEAM, name: '…' }).expectRefusal('team.state');
  });
});

describe('a member', () => {
  it('is shown masked, and counted with the day that the insurance ends', () => {
    const { world } = scene(applied, joined);
    expect(world.get('member', MEMBER)).toMatchObject({ masked: { name: '赵*', phone: '136****5678' }, insuredUntil: '2027-01-01' });
    expect(world.get('team', TEAM)?.strength).toEqual({ members: 1, insuredUntil: ['2027-01-01'] });
    expect(JSON.stringify(world.get('member', MEMBER))).not.toMatch(/赵六|13612345678|360731199001010012|AB/);
  });

  it('is in a team once, by the id number, and may be in another', () => {
    const twice = { teamId: TEAM, ...aMember, personKey: 'k' };
    scene(applied, joined).when(blue, 'member.save', twice).expectRefusal('member.exists');
    const elsewhere = past(other, 'team.apply', anApplication({ name: '红十字' }));
    scene(applied, joined, elsewhere)
      .when(other, 'member.save', { ...twice, teamId: 'red-cross' })
      .expectRefs({ member: idOf(99), team: 'red-cross' });
    scene(applied, joined).when(other, 'member.leave', { memberId: MEMBER, reason: '…' }).expectRefusal('member.unknown');
  });

  it('who has left counts no more and leaves nothing of who it was', () => {
    const left = past(blue, 'member.leave', { memberId: MEMBER, reason: '退队' });
    const { world } = scene(applied, joined, left);
    expect(world.get('team', TEAM)?.strength).toEqual({ members: 0, insuredUntil: [] });
    expect(world.get('member', MEMBER)).toMatchObject({ masked: {}, leftAt: NOW });
    expect(world.get('member', MEMBER)?.personKey).toBeUndefined();
  });

  it('is shown to the authority for a reason only', () => {
    scene(applied, joined)
      .when(yuduDuty, 'member.reveal', { memberIds: [MEMBER] })
      .expectRefusal('member.reason-needed');
    scene(applied, joined)
      .when(blue, 'member.reveal', { memberIds: [MEMBER] })
      .expectRefs({ member: MEMBER });
  });
});

describe('a member’s papers', () => {
  const saved = past(
    blue,
    'member.save',
    { teamId: TEAM, ...aMember, insuredUntil: '2026-07-20', certificates: [{ kind: '潜水', no: 'P-1', validTo: '2027-01-01' }] },
    { id: MEMBER },
  );
  const memberIn = (...history: readonly PastOrder[]) => scene(...history).world.get('member', MEMBER);

  it('are warned of 60, 30 and 7 days before, once each, and of what was past already not at all', () => {
    const member = memberIn(applied, verified, saved);
    // NOW is the 1st of June: sixty days before the 20th of July have passed.
    expect(member && dueOf('member', member, { archiveAfterHours: 1, climbAfterMinutes: 1 }).map(({ rule, at }) => [rule, at])).toEqual([
      ['member.warn.insurance.2026-07-20.30', '2026-06-20T16:00:00.000Z'],
      ['member.warn.insurance.2026-07-20.7', '2026-07-13T16:00:00.000Z'],
      ['member.warn.潜水.2027-01-01.60', '2026-11-02T16:00:00.000Z'],
      ['member.warn.潜水.2027-01-01.30', '2026-12-02T16:00:00.000Z'],
      ['member.warn.潜水.2027-01-01.7', '2026-12-25T16:00:00.000Z'],
    ]);
    const told = past(SYSTEM_SEAT, 'member.warn', { memberId: MEMBER, of: 'insurance', validTo: '2026-07-20', days: 30 });
    expect(teamIn(applied, verified, saved, told)?.log.at(-1)).toMatchObject({ kind: 'expiring', of: 'insurance', days: 30, memberId: MEMBER });
    scene(applied, verified, saved, told)
      .when(SYSTEM_SEAT, 'member.warn', { memberId: MEMBER, of: 'insurance', validTo: '2026-07-20', days: 30 })
      .expectRefusal('team.state');
    const again = memberIn(applied, verified, saved, told);
    expect(again && dueOf('member', again, { archiveAfterHours: 1, climbAfterMinutes: 1 })).toHaveLength(4);
    scene(applied, verified, saved)
      .when(blue, 'member.warn', { memberId: MEMBER, of: 'insurance', validTo: '2026-07-20', days: 30 })
      .expectRefusal('not-permitted');
  });

  it('say of a minor when that ends, and of an adult nothing', () => {
    expect(minorUntilOf('360731201003150012', NOW)).toBe('2028-03-15');
    expect(minorUntilOf('360731200806010012', NOW)).toBeUndefined();
    expect(minorUntilOf('360731200806020012', NOW)).toBe('2026-06-02');
    expect(minorUntilOf('360731200902290012', NOW)).toBe('2027-03-01');
    const young = past(blue, 'member.save', { teamId: TEAM, name: '李', idNo: '360731199001010012', minorUntil: '2028-03-15' }, { id: MEMBER });
    expect(memberIn(applied, young)).toMatchObject({ minorUntil: '2028-03-15' });
    expect(memberIn(applied, young, past(blue, 'member.save', { teamId: TEAM, memberId: MEMBER, phone: '13800001111' }))).toMatchObject({
      minorUntil: '2028-03-15',
    });
  });
});

describe('an honour', () => {
  const honour = { teamId: TEAM, title: '抗洪抢险先进集体', issuer: '于都县人民政府', on: '2026-05-20' };
  it('is entered by the authority, for the team or for one of its people', () => {
    const { world } = scene(
      applied,
      verified,
      joined,
      past(yuduDuty, 'team.honour', honour),
      past(yuduLeader, 'team.honour', { ...honour, memberId: MEMBER, title: '优秀志愿者' }),
    );
    expect(world.get('team', TEAM)?.honours?.map(({ title }) => title)).toEqual(['优秀志愿者', '抗洪抢险先进集体']);
    expect(world.get('member', MEMBER)?.honours).toMatchObject([{ title: '优秀志愿者' }]);
    scene(applied, verified).when(blue, 'team.honour', honour).expectRefusal('not-permitted');
    scene(applied, verified)
      .when(yuduDuty, 'team.honour', { ...honour, memberId: MEMBER })
      .expectRefusal('member.unknown');
    scene(applied, verified)
      .when(yuduDuty, 'team.honour', { ...honour, on: '2026-06-02' })
      .expectRefusal('invalid', 'on');
  });
});
