import { rm } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '#server/access/access.ts';
import type { Core } from '#server/core.ts';
import type { Store } from '#server/store/store.ts';
import { addOfficer, ADMIN_PASSWORD, administrator, HERE, movableClock, openAccess, PASSWORD, refusalOf } from '#test/support/test-access.ts';
import { testDirectory, testStore } from '#test/support/test-store.ts';
import type { Ended } from './session-endings.ts';

const clock = movableClock();
let dataDir: string;
let store: Store;
let core: Core;
let access: Access;

beforeAll(async () => {
  dataDir = await testDirectory();
  store = await testStore({ dataDir });
  core = await openAccess(store, dataDir, clock);
  ({ access } = core);
});
afterAll(async () => {
  await core.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const signIn = (username: string, password = PASSWORD, more: object = {}) => access.signIn({ username, password, ...more }, HERE);
const collection = (name: string) => store.connection.collection<{ _id: string }>(name);

async function endedBy(work: () => Promise<unknown>): Promise<Ended[]> {
  const ended: Ended[] = [];
  const off = access.onEnded((one) => ended.push(one));
  await work();
  off();
  return ended;
}

describe('signing in', () => {
  it('gives a seat, and a new token each time', async () => {
    const { username, id } = await addOfficer(access);
    const [a, b] = [await signIn(username), await signIn(username.toUpperCase())];
    expect(a.token).not.toBe(b.token);
    expect(a.user).toEqual({ id, username, name: '张三', role: 'county-duty', org: '360731' });
    expect(a.signedIn.seat.rooms).toContain('org:360731');
    expect(await access.authenticate(a.token)).toMatchObject({ userId: id, sessionId: a.signedIn.sessionId, mustChangePassword: false });
    expect(a.signedIn.csrf).not.toBe(b.signedIn.csrf);
  });

  it('of an unknown, a disabled and a mistaken user is the same work and the same answer', async () => {
    const { username } = await addOfficer(access);
    const disabled = await addOfficer(access);
    await access.patchUser(disabled.id, { disabled: true }, administrator);
    const answers: unknown[] = [];
    for (const [name, password] of [['nobody-at-all', PASSWORD], [username, 'not the password'], [disabled.username, PASSWORD]] as const) {
      const before = access.compared();
      const refused = await access.signIn({ username: name, password }, { ...HERE, ip: '10.9.9.9' }).catch((error: Error & { status: number; code: string }) => ({ status: error.status, code: error.code, message: error.message }));
      answers.push({ refused, compared: access.compared() - before });
    }
    expect(answers[0]).toEqual({ refused: { status: 401, code: 'bad-credentials', message: expect.any(String) }, compared: 1 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is locked for account and address by five failures, however they arrive, and not elsewhere', async () => {
    const { username } = await addOfficer(access);
    const guesses = Array.from({ length: 12 }, (_, n) => refusalOf(signIn(username, `guess number ${n}`)));
    const codes = (await Promise.all(guesses)).map(({ code }) => code).sort();
    expect(codes).toEqual([...Array(5).fill('bad-credentials'), ...Array(7).fill('locked')]);
    const before = access.compared();
    await expect(signIn(username)).rejects.toMatchObject({ status: 429, code: 'locked', retryAfterS: 300 });
    expect(access.compared()).toBe(before);
    expect((await access.signIn({ username, password: PASSWORD }, { ...HERE, ip: '10.0.0.8' })).user.username).toBe(username);
  });

  it('names what is wrong with its body, and takes no operator for a text', async () => {
    expect(await refusalOf(access.signIn({ username: { $ne: '' }, password: 'x', admin: true }, HERE))).toEqual({
      status: 400,
      code: 'invalid',
      details: [{ path: 'username', message: expect.any(String) }, { path: 'admin', message: 'unknown field' }],
    });
  });

  it('keeps neither the token nor the password in the store', async () => {
    const { username } = await addOfficer(access);
    const { token } = await signIn(username);
    const kept = JSON.stringify([await collection('users').find().toArray(), await collection('sessions').find().toArray()]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(PASSWORD);
  });
});

describe('a session', () => {
  it('ends after twelve idle hours, and goes on as long as it is used', async () => {
    const { username } = await addOfficer(access);
    const { token } = await signIn(username);
    for (let n = 0; n < 3; n += 1) {
      clock.move(11 * 3_600_000);
      expect(await access.authenticate(token)).not.toBeNull();
    }
    clock.move(12 * 3_600_000);
    expect(await access.authenticate(token)).toBeNull();
  });

  it('ends after a week of use', async () => {
    const { username } = await addOfficer(access);
    const { token } = await signIn(username);
    for (let n = 0; n < 15; n += 1) {
      clock.move(11 * 3_600_000);
      expect(await access.authenticate(token)).not.toBeNull();
    }
    clock.move(4 * 3_600_000);
    expect(await access.authenticate(token)).toBeNull();
  });

  it('that has run out is told to whoever holds its sockets, and deleted', async () => {
    const { username } = await addOfficer(access);
    const { signedIn } = await signIn(username);
    clock.move(13 * 3_600_000);
    const ended = await endedBy(() => access.reap());
    expect(ended.flatMap(({ sessionIds }) => sessionIds)).toContain(signedIn.sessionId);
    expect(access.touch(signedIn.sessionId)).toBe(false);
    await access.reap();
    expect(await collection('sessions').findOne({ _id: signedIn.sessionId })).toBeNull();
  });

  it('is signed out in memory, in the store and on the wire, and the others stay', async () => {
    const { username } = await addOfficer(access);
    const [a, b] = [await signIn(username), await signIn(username)];
    expect(await endedBy(() => access.signOut(a.signedIn.sessionId))).toEqual([{ sessionIds: [a.signedIn.sessionId], reason: 'signed-out' }]);
    expect(await access.authenticate(a.token)).toBeNull();
    expect(await access.authenticate(b.token)).not.toBeNull();
    expect(await collection('sessions').findOne({ _id: a.signedIn.sessionId })).toBeNull();
  });

  it('is listed to its user, who ends it, and nobody else’s', async () => {
    const [one, other] = [await addOfficer(access), await addOfficer(access)];
    const [a, b, c] = [await signIn(one.username), await signIn(one.username), await signIn(other.username)];
    const list = await access.listSessions(one.id, a.signedIn.sessionId);
    expect(list.map(({ id, current }) => [id, current]).sort()).toEqual([[a.signedIn.sessionId, true], [b.signedIn.sessionId, false]].sort());
    expect(await refusalOf(access.endSession(one.id, c.signedIn.sessionId))).toMatchObject({ status: 404 });
    await access.endSession(one.id, b.signedIn.sessionId);
    expect(await access.authenticate(b.token)).toBeNull();
    expect(await access.authenticate(c.token)).not.toBeNull();
  });
});

describe('a changed password', () => {
  it('ends the other sessions and keeps this one', async () => {
    const { username } = await addOfficer(access, { mustChangePassword: true });
    const [a, b] = [await signIn(username), await signIn(username)];
    expect(a.signedIn.mustChangePassword).toBe(true);
    const ended = await endedBy(() => access.changePassword(a.signedIn, { current: PASSWORD, next: 'the dike holds 7' }));
    expect(ended).toEqual([{ sessionIds: [b.signedIn.sessionId], reason: 'session-ended' }]);
    expect(await access.authenticate(a.token)).toMatchObject({ mustChangePassword: false });
    expect(await access.authenticate(b.token)).toBeNull();
    expect(await refusalOf(signIn(username))).toMatchObject({ code: 'bad-credentials' });
    expect(await access.listSessions(a.signedIn.userId)).toHaveLength(1);
  });

  it('must be known, new and strong, and is guessed no more often than at the door', async () => {
    const { username } = await addOfficer(access);
    const { signedIn } = await signIn(username);
    expect(await refusalOf(access.changePassword(signedIn, { current: PASSWORD, next: PASSWORD }))).toMatchObject({ code: 'invalid' });
    expect(await refusalOf(access.changePassword(signedIn, { current: PASSWORD, next: 'password123' }))).toMatchObject({ code: 'invalid', details: [{ path: 'next' }] });
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) codes.push((await refusalOf(access.changePassword(signedIn, { current: `guess ${n}`, next: 'the dike holds 7' }))).code);
    expect(codes).toEqual([...Array(5).fill('bad-credentials'), 'locked']);
  });
});

describe('a second factor', () => {
  async function withTotp() {
    const { username, id } = await addOfficer(access);
    const { signedIn } = await signIn(username);
    const { secret, uri } = await access.beginTotp(signedIn);
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = (): string => totp.generate({ timestamp: clock.now().getTime() });
    await access.confirmTotp(signedIn, { otp: code() });
    return { username, id, signedIn, secret, uri, code };
  }

  it('is asked for when the password is right, and only then', async () => {
    const { username, code } = await withTotp();
    clock.move(30_000);
    expect(await refusalOf(signIn(username))).toMatchObject({ status: 401, code: 'otp-required' });
    expect(await refusalOf(signIn(username, 'not the password'))).toMatchObject({ status: 401, code: 'bad-credentials' });
    expect((await signIn(username, PASSWORD, { otp: code() })).user.username).toBe(username);
  });

  it('takes a code once', async () => {
    const { username, code } = await withTotp();
    expect(await refusalOf(signIn(username, PASSWORD, { otp: code() }))).toMatchObject({ code: 'bad-credentials' });
    clock.move(30_000);
    const otp = code();
    const both = await Promise.allSettled([signIn(username, PASSWORD, { otp }), signIn(username, PASSWORD, { otp })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(signIn(username, PASSWORD, { otp }))).toMatchObject({ code: 'bad-credentials' });
  });

  it('is kept encrypted, and is named by its application', async () => {
    const { id, secret, uri, username } = await withTotp();
    expect(JSON.stringify(await collection('users').findOne({ _id: id }))).not.toContain(secret);
    expect(uri).toMatch(new RegExp(`^otpauth://totp/Fenghuo:${username}\\?issuer=Fenghuo&secret=${secret}`));
  });

  it('can’t be replaced by whoever holds the session, only removed by whoever knows the password', async () => {
    const { signedIn, username } = await withTotp();
    expect(await refusalOf(access.beginTotp(signedIn))).toMatchObject({ status: 409, code: 'totp-active' });
    expect(await refusalOf(access.removeTotp(signedIn, { password: 'not the password' }))).toMatchObject({ code: 'bad-credentials' });
    await access.removeTotp(signedIn, { password: PASSWORD });
    expect((await signIn(username)).user.username).toBe(username);
  });

  it('that was lost is taken away with a new password', async () => {
    const { id, username } = await withTotp();
    await access.patchUser(id, { password: 'demo-119', totp: false }, administrator);
    expect((await signIn(username, 'demo-119')).user.id).toBe(id);
  });
});

it('the first administrator is made once, from the password that was given', async () => {
  expect(await access.ensureAdministrator()).toBeNull();
  const { signedIn } = await signIn('admin', ADMIN_PASSWORD);
  expect(signedIn.mustChangePassword).toBe(false);
  expect(signedIn.seat.actor).toMatchObject({ role: 'administrator', org: '360700' });
});
