import type { LngLat } from '#shared/geo.ts';
import type { Stamp } from '#shared/world.ts';
import type { CategoryCode, Level } from './orders.ts';

export const TEAM_STATES = ['applied', 'verifying', 'returned', 'registered', 'suspended', 'expired', 'revoked'] as const;
export type TeamState = (typeof TEAM_STATES)[number];

/** What a team does. A level counts with its certificate alone: what a team says of itself is no level. */
export interface TeamCategory {
  category: CategoryCode;
  level?: Level;
  certificate?: { validTo: string };
}

/** A social rescue team, as far as it is dispatched. Its id is the slug that its seats have. */
export interface Team extends Stamp {
  org: string;
  name: string;
  state: TeamState;
  base: LngLat;
  categories: readonly TeamCategory[];
  /** How many there are, and until when each insured one is. */
  strength: { members: number; insured: readonly string[] };
  availability: { available: boolean };
  /** How far it goes; absent, anywhere. */
  rangeKm?: number;
  /** Until its people have left. */
  responseMinutes: number;
}

/** Somebody in a team, by a masked name. A person may be in several teams. */
export interface Member extends Stamp {
  teamId: string;
  name: string;
  person?: string;
  insuredUntil?: string;
  leftAt?: string;
}
