import type { UserView } from '#shared/access/accounts.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { seatOf, type Seat } from '#shared/seat.ts';
import type { SessionRecord, UserRecord } from './models.ts';

/** No session lasts longer, used or not. */
export const ABSOLUTE_MS = 7 * 24 * 3_600_000;
/** How stale the store's idea of a session's last sign of life may be. */
export const SAVE_EVERY_MS = 60_000;

/** What must be known of an account to let its sessions in while the store is away. */
export interface Holder extends UserView {
  mustChangePassword: boolean;
  totp: boolean;
}

export interface CachedSession {
  id: string;
  csrf: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
  /** When the store was last told of `lastSeenAt`. */
  savedAt: number;
  holder: Holder;
  /** The last time that the password was said: it is one object for every seat of this session, so that sockets learn of it as well. */
  confirmed: { at: string };
  seat?: { of: Organisation | undefined; seat: Seat };
}

export function viewOf(user: UserRecord): UserView {
  const { _id: id, username, name, role, org, team } = user;
  return { id, username, name, role, org, ...(team === undefined ? {} : { team }) };
}

export const holderOf = (user: UserRecord): Holder => ({ ...viewOf(user), mustChangePassword: user.mustChangePassword, totp: user.totpSecret !== undefined });

export function cachedOf(session: SessionRecord, user: UserRecord): CachedSession {
  const lastSeenAt = session.lastSeenAt.getTime();
  return {
    id: session._id,
    csrf: session.csrf,
    createdAt: session.createdAt.getTime(),
    lastSeenAt,
    expiresAt: session.expiresAt.getTime(),
    savedAt: lastSeenAt,
    confirmed: { at: session.createdAt.toISOString() },
    holder: holderOf(user),
  };
}

/** The seat is made anew only when its organisation or its holder has changed. */
export function seatIn(session: CachedSession, organisation: (id: string) => Organisation | undefined): Seat {
  const { id, name, role, org, team } = session.holder;
  const of = organisation(org);
  if (session.seat?.of === of && session.seat) return session.seat.seat;
  const seat = { ...seatOf({ id, name, role, org, ...(team === undefined ? {} : { team }) }, of), confirmed: session.confirmed };
  session.seat = { of, seat };
  return seat;
}
