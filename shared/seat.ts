import { z } from 'zod';
import type { Organisation } from './organisation/state.ts';

export const ROLES = [
  'village-reporter',
  'township-duty',
  'county-duty',
  'county-leader',
  'city-duty',
  'city-leader',
  'team',
  'department',
  'neighbour',
  'auditor',
  'planner',
  'administrator',
] as const;
export const Role = /* @__PURE__ */ z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** How much of a document a seat is shown: the same document goes out in as many forms as there are levels. */
export type Level = 'full' | 'team' | 'partner';

/** Who orders: a person's account in one role at one organisation, or the system itself. */
export interface Actor {
  id: string;
  name: string;
  role: Role | 'system';
  org: string;
  team?: string;
}

/** An actor with what it may see. */
export interface Seat {
  actor: Actor;
  rooms: readonly string[];
  level: Level;
  /** When whoever sits there last said the password, at the door or since. It moves on while the seat is held. */
  confirmed?: { readonly at: string };
}

/** Whom an entry names as its author. */
export interface Author {
  id: string;
  name: string;
  role: Role | 'system';
  org: string;
}

export const SYSTEM: Actor = { id: 'system', name: 'Fenghuo', role: 'system', org: 'system' };

export function authorOf(actor: Actor): Author {
  return { id: actor.id, name: actor.name, role: actor.role, org: actor.org };
}

const DUTY: readonly string[] = ['township-duty', 'county-duty', 'city-duty'];
const LEADERS: readonly string[] = ['county-leader', 'city-leader'];

export const isDuty = (actor: Actor): boolean => DUTY.includes(actor.role);
export const isLeader = (actor: Actor): boolean => LEADERS.includes(actor.role);

/** Who works by phone or from outside has no use for what only a desk needs, such as the tables of rules. */
const AWAY_FROM_A_DESK: readonly string[] = ['administrator', 'neighbour', 'team', 'village-reporter'];

/**
 * The seat that an account holds. Drill rooms are listed apart from the real ones,
 * so a reader of real documents can be given without a drill and the other way round.
 */
export function seatOf(actor: Actor, org: Organisation | undefined): Seat {
  const rooms = ['everyone', `user:${actor.id}`];
  if (actor.role !== 'administrator') rooms.push(...dutyRooms(actor, org));
  if (!AWAY_FROM_A_DESK.includes(actor.role)) rooms.push('desk');
  return { actor, rooms: [...rooms, ...rooms.map((room) => `drill:${room}`)], level: levelOf(actor.role) };
}

function dutyRooms(actor: Actor, org: Organisation | undefined): string[] {
  if (actor.role === 'team') return [`team:${actor.team ?? actor.org}`];
  if (isLeader(actor)) return [`org:${actor.org}`, `lead:${actor.org}`];
  if (actor.role !== 'department') return [`org:${actor.org}`];
  if (org?.kind !== 'department') return [];
  const lines = org.lines ?? [];
  return [`org:${actor.org}`, ...lines.map((line) => `line:${org.parent ?? ''}:${line}`)];
}

function levelOf(role: Actor['role']): Level {
  if (role === 'team') return 'team';
  return role === 'neighbour' ? 'partner' : 'full';
}
