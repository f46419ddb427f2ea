import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEAM, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { aMember, anApplication, LEADER } from '#test/support/team-cases.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf } from '#test/support/test-core.ts';

const PLAIN = new RegExp([LEADER.name, LEADER.phone, aMember.name, aMember.phone, aMember.idNo].join('|'));
let app: TestApp;
let team: TestUser;
let duty: TestUser;
let elsewhere: TestUser;
let memberId: string;

beforeAll(async () => {
  app = await testApp();
  await app.order(app.admin, 'organisation.add', { organisationId: TEAM, kind: 'team', name: '蓝天', parent: '360700' });
  [team, duty, elsewhere] = await Promise.all([app.addUser('team'), app.addUser('county-duty', YUDU), app.addUser('county-duty', ZHANGGONG)]);
  expect((await app.order(team, 'team.apply', anApplication())).ok).toBe(true);
  expect((await app.order(duty, 'team.verify', { teamId: TEAM })).ok).toBe(true);
  const answer = await app.order(team, 'member.save', { teamId: TEAM, ...aMember, personKey: 'made up' });
  memberId = answer.ok ? (answer.refs['member'] ?? '') : expect.unreachable(answer.message);
});
afterAll(() => app.close());

const sealOf = (): string => app.core.world.get('member', memberId)?.seal ?? '';

it('names and numbers of a team are in the vault and nowhere else', async () => {
  await app.core.documents.flush();
  const { world } = app.core;
  const everywhere = JSON.stringify([await journalOf(app.core), [...world.all('team')], [...world.all('member')], (await app.snapshot(duty)).docs]);
  expect(everywhere).toContain('136****5678');
  expect(everywhere).not.toMatch(PLAIN);
  expect(await app.core.vault.open(sealOf())).toEqual({ name: aMember.name, phone: aMember.phone, idNo: aMember.idNo, blood: aMember.blood });
});

it('what stands for an id number is the server’s own', () => {
  const { personKey } = app.core.world.get('member', memberId) ?? {};
  expect(personKey).toBe(app.core.vault.personKey(aMember.idNo));
  expect(personKey).not.toBe('made up');
});

it('is seen by the team and its authority, not by another county', async () => {
  const kinds = async (user: TestUser) => (await app.snapshot(user)).docs.map(({ kind }) => kind).filter((kind) => kind === 'team' || kind === 'member');
  expect(await kinds(team)).toEqual(expect.arrayContaining(['team', 'member']));
  expect(await kinds(duty)).toEqual(expect.arrayContaining(['team', 'member']));
  expect(await kinds(elsewhere)).toEqual([]);
});

it('a changed number replaces the old one, and the rest stays', async () => {
  const before = sealOf();
  expect((await app.order(team, 'member.save', { teamId: TEAM, memberId, phone: '13800001111' })).ok).toBe(true);
  expect(await app.core.vault.open(sealOf())).toMatchObject({ name: aMember.name, phone: '13800001111' });
  expect(await app.core.vault.open(before)).toBeUndefined();
});

it('who may see a member in full says why and is recorded first; the team needs no reason for its own', async () => {
  const shown = (user: TestUser, path: string, body: object = {}) => app.call<{ code?: string; person?: object }>(user, 'POST', path, body);
  const path = `/members/${memberId}/reveal`;
  expect((await shown(team, path)).body.person).toEqual({ name: aMember.name, phone: '13800001111', idNo: aMember.idNo, blood: aMember.blood });
  expect((await shown(duty, path)).body.code).toBe('member.reason-needed');
  expect((await shown(duty, path, { reason: '核对保险' })).body.person).toMatchObject({ idNo: aMember.idNo });
  expect(app.core.world.get('member', memberId)).toMatchObject({ reveals: 2, lastReveal: { reason: '核对保险', by: { id: duty.id } } });
  expect((await shown(duty, `/teams/${TEAM}/reveal`, { reason: '电话催促' })).body.person).toEqual(LEADER);
  for (const other of [path, `/teams/${TEAM}/reveal`]) expect((await shown(elsewhere, other, { reason: '好奇' })).status).toBe(404);
});

it('who leaves takes the key along', async () => {
  const seal = sealOf();
  expect((await app.order(team, 'member.leave', { memberId, reason: '退队' })).ok).toBe(true);
  expect(await app.core.vault.open(seal)).toBeUndefined();
});
