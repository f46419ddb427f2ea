import { beforeAll, describe, expect, it } from 'vitest';
import type { Commit } from '#shared/commit.ts';
import type { Seat } from '#shared/seat.ts';
import type { Access } from '#server/access/access.ts';
import type { Core } from '#server/core.ts';
import { systemClock, systemIds, silentLog } from '#server/ports.ts';
import type { Store } from '#server/store/store.ts';
import { addOfficer, ADMIN_PASSWORD, administrator, HERE, PASSWORD, refusalOf, withAccess } from '#test/support/test-access.ts';
import { createAccess } from './access.ts';
import type { SubmitOrder } from './grants.ts';

const here = withAccess();
let core: Core;
let access: Access;
let store: Store;
beforeAll(() => {
  core = here.core();
  store = here.store();
  ({ access } = core);
});

/** Another server on the same store, or one whose orders go elsewhere. */
const openAnother = (orders: SubmitOrder = core.orders): Promise<Access> =>
  createAccess({
    connection: store.connection,
    orders,
    organisation: (id) => core.world.get('organisation', id),
    region: '360700',
    clock: systemClock,
    ids: systemIds,
    log: silentLog,
    dataDir: here.dataDir(),
  });

const commitsAfter = (seq: number): Promise<Commit[]> => core.journal.after(seq, 1000);

