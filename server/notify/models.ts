import { Schema, type Connection, type Model } from 'mongoose';
import type { Language } from './notices.ts';

/** A browser that asked to be told: data of a device, kept outside the journal. */
export interface SubscriptionRecord {
  /** SHA-256 of the endpoint. */
  _id: string;
  userId: string;
  sessionId: string;
  /** Of the account when the browser subscribed: a changed password, seat or a disabled account voids it. */
  epoch: number;
  endpoint: string;
  keys: { p256dh: string; auth: string };
  language: Language;
  at: Date;
}

export const CHANNELS = ['push', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'gone', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface Attempt {
  at: Date;
  /** The other side's answer; absent when there was none. */
  status?: number;
  error?: string;
}

/** One message on its way to one receiver, and what became of each attempt. Without its words, and without the receiver's address. */
export interface DeliveryRecord {
  /** Notice, channel and receiver: a second server that learns of the same commit finds that it is taken. */
  _id: string;
  notice: string;
  kind: string;
  channel: Channel;
  teamId: string;
  tag: string;
  at: Date;
  state: DeliveryState;
  attempts: Attempt[];
}

const options = { versionKey: false, autoCreate: false, autoIndex: false } as const;
const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const subscriptionSchema = new Schema<SubscriptionRecord>(
  {
    _id: text,
    userId: text,
    sessionId: text,
    epoch: { type: Number, required: true },
    endpoint: text,
    keys: { p256dh: text, auth: text },
    language: text,
    at: instant,
  },
  { ...options, collection: 'pushsubscriptions' },
);
subscriptionSchema.index({ userId: 1 });
subscriptionSchema.index({ sessionId: 1 });

const deliverySchema = new Schema<DeliveryRecord>(
  {
    _id: text,
    notice: text,
    kind: text,
    channel: text,
    teamId: text,
    tag: text,
    at: instant,
    state: text,
    attempts: [{ at: instant, status: Number, error: String, _id: false }],
  },
  { ...options, collection: 'deliveries' },
);
deliverySchema.index({ at: 1 });

export interface NotifyModels {
  subscriptions: Model<SubscriptionRecord>;
  deliveries: Model<DeliveryRecord>;
}

export function notifyModels(connection: Connection): NotifyModels {
  return {
    subscriptions: connection.model<SubscriptionRecord>('PushSubscription', subscriptionSchema),
    deliveries: connection.model<DeliveryRecord>('Delivery', deliverySchema),
  };
}
