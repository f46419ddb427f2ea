import { Credentials } from '#shared/access/accounts.ts';
import type { Clock } from '#server/ports.ts';
import { AccessError, parseBody, stored } from './access-error.ts';
import type { Lockout, Who } from './lockout.ts';
import { MAX_TIME_MS, type AccessModels, type UserRecord } from './models.ts';
import type { Passwords } from './passwords.ts';
import type { Sealing } from './sealing.ts';
import type { CachedSession } from './session-cache.ts';
import type { From, Sessions } from './sessions.ts';
import { stepOf } from './totp.ts';
import type { Turns } from './turns.ts';

/** What every check of a password goes through. */
export interface Checks {
  models: AccessModels;
  passwords: Passwords;
  lockout: Lockout;
  turns: Turns;
  sealing: Sealing;
  clock: Clock;
}

const WRONG = 'The username, the password or the code is wrong.';
const wrong = (): AccessError => new AccessError(401, 'bad-credentials', WRONG);

export function createSignIn(checks: Checks, sessions: Sessions) {
  return async function signIn(body: unknown, from: From): Promise<{ token: string; session: CachedSession }> {
    const { username, password, otp } = parseBody(Credentials, body);
    const who = { username: username.trim().normalize('NFKC').toLowerCase(), address: from.ip };
    const user = await guarded(checks, who, async () => {
      const found = await stored(checks.models.users.findOne({ username: who.username }).maxTimeMS(MAX_TIME_MS).lean<UserRecord>());
      const right = await checks.passwords.matches(found?.passwordHash, password);
      if (!found || !right || found.disabled) throw wrong();
      if (found.totpSecret !== undefined) await useCode(checks, found, otp);
      return found;
    });
    const opened = await sessions.open(user, from);
    // The account was changed between the check and the session: what was right then is not now.
    if (!opened) throw wrong();
    return opened;
  };
}

/** One try, counted before it is made: whatever arrives at the same time can't have more tries than the limit. */
export async function guarded<T>({ lockout, turns }: Pick<Checks, 'lockout' | 'turns'>, who: Who, attempt: () => Promise<T>): Promise<T> {
  await lockout.pace(who);
  return turns.run(lockout.known(who), async () => {
    await lockout.admit(who);
    try {
      const result = await attempt();
      await lockout.succeeded(who);
      return result;
    } catch (error) {
      if (error instanceof AccessError && error.code === 'bad-credentials') await lockout.failed(who);
      else await lockout.pardon(who);
      throw error;
    }
  });
}

/** A code counts once: the step it belongs to must be later than that of the last one, decided by one atomic write. */
export async function useCode({ models, sealing, clock }: Checks, user: UserRecord, otp: string | undefined): Promise<void> {
  if (otp === undefined) throw new AccessError(401, 'otp-required', 'Enter the code that your authenticator shows.');
  const step = stepOf(sealing.open(user.totpSecret ?? '', user._id), otp, clock.now());
  if (step === undefined) throw wrong();
  const used = await stored(models.users.updateOne({ _id: user._id, totpLastCounter: { $lt: step } }, { $set: { totpLastCounter: step } }));
  if (used.modifiedCount !== 1) throw wrong();
}
