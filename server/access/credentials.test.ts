import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '#server/access/access.ts';
import { addOfficer, administrator, HERE, movableClock, PASSWORD, refusalOf, withAccess } from '#test/support/test-access.ts';
import type { Ended } from './session-endings.ts';

const clock = movableClock();
const here = withAccess(clock);
let access: Access;
beforeAll(() => void ({ access } = here.core()));

const signIn = (username: string, password = PASSWORD, more: object = {}) => access.signIn({ username, password, ...more }, HERE);

describe('a changed password', () => {
  it('ends the other sessions and keeps this one', async () => {
    const { username } = await addOfficer(access, { mustChangePassword: true });
    const [a, b] = [await signIn(username), await signIn(username)];
    expect(a.signedIn.mustChangePassword).toBe(true);
    const ended: Ended[] = [];
    const off = access.onEnded((one) => ended.push(one));
    await access.changePassword(a.signedIn, { current: PASSWORD, next: 'the dike holds 7' });
    off();
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
    expect(await refusalOf(access.changePassword(signedIn, { current: PASSWORD, next: 'password123' }))).toMatchObject({
      code: 'invalid',
      details: [{ path: 'next' }],
    });
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
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(signIn(username, PASSWORD, { otp }))).toMatchObject({ code: 'bad-credentials' });
  });

  it('takes no earlier code after a later one', async () => {
    const { username, code } = await withTotp();
    clock.move(30_000);
    const earlier = code();
    clock.move(30_000);
    expect((await signIn(username, PASSWORD, { otp: code() })).user.username).toBe(username);
    expect(await refusalOf(signIn(username, PASSWORD, { otp: earlier }))).toMatchObject({ code: 'bad-credentials' });
  });

  it('is kept encrypted, and is named by its application', async () => {
    const { id, secret, uri, username } = await withTotp();
    expect(JSON.stringify(await here.store().connection.collection<{ _id: string }>('users').findOne({ _id: id }))).not.toContain(secret);
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
