import { createHash, randomBytes } from 'node:crypto';
import { Schema, type Connection, type Model } from 'mongoose';
import type { Clock } from '#server/ports.ts';

const MAX_TIME_MS = 3000;
const TOKEN_BYTES = 32;

interface CalendarRecord {
  /** The account: each has one address, and making another one ends the first. */
  _id: string;
  /** SHA-256 of the token: who reads the store can't subscribe with what is there. */
  hash: string;
  at: Date;
}

const schema = new Schema<CalendarRecord>(
  { _id: { type: String, required: true }, hash: { type: String, required: true }, at: { type: Date, required: true } } as never,
  { strict: 'throw', strictQuery: 'throw', versionKey: false, autoCreate: false, autoIndex: false, collection: 'calendars' },
);
schema.index({ hash: 1 }, { unique: true });

/** Addresses of calendars: whoever has one reads what its owner may see. */
export interface Calendars {
  model: Model<CalendarRecord>;
  /** A new address in place of the one before. */
  renew(userId: string): Promise<string>;
  holderOf(token: string): Promise<string | undefined>;
  since(userId: string): Promise<string | undefined>;
  end(userId: string): Promise<void>;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export function openCalendars(connection: Connection, clock: Clock): Calendars {
  const model: Model<CalendarRecord> = connection.model<CalendarRecord>('Calendar', schema);
  return {
    model,
    async renew(userId) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      await model.updateOne({ _id: userId }, { $set: { hash: hashOf(token), at: clock.now() } }, { upsert: true });
      return token;
    },
    async holderOf(token) {
      const found = await model
        .findOne({ hash: hashOf(token) })
        .maxTimeMS(MAX_TIME_MS)
        .lean<CalendarRecord>();
      return found?._id;
    },
    async since(userId) {
      const found = await model.findById(userId).maxTimeMS(MAX_TIME_MS).lean<CalendarRecord>();
      return found?.at.toISOString();
    },
    async end(userId) {
      await model.deleteOne({ _id: userId });
    },
  };
}
