import type { Role } from '#shared/seat.ts';

/** Who holds which seat: for the auditor, and for orders that ask whether somebody is of an organisation. */
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
