import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refused } from '#shared/order.ts';
import type { Team } from '#shared/team/state.ts';
import { TEAM, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { anApplication, LEADER } from '#test/support/team-cases.ts';
import { passwordOf, testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf } from '#test/support/test-core.ts';

let app: TestApp;
let duty: TestUser;
let teamId: string;

beforeAll(async () => {
  app = await testApp();
  duty = await app.addUser('county-duty', YUDU);
});
afterAll(() => app.close());

const PASSWORD = 'Ganjiang boats 2026';
const apply = (over: object = {}, headers: Record<string, string> = {}) =>
  app.call<{ teamId: string } & Refused>(
    null,
    'POST',
    '/applications',
    { username: 'lantian', password: PASSWORD, application: anApplication(), ...over },
    headers,
  );
const usernames = async (): Promise<string[]> =>
  (await app.get<{ users: { username: string }[] }>(app.admin, '/users')).body.users.map(({ username }) => username);

async function lantian(): Promise<TestUser> {
  const { token, user } = await app.signIn('lantian', PASSWORD);
  return { ...duty, id: user.id, username: 'lantian', password: PASSWORD, token };
}

describe('a team without an account', () => {
  it('is told every field that is wrong, and nothing is made', async () => {
    const wrong = await apply({ password: '', application: { ...anApplication(), leader: { name: '', phone: 'x' }, base: undefined } });
    expect(wrong.status).toBe(400);
    expect(wrong.body.details?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['password', 'application.leader.name', 'application.leader.phone', 'application.base']),
    );
    expect((await apply({ password: 'lantian123' })).body).toMatchObject({ code: 'invalid', details: [{ path: 'password' }] });
    expect((await apply({ role: 'administrator' })).status).toBe(400);
    expect((await apply({ application: anApplication({ org: '360799' }) })).body).toMatchObject({ code: 'organisation.unknown' });
    expect(await usernames()).not.toContain('lantian');
  });

  it('is not applied for by a foreign page', async () => {
    expect((await apply({}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('applies and may come in; its authority sees the application, another does not', async () => {
    const made = await apply();
    expect([made.status, made.body]).toMatchObject([201, { ok: true }]);
    teamId = made.body.teamId;
    const { body } = await app.get<Team>(duty, `/teams/${teamId}`);
    expect(body).toMatchObject({ name: '蓝天救援队', status: 'applied', org: YUDU, leader: { phone: '137****5678' } });
    const other = await app.addUser('county-duty', ZHANGGONG);
    expect((await app.get(other, `/teams/${teamId}`)).status).toBe(404);
    expect(await app.core.vault.open(app.core.world.get('team', teamId)?.seal ?? '')).toMatchObject({ phone: LEADER.phone });
    const journal = JSON.stringify(await journalOf(app.core));
    for (const secret of [PASSWORD, LEADER.phone, LEADER.name]) expect(journal).not.toContain(secret);
  });

  it('sees its own entry and no incident, and may do nothing but keep it', async () => {
    const team = await lantian();
    const { docs } = await app.snapshot(team);
    expect([...new Set(docs.map(({ kind }) => kind))].toSorted()).toEqual(['organisation', 'team']);
    const place = { adcode: YUDU, text: '贡江镇', lng: 115.4, lat: 25.9 };
    expect(await app.order(team, 'dispatch.self-report', { place, people: 3, text: '已出发' })).toMatchObject({ code: 'team.not-registered' });
    expect(await app.order(team, 'incident.log', { title: '试', typeCode: 'N01.1', place })).toMatchObject({ code: 'not-permitted' });
    expect((await app.get(team, '/users')).status).toBe(403);
    expect(await app.order(team, 'team.update', { teamId, responseMinutes: 20 })).toMatchObject({ ok: true });
  });

  it('is returned with a reason, mends it and is registered', async () => {
    const team = await lantian();
    expect(await app.order(duty, 'team.return', { teamId, faults: [{ path: 'equipment', reason: '请写明救生衣数量' }] })).toMatchObject({ ok: true });
    expect((await app.get<Team>(team, `/teams/${teamId}`)).body).toMatchObject({ status: 'returned', faults: [{ path: 'equipment' }] });
    const mended = anApplication({ equipment: [{ kind: '救生衣', count: 30 }] });
    expect(await app.order(team, 'team.apply', mended)).toMatchObject({ ok: true });
    expect(await app.order(duty, 'team.verify', { teamId })).toMatchObject({ ok: true });
    const place = { adcode: YUDU, text: '贡江镇', lng: 115.4, lat: 25.9 };
    expect(await app.order(team, 'dispatch.self-report', { place, people: 3, text: '已出发' })).toMatchObject({ ok: true });
  });

  it('takes neither a username, nor a credit code, nor the name of a registered team', async () => {
    const named = (name: string) => anApplication({ name });
    expect((await apply({ application: named('另一支队') })).body).toMatchObject({ code: 'user-exists', details: [{ path: 'username' }] });
    expect((await apply({ username: 'other' })).body).toMatchObject({ code: 'team.exists', details: [{ path: 'name' }] });
    const creditCode = '52360731MJ1234567A';
    expect(await app.order(await lantian(), 'team.update', { teamId, creditCode })).toMatchObject({ ok: true });
    expect((await apply({ username: 'other', application: { ...named('另一支队'), creditCode } })).body).toMatchObject({
      code: 'team.exists',
      details: [{ path: 'creditCode' }],
    });
    expect(await usernames()).not.toContain('other');
  });

  it('whose application is wrong does not learn that a username is taken', async () => {
    const { body } = await apply({ username: 'admin', application: { ...anApplication(), categories: [] } });
    expect(body).toMatchObject({ code: 'invalid' });
    expect(JSON.stringify(body)).not.toContain('username');
  });

  it('is kept out by the administrator of its county or of the city, like anybody', async () => {
    const { users } = (await app.get<{ users: { id: string; username: string; role: string; org: string; team: string }[] }>(app.admin, '/users')).body;
    const account = users.find(({ username }) => username === 'lantian');
    expect(account).toMatchObject({ role: 'team', org: YUDU, team: teamId });
    expect((await app.call(app.admin, 'PATCH', `/users/${account?.id ?? ''}`, { disabled: true })).status).toBe(200);
    await expect(app.signIn('lantian', PASSWORD)).rejects.toThrow();
  });

  it('that floods the page is told to wait', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 25; i += 1) statuses.push((await apply({ password: '' })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

it('an administrator may close the page, and then nothing is taken', async () => {
  const closed = await testApp({ env: { TEAM_APPLICATIONS: 'false' } });
  const reply = await closed.call(null, 'POST', '/applications', { username: 'a-team', password: passwordOf('a-team'), application: anApplication() });
  expect([reply.status, reply.body]).toMatchObject([403, { code: 'applications-closed' }]);
  expect((await closed.get(null, '/config')).body).toMatchObject({ applications: false });
  expect([...closed.core.world.all('team')]).toEqual([]);
  await closed.close();
}, 30_000);

it('a team with a seat from the administrator applies as before', async () => {
  await app.order(app.admin, 'organisation.add', { organisationId: TEAM, kind: 'team', name: '红会', parent: YUDU });
  expect(await app.order(await app.addUser('team'), 'team.apply', anApplication({ name: '红会' }))).toMatchObject({ ok: true });
});
