import { createHash } from 'node:crypto';
import webpush from 'web-push';
import type { Commit } from '#shared/commit.ts';
import { refuse } from '#shared/refusal.ts';
import type { World } from '#shared/world.ts';
import type { Access, SignedIn } from '#server/access/access.ts';
import type { Config } from '#server/config.ts';
import type { Clock, Log } from '#server/ports.ts';
import { vapidKeys } from './keys.ts';
import type { DeliveryRecord, NotifyModels, SubscriptionRecord } from './models.ts';
import { messageOf, noticesOf, type Language, type Notice } from './notices.ts';
import { openOutbox, type NotifyCounts, type Outcome, type Parcel } from './outbox.ts';
import { post } from './post.ts';
import { ANYWHERE, PUBLIC_ONLY, type Reach } from './reach.ts';
import { refusedBy, webhookPost, type Webhook } from './webhook.ts';

export interface Subscribed {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  language: Language;
}

/** Tells teams outside of an open screen: by their browsers' push services, and by the operator's webhook. */
export interface Notify {
  key: string;
  subscribe(who: SignedIn, subscribed: Subscribed): Promise<void>;
  unsubscribe(who: SignedIn, endpoint: string): Promise<void>;
  committed(commit: Commit): void;
  /** The latest first. */
  log(limit: number): Promise<DeliveryRecord[]>;
  counts(): NotifyCounts;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface NotifyDeps {
  models: NotifyModels;
  config: Config;
  access: Pick<Access, 'holdersOf' | 'onEnded'>;
  world: Pick<World, 'get'>;
  clock: Clock;
  log: Log;
  /** Where push services may be; a test has its own on this machine. */
  reach?: Reach;
}

const MAX_TIME_MS = 5000;
const MOST_OF_ONE = 10;
const KEEP_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const GONE = [404, 410];
/** Of these a second attempt may fare better. */
const isPassing = (status: number): boolean => status === 429 || status === 408 || status >= 500;

export async function openNotify({ models, config, access, world, clock, log, reach = PUBLIC_ONLY }: NotifyDeps): Promise<Notify> {
  const { subscriptions, deliveries } = models;
  const keys = await vapidKeys(config.DATA_DIR);
  const outbox = openOutbox(models, clock, log);
  const hook = webhookOf(config);
  const vapidDetails = { ...keys, subject: subjectOf(config) };
  const working = new Set<Promise<void>>();
  let cancel = (): void => undefined;

  function work(task: Promise<unknown>, what: string): void {
    const done: Promise<void> = task.then(
      () => undefined,
      (error: unknown) => log.warn({ error: String(error) }, what),
    );
    working.add(done);
    void done.finally(() => working.delete(done));
  }

  async function tell(notices: readonly Notice[]): Promise<void> {
    if (hook) await outbox.add(notices.map((notice) => byWebhook(hook, notice)));
    const holders = await access.holdersOf([...new Set(notices.map(({ teamId }) => teamId))]);
    const found = await subscriptions
      .find({ userId: { $in: holders.map(({ id }) => id) } })
      .maxTimeMS(MAX_TIME_MS)
      .lean<SubscriptionRecord[]>();
    for (const notice of notices) {
      const epochs = new Map(holders.filter(({ team }) => team === notice.teamId).map(({ id, epoch }) => [id, epoch]));
      await outbox.add(found.filter(({ userId, epoch }) => epochs.get(userId) === epoch).map((to) => byPush(to, notice)));
    }
  }

  const recordOf = (notice: Notice, channel: DeliveryRecord['channel'], receiver: string): Parcel['record'] => ({
    _id: `${notice.id}.${channel}.${receiver}`,
    notice: notice.id,
    kind: notice.kind,
    channel,
    teamId: notice.teamId,
    tag: `dispatch.${notice.dispatchId}`,
    at: clock.now(),
  });

  function byWebhook(webhook: Webhook, notice: Notice): Parcel {
    const message = messageOf(notice, 'zh-CN', config.TIME_ZONE);
    return {
      record: recordOf(notice, 'webhook', webhook.format),
      async send(): Promise<Outcome> {
        const answer = await post(webhookPost(webhook, notice, message, clock.now()), ANYWHERE);
        const error = refusedBy(webhook.format, answer);
        if (error === undefined) return { state: 'sent', status: answer.status };
        return { ...answered(answer), state: isPassing(answer.status) || answer.status < 300 ? 'again' : 'failed', error };
      },
    };
  }

  function byPush({ _id, endpoint, keys: device, language }: SubscriptionRecord, notice: Notice): Parcel {
    const message = messageOf(notice, language, config.TIME_ZONE);
    const late = Math.floor((Date.parse(notice.acceptBy) - clock.now().getTime()) / 1000);
    return {
      record: recordOf(notice, 'push', _id.slice(0, 16)),
      async send(): Promise<Outcome> {
        const details = { vapidDetails, TTL: Math.max(60, Math.min(late, 3600)), urgency: 'high', contentEncoding: 'aes128gcm' } as const;
        const { headers, body } = webpush.generateRequestDetails({ endpoint, keys: device }, JSON.stringify(message), details);
        const answer = await post({ url: endpoint, headers: headers as Record<string, string>, body: body ?? '' }, reach);
        if (answer.status >= 200 && answer.status < 300) return { state: 'sent', status: answer.status };
        if (!GONE.includes(answer.status))
          return { ...answered(answer), state: isPassing(answer.status) ? 'again' : 'failed', error: `answered ${answer.status}` };
        await subscriptions.deleteOne({ _id });
        return { state: 'gone', status: answer.status };
      },
    };
  }

  /** What is over goes: old deliveries, and what an account that has changed since had subscribed. */
  async function sweep(): Promise<void> {
    cancel = clock.after(DAY_MS, () => work(sweep(), 'old deliveries could not be deleted'));
    await deliveries.deleteMany({ at: { $lt: new Date(clock.now().getTime() - KEEP_DAYS * DAY_MS) } });
  }

  const unlisten = access.onEnded(({ sessionIds, expired }) => {
    // Whoever has only not come back for a while is still to be called out; the message says nothing that a sign-in would protect.
    if (expired !== true) work(subscriptions.deleteMany({ sessionId: { $in: sessionIds } }), 'subscriptions of ended sessions could not be deleted');
  });
  work(sweep(), 'old deliveries could not be deleted');

  return {
    key: keys.publicKey,
    async subscribe({ sessionId, userId, seat }, { endpoint, keys: device, language }) {
      const wrong = reach.wrong(endpoint);
      if (wrong !== undefined) refuse('invalid', `The endpoint ${wrong}.`, [{ path: 'endpoint', message: wrong }]);
      if (seat.actor.role !== 'team') refuse('not-permitted', 'Messages go to the seats of teams.');
      const holder = (await access.holdersOf([seat.actor.team ?? seat.actor.org])).find(({ id }) => id === userId);
      if (!holder) return refuse('not-permitted', 'This account does not act for a team now.');
      const record = { userId, sessionId, epoch: holder.epoch, endpoint, keys: device, language, at: clock.now() };
      // Whoever signs in at the same browser takes its endpoint over.
      await subscriptions.updateOne({ _id: idOf(endpoint) }, { $set: record }, { upsert: true });
      const all = await subscriptions.find({ userId }, { _id: 1 }).sort({ at: -1 }).skip(MOST_OF_ONE).lean<{ _id: string }[]>();
      if (all.length > 0) await subscriptions.deleteMany({ _id: { $in: all.map(({ _id }) => _id) } });
    },
    async unsubscribe({ userId }, endpoint) {
      await subscriptions.deleteOne({ _id: idOf(endpoint), userId });
    },
    committed(commit) {
      const notices = noticesOf(world, commit);
      if (notices.length > 0) work(tell(notices), 'messages could not be sent');
    },
    log: (limit) => deliveries.find().sort({ at: -1 }).limit(limit).maxTimeMS(MAX_TIME_MS).lean<DeliveryRecord[]>(),
    counts: outbox.counts,
    async idle() {
      while (working.size > 0) await Promise.all(working);
      await outbox.idle();
    },
    async stop() {
      unlisten();
      cancel();
      await Promise.all(working);
      await outbox.stop();
    },
  };
}

const answered = ({ status, retryAfterS }: { status: number; retryAfterS?: number }) => ({ status, ...(retryAfterS === undefined ? {} : { retryAfterS }) });

const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');

/** Push services want to know whom to write to. */
const subjectOf = ({ PUBLIC_URL }: Config): string => (PUBLIC_URL?.startsWith('https:') ? PUBLIC_URL : 'mailto:fenghuo@example.com');

function webhookOf({ NOTIFY_WEBHOOK_URL: url, NOTIFY_WEBHOOK_SECRET: secret, NOTIFY_WEBHOOK_FORMAT: format, PUBLIC_URL: base }: Config): Webhook | undefined {
  return url === undefined ? undefined : { url, secret, format, base };
}
