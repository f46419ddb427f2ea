import type mongoose from 'mongoose';
import type { AccountView, Colleague, SessionAnswer, SessionView, TotpAnswer, UserView } from '#shared/access/accounts.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import type { ByeReason } from '#shared/protocol.ts';
import { seatOf, SYSTEM, type Seat } from '#shared/seat.ts';
import type { Clock, Ids, Log } from '#server/ports.ts';
import { ensureIndexes } from '#server/store/indexes.ts';
import { AccessError, stored } from './access-error.ts';
import { createAccounts, type Applicant } from './accounts.ts';
import { colleaguesOf } from './colleagues.ts';
import { createCredentials, type Self } from './credentials.ts';
import type { SubmitOrder } from './grants.ts';
import { holdersOf, type Holder } from './holders.ts';
import { createLockout, LOGIN_LIMITS, type LoginLimits } from './lockout.ts';
import { accessModels, MAX_TIME_MS, type UserRecord } from './models.ts';
import { createPasswords, generatePassword } from './passwords.ts';
import { openSealing } from './sealing.ts';
import { seatIn, type CachedSession } from './session-cache.ts';
import type { Ended } from './session-endings.ts';
import { openSessions, type From } from './sessions.ts';
import { createSignIn, type Checks } from './sign-in.ts';
import { createTurns } from './turns.ts';

export interface AccessDeps {
  connection: mongoose.Connection;
  orders: SubmitOrder;
  organisation(id: string): Organisation | undefined;
  /** Code of the city served. */
  region: string;
  clock: Clock;
  ids: Ids;
  log: Log;
  dataDir: string;
  adminPassword?: string | undefined;
  loginLimits?: Partial<LoginLimits>;
  /** Other servers work on the same store: what they end is ended here too. */
  sharedStore?: boolean;
}

export interface SignedIn {
  sessionId: string;
  userId: string;
  csrf: string;
  seat: Seat;
  mustChangePassword: boolean;
  expiresAt: Date;
}

/** Who may come in, and with which seat. Every expected "no" is an AccessError. */
export interface Access {
  /** Code of the city served. */
  readonly region: string;
  signIn(body: unknown, from: From): Promise<{ token: string; signedIn: SignedIn; user: UserView }>;
  /** From memory first, so it works while the store is away; a session that must be asked for then is a 503, not a null. */
  authenticate(token: string): Promise<SignedIn | null>;
  /** A sign of life by another way than a call, such as an order on a socket. False when the session is over. */
  touch(sessionId: string): boolean;
  /** The seat that an account holds now; none where it is disabled or gone. */
  seatHeldBy(userId: string): Promise<Seat | null>;
  signOut(sessionId: string): Promise<void>;
  /** What `GET /session` says of one that was authenticated. */
  sessionOf(sessionId: string): SessionAnswer | null;
  changePassword(self: Self, body: unknown): Promise<void>;
  confirmSelf(self: Self, body: unknown): Promise<{ confirmedAt: string }>;
  beginTotp(self: Self): Promise<TotpAnswer>;
  confirmTotp(self: Self, body: unknown): Promise<void>;
  removeTotp(self: Self, body: unknown): Promise<void>;
  listSessions(userId: string, current?: string): Promise<SessionView[]>;
  /** One of the user's own. */
  endSession(userId: string, sessionId: string): Promise<void>;
  endSessionsOf(userId: string, reason: ByeReason): Promise<void>;
  addUser(body: unknown, by: Seat): Promise<{ id: string }>;
  /** An account that a team makes for itself, to apply with. Answers with its seat. */
  addApplicant(applicant: Applicant): Promise<Seat>;
  patchUser(id: string, body: unknown, by: Seat): Promise<AccountView>;
  listUsers(by: Seat): Promise<AccountView[]>;
  /** Whom a duty officer or a leader may name. */
  colleagues(by: Seat): Promise<Colleague[]>;
  /** Whose accounts act for these teams now. */
  holdersOf(teamIds: readonly string[]): Promise<Holder[]>;
  /** Throws unless this administrator manages this user. */
  managed(id: string, by: Seat): Promise<void>;
  /** Makes `admin` when there is no administrator, which is on the first run; answers with the password when it was generated, so that it can be shown once. */
  ensureAdministrator(): Promise<{ username: 'admin'; password: string } | null>;
  onEnded(listener: (ended: Ended) => void): () => void;
  /** How many passwords were compared. */
  compared(): number;
  /** Removes what has expired; runs by itself once a minute. */
  reap(): Promise<void>;
  /** Ends here what another server has ended; runs by itself on a shared store. */
  recheck(): Promise<void>;
  close(): void;
}

const COMPARED_AT_ONCE = 2;
const WAITING_LIMIT = 200;

