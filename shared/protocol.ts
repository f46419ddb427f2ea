import type { Frame } from './feed.ts';
import type { Answer } from './order.ts';

/** What a client says when it connects. */
export interface Handshake {
  token?: string;
  /** The last frame it has, of which journal. Absent: it has nothing and wants everything. */
  since?: number;
  journal?: string;
  /** Whether to answer a long absence with `resync` rather than with everything in one frame. */
  resync?: boolean;
}

export interface Hello {
  journal: string;
  seq: number;
  /** The server's clock, by which a client shows times and countdowns. */
  now: string;
  /** Set while the store is away: what is shown is from memory and nothing can be ordered. */
  staleSince?: string;
}

export type ByeReason = 'signed-out' | 'session-ended' | 'seat-changed' | 'too-slow' | 'too-many' | 'shutting-down';

/** Where a person at a desk is: which incident is open, and whether something is being typed there. Never recorded. */
export interface PresenceHere {
  incidentId?: string | undefined;
  typing?: boolean | undefined;
  /** Where: a translation key of the part of the page, such as `incident.entryLine.label`. */
  field?: string | undefined;
}

/** Somebody who looks at an incident now. */
export interface Present {
  userId: string;
  name: string;
  org: string;
  typing: boolean;
  field?: string;
}

/** Everybody who looks at one incident. It goes only to those who look at it too, and may read it. */
export interface Presence {
  incidentId: string;
  present: readonly Present[];
}

/** Where a phone of a mission is. `id` is whose phone it is. */
export interface Position {
  id: string;
  missionId: string;
  lng: number;
  lat: number;
  accuracy?: number;
  at: string;
}

export interface ServerToClient {
  hello: (hello: Hello) => void;
  feed: (frame: Frame) => void;
  /** Too much was missed for a frame: fetch the snapshot. */
  resync: (why: { seq: number }) => void;
  stale: (state: { since: string | null }) => void;
  positions: (positions: readonly Position[]) => void;
  presence: (presence: Presence) => void;
  bye: (why: { reason: ByeReason }) => void;
}

export interface ClientToServer {
  order: (envelope: unknown, answer: (answer: Answer) => void) => void;
  /** `{lng, lat, accuracy?, at?}`: forgotten unless the sender's team is on a mission and shares where it is. */
  position: (position: unknown) => void;
  /** A PresenceHere; nothing open is `{}`. */
  presence: (here: unknown) => void;
}
