import type { Role } from '#shared/seat.ts';
import { Schema, type Connection, type Model } from 'mongoose';

/** Asking must not take longer than a person waits. */
export const MAX_TIME_MS = 3000;

export interface UserRecord {
  _id: string;
  username: string;
  name: string;
  role: Role;
  org: string;
  team?: string;
  passwordHash: string;
  mustChangePassword: boolean;
  /** Sealed with the key file. */
  totpSecret?: string;
  /** Shown to the user but not confirmed by a first code yet. */
  totpPending?: string;
  /** A code counts only if it is of a later time step than the last one used. */
  totpLastCounter: number;
  disabled: boolean;
  /** A session is valid only in the epoch it was made in: one write ends them all, whatever else fails. */
  epoch: number;
  createdAt: Date;
  passwordChangedAt: Date;
}

export interface SessionRecord {
  /** SHA-256 of the token: who reads the store can't sign in with what is there. */
  _id: string;
  userId: string;
  epoch: number;
  csrf: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string;
  ip: string;
}

const options = { strict: 'throw', strictQuery: 'throw', versionKey: false, autoCreate: false, autoIndex: false } as const;
const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;
const flag = { type: Boolean, required: true } as const;
const count = { type: Number, required: true } as const;

const userSchema = new Schema<UserRecord>(
  {
    _id: text,
    username: text,
    name: text,
    role: text,
    org: text,
    team: String,
    passwordHash: text,
    mustChangePassword: flag,
    totpSecret: String,
    totpPending: String,
    totpLastCounter: count,
    disabled: flag,
    epoch: count,
    createdAt: instant,
    passwordChangedAt: instant,
  },
  { ...options, collection: 'users' },
);
userSchema.index({ username: 1 }, { unique: true });

const sessionSchema = new Schema<SessionRecord>(
  {
    _id: text,
    userId: text,
    epoch: count,
    csrf: text,
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    userAgent: { type: String, default: '' },
    ip: { type: String, default: '' },
  },
  { ...options, collection: 'sessions' },
);
sessionSchema.index({ userId: 1 });
// Not a TTL index: the embedded engine deletes nothing by itself, the reaper does.
sessionSchema.index({ expiresAt: 1 });

export interface AccessModels {
  users: Model<UserRecord>;
  sessions: Model<SessionRecord>;
}

export function accessModels(connection: Connection): AccessModels {
  return { users: connection.model<UserRecord>('User', userSchema), sessions: connection.model<SessionRecord>('Session', sessionSchema) };
}
