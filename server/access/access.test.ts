import { beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '#server/access/access.ts';
import { addOfficer, ADMIN_PASSWORD, administrator, HERE, movableClock, PASSWORD, refusalOf, withAccess } from '#test/support/test-access.ts';
import type { Ended } from './session-endings.ts';

const clock = movableClock();
const here = withAccess(clock);
let access: Access;
beforeAll(() => void ({ access } = here.core()));

const signIn = (username: string, password = PASSWORD) => access.signIn({ username, password }, HERE);
const collection = (name: string) => here.store().connection.collection<{ _id: string }>(name);

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
    for (const [name, password] of [
      ['nobody-at-all', PASSWORD],
      [username, 'not the password'],
      [disabled.username, PASSWORD],
    ] as const) {
      const before = access.compared();
      const refused = await access
        .signIn({ username: name, password }, { ...HERE, ip: '10.9.9.9' })
        .catch((error: Error & { status: number; code: string }) => ({ status: error.status, code: error.code, message: error.message }));
      answers.push({ refused, compared: access.compared() - before });
    }
    expect(answers[0]).toEqual({ refused: { status: 401, code: 'bad-credentials', message: expect.any(String) }, compared: 1 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is locked for account and address by five failures, however they arrive, and not elsewhere', async () => {
    const { username } = await addOfficer(access);
    const guesses = Array.from({ length: 12 }, (_, n) => refusalOf(signIn(username, `guess number ${n}`)));
    const codes = (await Promise.all(guesses)).map(({ code }) => String(code)).toSorted((a, b) => a.localeCompare(b));
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
      details: [
        { path: 'username', message: expect.any(String) },
        { path: 'admin', message: 'unknown field' },
      ],
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
    expect(new Map(list.map(({ id, current }) => [id, current]))).toEqual(
      new Map([
        [a.signedIn.sessionId, true],
        [b.signedIn.sessionId, false],
      ]),
    );
    expect(await refusalOf(access.endSession(one.id, c.signedIn.sessionId))).toMatchObject({ status: 404 });
    await access.endSession(one.id, b.signedIn.sessionId);
    expect(await access.authenticate(b.token)).toBeNull();
    expect(await access.authenticate(c.token)).not.toBeNull();
  });
});

it('the first administrator is made once, from the password that was given', async () => {
  expect(await access.ensureAdministrator()).toBeNull();
  const { signedIn } = await signIn('admin', ADMIN_PASSWORD);
  expect(signedIn.mustChangePassword).toBe(false);
  expect(signedIn.seat.actor).toMatchObject({ role: 'administrator', org: '360700' });
});