export async function createAccess(deps: AccessDeps): Promise<Access> {
  const { connection, clock, log, ids, orders, region, organisation } = deps;
  const models = accessModels(connection);
  await ensureIndexes(connection, [models.users, models.sessions]);
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  const checks: Checks = {
    models,
    clock,
    passwords: await createPasswords(),
    lockout: createLockout({ ...LOGIN_LIMITS, ...deps.loginLimits }, wait),
    turns: createTurns(COMPARED_AT_ONCE, WAITING_LIMIT),
    sealing: await openSealing(deps.dataDir),
  };
  const seen = (username: string, address: string): void => checks.lockout.know({ username, address });
  const sessions = await openSessions(models, { clock, log, seen, sharedStore: deps.sharedStore ?? false });
  const accounts = createAccounts({ checks, sessions, orders, ids, territory: { region, organisation } });
  const checkIn = createSignIn(checks, sessions);

  const signedInOf = (session: CachedSession): SignedIn => ({
    sessionId: session.id,
    userId: session.holder.id,
    csrf: session.csrf,
    seat: seatIn(session, organisation),
    mustChangePassword: session.holder.mustChangePassword,
    expiresAt: new Date(session.expiresAt),
  });

  async function userOf(id: string): Promise<UserRecord> {
    const user = await stored(models.users.findById(id).maxTimeMS(MAX_TIME_MS).lean<UserRecord>());
    if (!user) throw new AccessError(404, 'unknown-user', 'There is no such user.');
    return user;
  }

  return {
    region,
    async signIn(body, from) {
      const { token, session } = await checkIn(body, from);
      return { token, signedIn: signedInOf(session), user: userViewOf(session) };
    },
    async authenticate(token) {
      const session = await sessions.find(token);
      return session ? signedInOf(session) : null;
    },
    touch: sessions.touch,
    async seatHeldBy(userId) {
      const user = await stored(models.users.findById(userId).maxTimeMS(MAX_TIME_MS).lean<UserRecord>());
      if (!user || user.disabled) return null;
      const { _id: id, name, role, org, team } = user;
      return seatOf({ id, name, role, org, ...(team === undefined ? {} : { team }) }, organisation(org));
    },
    signOut: (sessionId) => sessions.end([sessionId], 'signed-out'),
    sessionOf(sessionId) {
      const session = sessions.get(sessionId);
      return session ? sessionAnswerOf(session) : null;
    },
    ...createCredentials(checks, sessions),
    async listSessions(userId, current) {
      const live = await sessions.listOf(await userOf(userId));
      return live.map(({ _id: id, createdAt, lastSeenAt, userAgent, ip }) => ({
        id,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        userAgent,
        ip,
        current: id === current,
      }));
    },
    async endSession(userId, sessionId) {
      const live = await sessions.listOf(await userOf(userId));
      if (!live.some(({ _id }) => _id === sessionId)) throw new AccessError(404, 'unknown-session', 'There is no such session.');
      await sessions.end([sessionId], 'session-ended');
    },
    async endSessionsOf(userId, reason) {
      await userOf(userId);
      await stored(models.users.updateOne({ _id: userId }, { $inc: { epoch: 1 } }));
      await sessions.endOf(userId, reason);
    },
    addUser: accounts.add,
    addApplicant: accounts.addApplicant,
    patchUser: accounts.patch,
    listUsers: accounts.list,
    colleagues: (by) => colleaguesOf(models, organisation, by),
    holdersOf: (teamIds) => holdersOf(models, teamIds),
    managed: async (id, by) => void (await accounts.managed(id, by)),
    async ensureAdministrator() {
      const one = models.users.exists({ $or: [{ role: 'administrator' }, { username: 'admin' }] });
      if (await stored(one.maxTimeMS(MAX_TIME_MS))) return null;
      const { adminPassword } = deps;
      const password = adminPassword ?? generatePassword();
      const account = { username: 'admin', password, name: '系统管理员', role: 'administrator', org: region, mustChangePassword: adminPassword === undefined };
      await accounts.add(account, seatOf(SYSTEM, undefined));
      return adminPassword === undefined ? { username: 'admin', password } : null;
    },
    onEnded: sessions.onEnded,
    compared: checks.passwords.compared,
    reap: sessions.reap,
    recheck: sessions.recheck,
    close: sessions.close,
  };
}

function userViewOf({ holder: { mustChangePassword: _must, totp: _totp, ...user } }: CachedSession): UserView {
  return user;
}

function sessionAnswerOf(session: CachedSession): SessionAnswer {
  const { mustChangePassword, totp } = session.holder;
  return { user: userViewOf(session), csrf: session.csrf, expiresAt: new Date(session.expiresAt).toISOString(), mustChangePassword, totp };
}
