import type { LngLat } from '#shared/geo.ts';
import type { Author } from '#shared/seat.ts';
import type { Stamp } from '#shared/world.ts';
import type { Consumable, Damage } from './orders.ts';
import type { z } from 'zod';

export const MISSION_STATES = [
  'offered',
  'accepted',
  'declined',
  'no_reply',
  'stood_down',
  'en_route',
  'checked_in',
  'assigned',
  'working',
  'released',
  'returned',
  'debriefed',
  // 报备: it set out by itself, and went home again.
  'self_reported',
  'self_left',
] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** What was done, when and by whom. */
export interface MissionStep {
  state: MissionState;
  at: string;
  by: Author;
  text?: string | undefined;
  /** When it was so, if the team's word waited for a network. */
  claimedAt?: string | undefined;
}

/** Somebody on the mission list, by the masked name that the register has. */
export interface Listed {
  memberId: string;
  name: string;
}

export interface MissionEntry {
  at: string;
  by: Author;
  text: string;
  fileIds?: readonly string[] | undefined;
  /** When it was, as the author says. */
  claimedAt?: string | undefined;
}

/** People in danger say that they are well every so often. */
export interface Welfare {
  everyMinutes: number;
  lastAt: string;
  /** Since when an answer is missing: somebody must look for them. */
  missedAt?: string;
}

/** What one side thinks of the other after a mission: the authority of the team, the team of how it was led. */
export interface Appraisal {
  side: 'authority' | 'team';
  /** 1 to 5. */
  score: number;
  text?: string | undefined;
  at: string;
  by: Author;
}

export interface Certificate {
  memberId: string;
  code: string;
  at: string;
}

/** What one team does for a dispatch, from the offer to the debriefing. Seen by the team and by whoever sees the incident. */
export interface Mission extends Stamp {
  teamId: string;
  teamName: string;
  /** Absent of a team that set out by itself. */
  dispatchId?: string;
  incidentId?: string;
  state: MissionState;
  steps: readonly MissionStep[];
  at: string;
  /** How many come, and when they expect to be there. */
  people?: number;
  etaAt?: string;
  equipment?: readonly string[] | undefined;
  /** What the team has said in answer, kept whole. */
  replies: readonly MissionEntry[];
  /** What officers have told it. */
  told: readonly MissionEntry[];
  members: readonly Listed[];
  present: readonly string[];
  checkedInBy?: CheckedInBy;
  zone?: string;
  task?: string;
  welfare?: Welfare;
  log: readonly MissionEntry[];
  /** Since when its phones may send where they are. */
  sharingSince?: string;
  hours?: readonly { memberId: string; hours: number }[];
  consumables?: readonly z.infer<typeof Consumable>[] | undefined;
  damage?: readonly z.infer<typeof Damage>[] | undefined;
  kilometres?: number | undefined;
  certificates?: readonly Certificate[];
  appraisals?: readonly Appraisal[];
  /** Of a team that set out by itself. */
  place?: LngLat & { adcode: string; text: string };
  exercise: boolean;
  alwaysReadBy: readonly string[];
}

/** By the zone's code, by the officer there, or on the team's word alone. */
export type CheckedInBy = 'code' | 'gate' | 'word';

export const missionId = (dispatchId: string, teamId: string): string => `${dispatchId}.${teamId}`;

const UNDER_WAY: readonly MissionState[] = ['accepted', 'en_route', 'checked_in', 'assigned', 'working'];

/** It has a slot and has not been let go. */
export const isUnderWay = ({ state }: Pick<Mission, 'state'>): boolean => UNDER_WAY.includes(state);

/** Until they are home its people are not free for anything else. */
export const isCommitted = (mission: Pick<Mission, 'state'>): boolean => isUnderWay(mission) || mission.state === 'released';

/** When it first came to a state. */
export function reachedAt({ steps }: Pick<Mission, 'steps'>, state: MissionState): string | undefined {
  const step = steps.find((one) => one.state === state);
  return step?.claimedAt ?? step?.at;
}
