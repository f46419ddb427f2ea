import type { ByeReason } from '#shared/protocol.ts';
import type { Clock, Log } from '#server/ports.ts';
import { stored } from './access-error.ts';
import { MAX_TIME_MS, type AccessModels, type SessionRecord, type UserRecord } from './models.ts';
import { SAVE_EVERY_MS, type CachedSession } from './session-cache.ts';

const REAP_EVERY_MS = 60_000;
/** With other servers on the same store, an end that one of them decides must cut sockets here within a second. */
const RECHECK_EVERY_MS = 400;
const PRELOADED = 20_000;
const LOAD_TIME_MS = 10_000;

interface Kept {
  models: AccessModels;
  clock: Clock;
  log: Log;
  sharedStore: boolean;
  /** Told of each live session's account and address. */
  seen(username: string, address: string): void;
  cache: Map<string, CachedSession>;
  gone: Set<string>;
  remember(record: SessionRecord, user: UserRecord): void;
  drop(ids: readonly string[], reason: ByeReason, expired?: boolean): void;
  save(session: CachedSession): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
}

/** Loads the live sessions, so that a restart asks nothing of the store for those who come back; then removes what is over. */
export async function startUpkeep(kept: Kept) {
  const { clock, log, cache, gone, drop, save, forget } = kept;
  const { users, sessions } = kept.models;
  const stops: (() => void)[] = [];
  await preload();
  every(REAP_EVERY_MS, reap);
  if (kept.sharedStore) every(RECHECK_EVERY_MS, recheck);

  function every(ms: number, work: () => Promise<void>): void {
    let stopped = false;
    let cancel = clock.after(ms, run);
    function run(): void {
      work()
        .catch((error: unknown) => log.warn({ err: error }, 'upkeep of sessions'))
        .finally(() => {
          if (!stopped) cancel = clock.after(ms, run);
        });
    }
    stops.push(() => {
      stopped = true;
      cancel();
    });
  }

  async function preload(): Promise<void> {
    const live = sessions
      .find({ expiresAt: { $gt: clock.now() } })
      .sort({ expiresAt: -1 })
      .limit(PRELOADED);
    const records = await stored(live.maxTimeMS(LOAD_TIME_MS).lean<SessionRecord[]>());
    const owners = await ownersOf(records.map(({ userId }) => userId));
    for (const record of records) {
      const user = owners.get(record.userId);
      if (!user || user.disabled || user.epoch !== record.epoch) continue;
      kept.remember(record, user);
      kept.seen(user.username, record.ip);
    }
  }

  async function ownersOf(ids: readonly string[]): Promise<Map<string, UserRecord>> {
    const found = await stored(
      users
        .find({ _id: { $in: [...new Set(ids)] } })
        .maxTimeMS(LOAD_TIME_MS)
        .lean<UserRecord[]>(),
    );
    return new Map(found.map((user) => [user._id, user]));
  }

  async function reap(): Promise<void> {
    const now = clock.now().getTime();
    const over = [...cache.values()].filter(({ expiresAt }) => expiresAt <= now).map(({ id }) => id);
    if (over.length > 0) drop(over, 'session-ended', true);
    // One whose last sign of life the store has missed would look expired there.
    for (const session of cache.values()) if (session.savedAt < session.lastSeenAt && now - session.savedAt >= SAVE_EVERY_MS) await save(session);
    if (gone.size > 0) await forget([...gone]);
    await sessions.deleteMany({ expiresAt: { $lte: new Date(now - 2 * SAVE_EVERY_MS) }, _id: { $nin: [...cache.keys()] } });
  }

  /** Ends here what another server has ended in the store. */
  async function recheck(): Promise<void> {
    const held = [...cache.values()];
    if (held.length === 0) return;
    const records = await stored(
      sessions
        .find({ _id: { $in: held.map(({ id }) => id) } }, { epoch: 1 })
        .maxTimeMS(MAX_TIME_MS)
        .lean<SessionRecord[]>(),
    );
    const owners = await ownersOf(held.map(({ holder }) => holder.id));
    const epochs = new Map(records.map(({ _id, epoch }) => [_id, epoch]));
    const over = held.filter(({ id, holder }) => {
      const owner = owners.get(holder.id);
      return owner === undefined || owner.disabled || owner.epoch !== epochs.get(id);
    });
    if (over.length > 0)
      drop(
        over.map(({ id }) => id),
        'session-ended',
      );
  }

  return {
    reap,
    recheck,
    stop(): void {
      for (const stop of stops) stop();
    },
  };
}
