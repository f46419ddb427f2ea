import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccessError } from './access-error.ts';
import { addressOf, createLockout, LOGIN_LIMITS, type Lockout, type Who } from './lockout.ts';

const officer: Who = { username: 'zhang', address: '10.0.0.7' };
let waited: number[];
let lockout: Lockout;

beforeEach(() => {
  vi.useFakeTimers();
  waited = [];
  lockout = createLockout(LOGIN_LIMITS, async (ms) => void waited.push(ms));
});
afterEach(() => vi.useRealTimers());

async function fail(who: Who, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await lockout.admit(who);
    await lockout.failed(who);
  }
}

async function retryAfter(who: Who): Promise<number | undefined> {
  try {
    await lockout.admit(who);
  } catch (error) {
    if (error instanceof AccessError && error.code === 'locked') return error.retryAfterS;
    throw error;
  }
  return undefined;
}

describe('a pair of account and address', () => {
  it('is locked for five minutes by its fifth failure', async () => {
    await fail(officer, 5);
    expect(await retryAfter(officer)).toBe(300);
    vi.advanceTimersByTime(299_000);
    expect(await retryAfter(officer)).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(await retryAfter(officer)).toBeUndefined();
  });

  it('is locked twice as long each time, up to an hour', async () => {
    const locks: (number | undefined)[] = [];
    for (let round = 0; round < 6; round += 1) {
      await fail(officer, 5);
      locks.push(await retryAfter(officer));
      vi.advanceTimersByTime((locks.at(-1) ?? 0) * 1000);
    }
    expect(locks).toEqual([300, 600, 1200, 2400, 3600, 3600]);
  });

  it('is not locked for longer by trying while it is locked', async () => {
    await fail(officer, 5);
    for (let n = 0; n < 50; n += 1) expect(await retryAfter(officer)).toBe(300);
  });

  it('starts afresh after a success', async () => {
    await fail(officer, 4);
    await lockout.admit(officer);
    await lockout.succeeded(officer);
    await fail(officer, 4);
    expect(await retryAfter(officer)).toBeUndefined();
  });

  it('has no more tries for asking for the code', async () => {
    await fail(officer, 3);
    for (let n = 0; n < 20; n += 1) {
      await lockout.admit(officer);
      await lockout.pardon(officer);
    }
    await fail(officer, 2);
    expect(await retryAfter(officer)).toBe(300);
  });

  it('does not lock the same account at another address, nor another account at the same one', async () => {
    await fail(officer, 5);
    expect(await retryAfter({ ...officer, address: '10.0.0.8' })).toBeUndefined();
    expect(await retryAfter({ ...officer, username: 'li' })).toBeUndefined();
  });
});

describe('an address that tries many accounts', () => {
  const stranger = (n: number): Who => ({ username: `guess-${n}`, address: officer.address });

  it('is heard no more, but for those who have signed in from there before', async () => {
    await lockout.succeeded(officer);
    for (let n = 0; n < LOGIN_LIMITS.addressFailures; n += 1) await fail(stranger(n), 1);
    expect(await retryAfter(stranger(999))).toBeGreaterThan(0);
    expect(await retryAfter(officer)).toBeUndefined();
  });

  it('makes ten thousand guesses cost it all but a hundred', async () => {
    let heard = 0;
    for (let n = 0; n < 10_000; n += 1) {
      if ((await retryAfter(stranger(n))) !== undefined) continue;
      heard += 1;
      await lockout.failed(stranger(n));
    }
    expect(heard).toBe(LOGIN_LIMITS.addressFailures);
  });
});

it('an attack from everywhere slows strangers down and leaves the known alone', async () => {
  await lockout.succeeded(officer);
  for (let n = 0; n < LOGIN_LIMITS.allFailures; n += 1) await fail({ username: 'admin', address: `10.1.${n >> 8}.${n & 255}` }, 1);
  await lockout.pace(officer);
  expect(waited).toEqual([]);
  await lockout.pace({ ...officer, username: 'li' });
  expect(waited).toEqual([LOGIN_LIMITS.slowDownMs]);
});

it('an IPv6 network is one address, and a mapped IPv4 address is that address', () => {
  expect(addressOf({ ...officer, address: '2001:db8:1:2:aaaa::1' })).toBe(addressOf({ ...officer, address: '2001:0DB8:1:2::ffff' }));
  expect(addressOf({ ...officer, address: '2001:db8:1:3::1' })).not.toBe(addressOf({ ...officer, address: '2001:db8:1:2::1' }));
  expect(addressOf({ ...officer, address: '::ffff:10.0.0.7' })).toBe('10.0.0.7');
});