describe('an account', () => {
  it('is in the journal by its id and its seat', async () => {
    const { seq } = core.world;
    const { id } = await addOfficer(access);
    const [commit] = await commitsAfter(seq);
    expect(commit).toMatchObject({
      order: { type: 'seat.grant' },
      actor: { id: 'console' },
      events: [{ type: 'seat.granted', userId: id, role: 'county-duty', org: '360731' }],
    });
  });

  it('brings its organisation with it', async () => {
    const { id } = await addOfficer(access, { role: 'village-reporter', org: '360733105201', orgName: '半岭村' });
    expect(core.world.get('organisation', '360733105201')).toMatchObject({ kind: 'village', name: '半岭村', parent: '360733105' });
    const { id: mate } = await addOfficer(access, { role: 'team', org: 'blue-sky', orgName: '蓝天救援队' });
    expect(core.world.get('organisation', 'blue-sky')).toMatchObject({ kind: 'team', name: '蓝天救援队', parent: '360700' });
    const users = await access.listUsers(administrator);
    expect(users.find((user) => user.id === mate)).toMatchObject({ team: 'blue-sky' });
    expect(users.some((user) => user.id === id)).toBe(true);
  });

  it('has a name that nobody else has, also when two are added at once', async () => {
    const body = { username: 'twin', password: PASSWORD, name: 'T', role: 'county-duty', org: '360731' };
    const both = await Promise.allSettled([access.addUser(body, administrator), access.addUser({ ...body, username: 'TWIN' }, administrator)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(access.addUser(body, administrator))).toMatchObject({ status: 409, code: 'user-exists' });
  });

  it('has a role that fits its organisation, and nothing is journaled of one that does not', async () => {
    const { seq } = core.world;
    expect(await refusalOf(addOfficer(access, { role: 'city-leader' }))).toMatchObject({ status: 400, code: 'invalid', details: [{ path: 'org' }] });
    expect(core.world.seq).toBe(seq);
  });

  it('is the business of administrators only', async () => {
    const officer: Seat = { actor: { id: 'x', name: 'x', role: 'city-leader', org: '360700' }, rooms: [], level: 'full' };
    expect(await refusalOf(access.addUser({}, officer))).toMatchObject({ status: 403, code: 'not-permitted' });
    expect(await refusalOf(access.patchUser('x', {}, officer))).toMatchObject({ status: 403 });
    expect(await refusalOf(access.listUsers(officer))).toMatchObject({ status: 403 });
  });

  it('of another county, or of the city, is not a county administrator’s', async () => {
    const yudu: Seat = { actor: { id: 'y', name: 'y', role: 'administrator', org: '360731' }, rooms: [], level: 'full' };
    const { id } = await addOfficer(access, { org: '360733' });
    expect(await refusalOf(access.patchUser(id, { disabled: true }, yudu))).toMatchObject({ status: 403 });
    const promotion = { username: 'climber', password: PASSWORD, name: 'C', role: 'administrator', org: '360700' };
    expect(await refusalOf(access.addUser(promotion, yudu))).toMatchObject({ status: 403 });
    const own = await access.addUser({ ...promotion, role: 'planner', org: '360731' }, yudu);
    expect((await access.listUsers(yudu)).map((user) => user.id)).toContain(own.id);
    expect((await access.listUsers(yudu)).map((user) => user.id)).not.toContain(id);
  });
});

describe('a change of an account', () => {
  it.each([
    ['a new role', { role: 'county-leader' }, 'seat-changed', 'seat.grant'],
    ['a new organisation', { org: '360733' }, 'seat-changed', 'seat.grant'],
    ['being disabled', { disabled: true }, 'session-ended', 'seat.revoke'],
    ['a new password', { password: 'demo-119' }, 'session-ended', 'seat.revoke'],
  ])('%s ends every session at once and is journaled before', async (_what, patch, reason, order) => {
    const { id, username } = await addOfficer(access);
    const first = await access.signIn({ username, password: PASSWORD }, HERE);
    const second = await access.signIn({ username, password: PASSWORD }, HERE);
    const { seq } = core.world;
    const ended: { sessionIds: string[]; reason: string; journaled: number }[] = [];
    const off = access.onEnded((one) => ended.push({ ...one, journaled: core.world.seq - seq }));
    await access.patchUser(id, patch, administrator);
    off();
    expect(ended).toEqual([{ sessionIds: [first.signedIn.sessionId, second.signedIn.sessionId], reason, journaled: 1 }]);
    expect((await commitsAfter(seq)).map((commit) => commit.order.type)).toEqual([order]);
    expect([await access.authenticate(first.token), await access.authenticate(second.token)]).toEqual([null, null]);
    expect(await store.connection.collection('sessions').countDocuments({ userId: id })).toBe(0);
  });

  it('a new name ends nothing and is seen at once', async () => {
    const { id, username } = await addOfficer(access);
    const { token } = await access.signIn({ username, password: PASSWORD }, HERE);
    await access.patchUser(id, { name: '李四' }, administrator);
    expect((await access.authenticate(token))?.seat.actor.name).toBe('李四');
  });

  it('is not made when the journal refuses it', async () => {
    const deaf = await openAnother({ submit: () => Promise.resolve({ ok: false, code: 'store-unavailable', message: 'The store is away.' }) });
    const { id, username } = await addOfficer(access);
    const { token } = await access.signIn({ username, password: PASSWORD }, HERE);
    const users = await access.listUsers(administrator);
    expect(await refusalOf(deaf.patchUser(id, { disabled: true }, administrator))).toMatchObject({ status: 503, code: 'store-unavailable' });
    expect(await refusalOf(addOfficer(deaf))).toMatchObject({ status: 503, code: 'store-unavailable' });
    deaf.close();
    expect(await access.listUsers(administrator)).toEqual(users);
    expect(await access.authenticate(token)).not.toBeNull();
  });

  it('does not take the last administrator away', async () => {
    const admin = (await access.listUsers(administrator)).find(({ username }) => username === 'admin');
    expect(await refusalOf(access.patchUser(admin?.id ?? '', { disabled: true }, administrator))).toMatchObject({ status: 409, code: 'last-administrator' });
    expect(await refusalOf(access.patchUser(admin?.id ?? '', { role: 'planner' }, administrator))).toMatchObject({ status: 409, code: 'last-administrator' });
  });
});

it.each([
  ['disabled', { disabled: true }],
  ['given another password', { password: 'demo-119' }],
])('a sign-in that was under way when the account was %s gives no session', async (_what, patch) => {
  const { id, username } = await addOfficer(access);
  const tries = Array.from({ length: 6 }, () => access.signIn({ username, password: PASSWORD }, HERE).catch(() => undefined));
  await access.patchUser(id, patch, administrator);
  const tokens = (await Promise.all(tries)).map((one) => one?.token ?? '');
  expect(await Promise.all(tokens.map((token) => access.authenticate(token)))).toEqual(tokens.map(() => null));
});

it('a session of before the change is void, even if it could not be deleted', async () => {
  const sessions = store.connection.collection<{ _id: string }>('sessions');
  const { id, username } = await addOfficer(access);
  const { token, signedIn } = await access.signIn({ username, password: PASSWORD }, HERE);
  const record = await sessions.findOne({ _id: signedIn.sessionId });
  await access.patchUser(id, { password: 'demo-119' }, administrator);
  if (record) await sessions.insertOne(record);
  expect(record).not.toBeNull();
  expect(await access.authenticate(token)).toBeNull();
  const restarted = await openAnother();
  expect(await restarted.authenticate(token)).toBeNull();
  restarted.close();
});

it('another server on the same store ends here what is ended there', async () => {
  const other = await openAnother();
  const { id, username } = await addOfficer(access);
  const mate = await addOfficer(access);
  const cut = await access.signIn({ username, password: PASSWORD }, HERE);
  const kept = await access.signIn({ username: mate.username, password: PASSWORD }, HERE);
  expect(await other.authenticate(cut.token)).not.toBeNull();
  expect(await other.authenticate(kept.token)).not.toBeNull();
  const ended: string[] = [];
  other.onEnded(({ sessionIds }) => ended.push(...sessionIds));
  await access.patchUser(id, { role: 'county-leader' }, administrator);
  await other.recheck();
  expect(ended).toContain(cut.signedIn.sessionId);
  expect(await other.authenticate(cut.token)).toBeNull();
  expect(await other.authenticate(kept.token)).not.toBeNull();
  other.close();
});

it('no password, hash or username is in any commit of the journal', async () => {
  const { id, username } = await addOfficer(access);
  await access.patchUser(id, { password: 'secret-demo-119', role: 'county-leader' }, administrator);
  const journal = JSON.stringify(await store.connection.collection('journal').find().toArray());
  expect(journal).toContain(id);
  for (const secret of [PASSWORD, ADMIN_PASSWORD, 'secret-demo-119', 'argon2', username]) expect(journal).not.toContain(secret);
});
