import { ChangePassword, ConfirmSelf, ConfirmTotp, RemoveTotp, type TotpAnswer } from '#shared/access/accounts.ts';
import { AccessError, invalidField, parseBody, stored } from './access-error.ts';
import { MAX_TIME_MS, type UserRecord } from './models.ts';
import { weaknessOf } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import { guarded, useCode, type Checks } from './sign-in.ts';
import { newTotp, stepOf } from './totp.ts';

/** Whoever is signed in. */
export interface Self {
  sessionId: string;
  userId: string;
}

/** What people change about their own password and second factor. A stolen session has no more guesses than a sign-in. */
export function createCredentials(checks: Checks, sessions: Sessions) {
  const { models, passwords, sealing, clock } = checks;

  async function own({ userId }: Self): Promise<UserRecord> {
    const user = await stored(models.users.findById(userId).maxTimeMS(MAX_TIME_MS).lean<UserRecord>());
    if (!user) throw new AccessError(401, 'not-signed-in', 'Sign in first.');
    return user;
  }

  async function confirmedOwn(self: Self, password: string): Promise<UserRecord> {
    const user = await own(self);
    return guarded(checks, { username: user.username, address: `session ${self.sessionId}` }, async () => {
      if (!(await passwords.matches(user.passwordHash, password))) throw new AccessError(401, 'bad-credentials', 'The current password is wrong.');
      return user;
    });
  }

  async function change(user: UserRecord, update: object): Promise<UserRecord> {
    // The epoch in the condition: an administrator's reset in between is not undone by what was checked before it.
    const changed = await stored(models.users.findOneAndUpdate({ _id: user._id, epoch: user.epoch }, update, { returnDocument: 'after' }).lean<UserRecord>());
    if (!changed) throw new AccessError(409, 'stale', 'The account was changed meanwhile. Sign in again.');
    return changed;
  }

  return {
    /** Ends every other session of the account. */
    async changePassword(self: Self, body: unknown): Promise<void> {
      const { current, next } = parseBody(ChangePassword, body);
      const user = await confirmedOwn(self, current);
      const weakness = next === current ? 'The new password is the old one.' : weaknessOf(next, user.username);
      if (weakness !== undefined) throw invalidField('next', weakness);
      const passwordHash = await checks.turns.run(true, () => passwords.hash(next));
      const set = { passwordHash, mustChangePassword: false, passwordChangedAt: clock.now() };
      const changed = await change(user, { $set: set, $inc: { epoch: 1 } });
      await stored(models.sessions.updateOne({ _id: self.sessionId }, { $set: { epoch: changed.epoch } }));
      sessions.renew(changed);
      await sessions.endOf(user._id, 'session-ended', self.sessionId);
    },

    /** Says once more who sits there, before what two persons have to say: with the second factor if there is one. */
    async confirmSelf(self: Self, body: unknown): Promise<{ confirmedAt: string }> {
      const { password, otp } = parseBody(ConfirmSelf, body);
      const user = await confirmedOwn(self, password);
      if (user.totpSecret !== undefined)
        await guarded(checks, { username: user.username, address: `session ${self.sessionId}` }, () => useCode(checks, user, otp));
      const session = sessions.get(self.sessionId);
      if (!session) throw new AccessError(401, 'not-signed-in', 'Sign in first.');
      session.confirmed.at = clock.now().toISOString();
      return { confirmedAt: session.confirmed.at };
    },

    async beginTotp(self: Self): Promise<TotpAnswer> {
      const user = await own(self);
      if (user.totpSecret !== undefined) throw new AccessError(409, 'totp-active', 'A second factor is set up already. Remove it first.');
      const fresh = newTotp(user.username);
      await change(user, { $set: { totpPending: sealing.seal(fresh.secret, user._id) } });
      return fresh;
    },

    async confirmTotp(self: Self, body: unknown): Promise<void> {
      const { otp } = parseBody(ConfirmTotp, body);
      const user = await own(self);
      if (user.totpPending === undefined || user.totpSecret !== undefined)
        throw new AccessError(409, 'totp-not-begun', 'Begin to set up the second factor first.');
      const step = stepOf(sealing.open(user.totpPending, user._id), otp, clock.now());
      if (step === undefined) throw invalidField('otp', 'This is not the code that the authenticator shows now.');
      const changed = await change(user, { $set: { totpSecret: user.totpPending, totpLastCounter: step }, $unset: { totpPending: 1 } });
      sessions.renew(changed);
    },

    async removeTotp(self: Self, body: unknown): Promise<void> {
      const { password } = parseBody(RemoveTotp, body);
      const user = await confirmedOwn(self, password);
      const changed = await change(user, { $unset: { totpSecret: 1, totpPending: 1 } });
      sessions.renew(changed);
    },
  };
}
