import type { Role } from '#shared/seat.ts';

/** Both touch no document: they are there for the auditor. */
export interface SeatGranted {
  type: 'seat.granted';
  userId: string;
  role: Role;
  org: string;
  team?: string;
}

export interface SeatRevoked {
  type: 'seat.revoked';
  userId: string;
  reason: 'disabled' | 'password-reset' | 'enabled';
}

export type SeatEvent = SeatGranted | SeatRevoked;
