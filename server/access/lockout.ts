import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AccessError } from './access-error.ts';

export interface LoginLimits {
  /** So many failures of one account from one address within the window lock that pair. */
  failures: number;
  windowS: number;
  lockS: number;
  /** The lock doubles each time up to this. */
  longestLockS: number;
  /** So many failures from one address within the window: only pairs that are known there are still heard. */
  addressFailures: number;
  /** So many failures in a minute on the whole server: strangers wait before each try. */
  allFailures: number;
  slowDownMs: number;
  /** So many may wait like that. */
  slowed: number;
}

export const LOGIN_LIMITS: LoginLimits = {
  failures: 5,
  windowS: 900,
  lockS: 300,
  longestLockS: 3600,
  addressFailures: 100,
  allFailures: 300,
  slowDownMs: 1000,
  slowed: 200,
};

/** One account as tried from one address. */
export interface Who {
  username: string;
  address: string;
}

/**
 * Counts failures in this process's memory. Nothing here can lock out an agency: a pair that has signed in before
 * is only ever locked by its own failures, not by what others behind the same address do.
 */
export interface Lockout {
  known(who: Who): boolean;
  /** Waits while the server is under attack. */
  pace(who: Who): Promise<void>;
  /** Takes one of the tries, or refuses with the time to wait. */
  admit(who: Who): Promise<void>;
  failed(who: Who): Promise<void>;
  /** Gives the try back: nothing was guessed wrong. */
  pardon(who: Who): Promise<void>;
  succeeded(who: Who): Promise<void>;
  /** Marks a pair that has been in before. */
  know(who: Who): void;
}

const DAY_S = 86_400;
const KNOWN_LIMIT = 10_000;
const ALL = 'all';

export function createLockout(limits: LoginLimits, wait: (ms: number) => Promise<void>): Lockout {
  const tries = new RateLimiterMemory({ points: limits.failures, duration: limits.windowS });
  const failures = new RateLimiterMemory({ points: limits.failures, duration: limits.windowS });
  const locks = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: DAY_S });
  const addresses = new RateLimiterMemory({ points: limits.addressFailures, duration: limits.windowS });
  const everywhere = new RateLimiterMemory({ points: limits.allFailures, duration: 60 });
  const knownPairs = new Set<string>();
  let slowed = 0;

  const known = (who: Who): boolean => knownPairs.has(pairOf(who));

  function know(who: Who): void {
    const pair = pairOf(who);
    knownPairs.delete(pair);
    knownPairs.add(pair);
    for (const oldest of knownPairs) {
      if (knownPairs.size <= KNOWN_LIMIT) break;
      knownPairs.delete(oldest);
    }
  }

  async function refuseFloodedAddress(who: Who): Promise<void> {
    if (known(who)) return;
    const count = await addresses.get(addressOf(who));
    if (count !== null && count.consumedPoints >= limits.addressFailures) throw locked(count.msBeforeNext);
  }

  return {
    known,
    know,
    async pace(who) {
      if (known(who)) return;
      const count = await everywhere.get(ALL);
      if (count === null || count.consumedPoints < limits.allFailures) return;
      if (slowed >= limits.slowed) throw locked(limits.slowDownMs);
      slowed += 1;
      await wait(limits.slowDownMs).finally(() => (slowed -= 1));
    },
    async admit(who) {
      await refuseFloodedAddress(who);
      try {
        await tries.consume(pairOf(who));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw locked(error.msBeforeNext);
        throw error;
      }
    },
    async failed(who) {
      const pair = pairOf(who);
      await addresses.penalty(addressOf(who));
      await everywhere.penalty(ALL);
      const { consumedPoints: failed } = await failures.penalty(pair);
      // Exactly one of several that fail together locks.
      if (failed !== limits.failures) return;
      await failures.delete(pair);
      const { consumedPoints: times } = await locks.penalty(pair);
      await tries.block(pair, Math.min(limits.lockS * 2 ** (times - 1), limits.longestLockS));
    },
    async pardon(who) {
      await tries.reward(pairOf(who));
    },
    async succeeded(who) {
      const pair = pairOf(who);
      await tries.delete(pair);
      await failures.delete(pair);
      await locks.delete(pair);
      know(who);
    },
  };
}

function locked(ms: number): AccessError {
  const retryAfterS = Math.max(1, Math.ceil(ms / 1000));
  return new AccessError(429, 'locked', `Too many failed sign-ins. Try again in ${retryAfterS} seconds.`, { retryAfterS });
}

const pairOf = (who: Who): string => `${addressOf(who)} ${who.username}`;

/** An IPv6 subscriber has 2^64 addresses: its network counts as one. */
export function addressOf({ address }: Who): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !address.includes(':')) return v4 ?? address;
  const [left = '', right = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const head = left.split(':').filter(Boolean);
  const tail = right.split(':').filter(Boolean);
  const groups = address.includes('::') ? [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail] : head;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
