import { createHash, randomBytes } from 'node:crypto';
import type { ByeReason } from '#shared/protocol.ts';
import type { Clock, Log } from '#server/ports.ts';
import { stored } from './access-error.ts';
import { MAX_TIME_MS, type AccessModels, type SessionRecord, type UserRecord } from './models.ts';
import { ABSOLUTE_MS, cachedOf, holderOf, SAVE_EVERY_MS, type CachedSession } from './session-cache.ts';
import { createEndings } from './session-endings.ts';
import { startUpkeep } from './session-upkeep.ts';

export interface From {
  ip: string;
  userAgent: string;
}

/** A duty shift without a sign of life. */
const IDLE_MS = 12 * 3_600_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export type Sessions = Awaited<ReturnType<typeof openSessions>>;

/** Sessions are kept in the store and read from memory: whoever is in stays in while the store is away. */
interface SessionDeps {
  clock: Clock;
  log: Log;
  sharedStore: boolean;
  /** Told of the account and the address of each session that a restart finds. */
  seen(username: string, address: string): void;
}

export async function openSessions(models: AccessModels, { clock, log, sharedStore, seen }: SessionDeps) {
  const { users, sessions } = models;
  const cache = new Map<string, CachedSession>();
  /** Ended, but the store has not been told yet. */
  const gone = new Set<string>();
  const endings = createEndings(log);

  /** A new token for each sign-in, so none can be planted beforehand. Undefined when the account changed meanwhile. */
  async function open(user: UserRecord, from: From): Promise<{ token: string; session: CachedSession } | undefined> {
    const token = randomBytes(32).toString('base64url');
    const now = clock.now();
    const record: SessionRecord = {
      _id: idOf(token),
      userId: user._id,
      epoch: user.epoch,
      csrf: randomBytes(24).toString('base64url'),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiryOf(now.getTime(), now.getTime()),
      userAgent: from.userAgent.slice(0, 300),
      ip: from.ip.slice(0, 64),
    };
    await stored(sessions.create(record));
    const session = await load(record._id);
    return session && { token, session };
  }

  async function find(token: string): Promise<CachedSession | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const id = idOf(token);
    if (gone.has(id)) return undefined;
    const session = cache.get(id) ?? (await load(id));
    return session && touched(session);
  }

  async function load(id: string): Promise<CachedSession | undefined> {
    for (;;) {
      const before = endings.count();
      const record = await stored(
        sessions
          .findOne({ _id: id, expiresAt: { $gt: clock.now() } })
          .maxTimeMS(MAX_TIME_MS)
          .lean<SessionRecord>(),
      );
      const user = record && (await stored(users.findById(record.userId).maxTimeMS(MAX_TIME_MS).lean<UserRecord>()));
      if (before !== endings.count()) continue;
      if (!record || !user || user.disabled || user.epoch !== record.epoch || gone.has(id)) return undefined;
      return remember(record, user);
    }
  }

  function remember(record: SessionRecord, user: UserRecord): CachedSession {
    // Two requests may load the same session: the first one's copy is the one that others hold.
    const session = cache.get(record._id) ?? cachedOf(record, user);
    cache.set(session.id, session);
    return session;
  }

  function touched(session: CachedSession): CachedSession | undefined {
    const now = clock.now().getTime();
    if (session.expiresAt <= now) {
      drop([session.id], 'session-ended', true);
      return undefined;
    }
    session.lastSeenAt = now;
    session.expiresAt = expiryOf(session.createdAt, now).getTime();
    if (now - session.savedAt >= SAVE_EVERY_MS) void save(session);
    return session;
  }

  async function save(session: CachedSession): Promise<void> {
    const { id, lastSeenAt, expiresAt, savedAt } = session;
    session.savedAt = lastSeenAt;
    try {
      await sessions.updateOne({ _id: id }, { $set: { lastSeenAt: new Date(lastSeenAt), expiresAt: new Date(expiresAt) } });
    } catch (error) {
      session.savedAt = savedAt;
      log.warn({ err: error }, 'a session could not be saved; it is again with the next sign of life');
    }
  }

  /** Out of memory and off the wire at once; the store follows. */
  function drop(ids: readonly string[], reason: ByeReason, expired = false): void {
    for (const id of ids) cache.delete(id);
    endings.tell({ sessionIds: [...ids], reason, ...(expired ? { expired } : {}) });
  }

  async function end(ids: readonly string[], reason: ByeReason): Promise<void> {
    for (const id of ids) gone.add(id);
    drop(ids, reason);
    await forget(ids);
  }

  async function forget(ids: readonly string[]): Promise<void> {
    try {
      await sessions.deleteMany({ _id: { $in: [...ids] } });
      for (const id of ids) gone.delete(id);
    } catch (error) {
      log.warn({ err: error }, 'ended sessions could not be deleted yet');
    }
  }

  /** Ends what an account holds here. Its epoch has moved on, so what the store still has is void already. */
  async function endOf(userId: string, reason: ByeReason, except?: string): Promise<void> {
    const held = [...cache.values()].filter(({ id, holder }) => holder.id === userId && id !== except).map(({ id }) => id);
    drop(held, reason);
    try {
      await sessions.deleteMany({ userId, ...(except === undefined ? {} : { _id: { $ne: except } }) });
    } catch (error) {
      log.warn({ err: error }, 'void sessions could not be deleted yet');
    }
  }

  /** What changed of an account without ending its sessions. */
  function renew(user: UserRecord): void {
    for (const session of cache.values()) {
      if (session.holder.id !== user._id) continue;
      session.holder = holderOf(user);
      delete session.seat;
    }
  }

  async function listOf(user: Pick<UserRecord, '_id' | 'epoch'>): Promise<SessionRecord[]> {
    const live = { userId: user._id, epoch: user.epoch, expiresAt: { $gt: clock.now() } };
    return stored(sessions.find(live).sort({ createdAt: -1 }).limit(500).maxTimeMS(MAX_TIME_MS).lean<SessionRecord[]>());
  }

  const upkeep = await startUpkeep({ models, clock, log, sharedStore, seen, cache, gone, remember, drop, save, forget });

  return {
    open,
    find,
    end,
    endOf,
    renew,
    listOf,
    reap: upkeep.reap,
    recheck: upkeep.recheck,
    get: (id: string): CachedSession | undefined => cache.get(id),
    touch: (id: string): boolean => {
      const session = cache.get(id);
      return session !== undefined && touched(session) !== undefined;
    },
    onEnded: endings.listen,
    close: upkeep.stop,
  };
}

export const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const expiryOf = (createdAt: number, now: number): Date => new Date(Math.min(now + IDLE_MS, createdAt + ABSOLUTE_MS));
