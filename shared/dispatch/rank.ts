import { distanceM, type LngLat } from '#shared/geo.ts';
import { isHoliday, numberOf } from '#shared/rulebook/state.ts';
import type { World } from '#shared/world.ts';
import { readyAt, type Ready } from '#shared/team/ready.ts';
import type { Team } from '#shared/team/state.ts';

import { insuredOf, standingIn, type Standing } from './fitness.ts';
import { hoursWorked } from './fatigue.ts';
import { isCommitted } from './mission.ts';
import type { Capability } from './orders.ts';

/** What is looked for. */
export interface Need {
  id?: string;
  capability: Capability;
  staging: LngLat;
  exercise: boolean;
}

/** What speaks against a team. The first two nothing excuses; of the others an officer may say why it is asked all the same. */
export const EXCLUSIONS = ['not-registered', 'uninsured', 'no-category', 'certificate', 'level', 'off-duty', 'committed', 'out-of-range', 'tired'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export const isOverridable = (exclusion: Exclusion): boolean => exclusion !== 'not-registered' && exclusion !== 'uninsured';

/** All that the rank of a team follows from, as it was at that moment. */
export interface Reasons {
  /** The level that is certified and valid; absent, it has none. */
  level?: number;
  validTo?: string;
  insured: number;
  members: number;
  km: number;
  travelMinutes: number;
  /** Until its people have left. */
  responseMinutes: number;
  /** Hours at work within the last 24. */
  workedHours: number;
  /** Whether it is on duty, what decides that, and until when. */
  duty: Ready;
  /** By what it is ranked: minutes until it is there, more for the tired, less for a higher level. */
  score: number;
}

export interface Ranked {
  teamId: string;
  name: string;
  rank?: number;
  reasons: Reasons;
}

export interface Excluded extends Omit<Ranked, 'rank'> {
  against: readonly Exclusion[];
}

/** The facts about one team that a need asks for. */
export interface Facts {
  team: Team;
  standing: Standing;
  committed: boolean;
  inRange: boolean;
  tired: boolean;
  reasons: Reasons;
}

/** What is the same for all teams: who is busy, and what the tables say. Asked once for a need. */
export interface Circumstances {
  need: Need;
  now: string;
  /** People are off on this day. */
  holiday: boolean;
  committed: ReadonlySet<string>;
  worked: ReadonlyMap<string, number>;
  levelWorth: number;
  fatigueWorth: number;
  restAfter: number;
  minutesPerKm: number;
}

/** As agreed in plans/rules/dispatch.json, until somebody changes the table. */
const LEVEL_WORTH_MINUTES = 10;
const FATIGUE_WORTH_MINUTES = 10;
const REST_AFTER_HOURS = 16;
const ROAD_KM_PER_HOUR = 50;
/** Roads are longer than the way of a bird. */
const DETOUR = 1.3;
export const LOWEST_LEVEL = 3;
/** A score is told in tenths. */
export const ROUNDING = 0.1;

export function circumstancesOf(world: World, need: Need, now: string): Circumstances {
  const committed = new Set<string>();
  const worked = new Map<string, number>();
  for (const mission of world.all('mission')) {
    if (mission.exercise !== need.exercise) continue;
    if (isCommitted(mission) && (need.id === undefined || mission.dispatchId !== need.id)) committed.add(mission.teamId);
    const hours = hoursWorked(mission, now);
    if (hours > 0) worked.set(mission.teamId, (worked.get(mission.teamId) ?? 0) + hours);
  }
  return {
    need,
    now,
    holiday: isHoliday(world, now),
    committed,
    worked,
    levelWorth: numberOf(world, 'dispatch.level-worth', LEVEL_WORTH_MINUTES),
    fatigueWorth: numberOf(world, 'dispatch.fatigue-worth', FATIGUE_WORTH_MINUTES),
    restAfter: numberOf(world, 'dispatch.rest-after', REST_AFTER_HOURS),
    minutesPerKm: (60 * DETOUR) / numberOf(world, 'dispatch.road-speed', ROAD_KM_PER_HOUR),
  };
}

export function factsOf(circumstances: Circumstances, team: Team): Facts {
  const { need, now, holiday, committed, worked, levelWorth, fatigueWorth, restAfter, minutesPerKm } = circumstances;
  const standing = standingIn(team, need.capability.category, now);
  const km = distanceM(team.base, need.staging) / 1000;
  const travelMinutes = km * minutesPerKm;
  const workedHours = worked.get(team.id) ?? 0;
  const above = standing.level === undefined ? 0 : (need.capability.minLevel ?? LOWEST_LEVEL) - standing.level;
  const score = team.responseMinutes + travelMinutes + workedHours * fatigueWorth - Math.max(0, above) * levelWorth;
  return {
    team,
    standing,
    committed: committed.has(team.id),
    inRange: km <= team.rangeKm,
    tired: workedHours >= restAfter,
    reasons: withStanding(standing, {
      insured: insuredOf(team, now),
      members: team.strength.members,
      km: tenths(km),
      travelMinutes: Math.round(travelMinutes),
      responseMinutes: team.responseMinutes,
      workedHours: tenths(workedHours),
      duty: readyAt(team, now, holiday),
      score: tenths(score),
    }),
  };
}

/** Written out: this is made of every team there is. */
function withStanding({ level, validTo }: Standing, reasons: Reasons): Reasons {
  if (level !== undefined) reasons.level = level;
  if (validTo !== undefined) reasons.validTo = validTo;
  return reasons;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Everything that speaks against a team, or nothing. */
export function exclusionsOf({ team, standing, committed, inRange, tired, reasons }: Facts, { minLevel }: Capability): Exclusion[] {
  const against: [Exclusion, boolean][] = [
    ['not-registered', team.status !== 'registered'],
    ['uninsured', reasons.insured === 0],
    ['no-category', !standing.has],
    // A level that the team gives itself is none.
    ['certificate', standing.has && minLevel !== undefined && standing.level === undefined],
    ['level', minLevel !== undefined && standing.level !== undefined && standing.level > minLevel],
    ['off-duty', !reasons.duty.ready],
    ['committed', committed],
    ['out-of-range', !inRange],
    ['tired', tired],
  ];
  return against.filter(([, is]) => is).map(([exclusion]) => exclusion);
}

export const rankedOf = ({ team, reasons }: Facts): Ranked => ({ teamId: team.id, name: team.name, reasons });

export interface Ranking {
  /** The best first. */
  ranked: readonly Ranked[];
  /** The nearest first: teams of the category that are left out, and why. */
  excluded: readonly Excluded[];
}

const byScore = (a: Ranked, b: Ranked): number => a.reasons.score - b.reasons.score || (a.teamId < b.teamId ? -1 : 1);
const byDistance = (a: Excluded, b: Excluded): number => a.reasons.km - b.reasons.km || (a.teamId < b.teamId ? -1 : 1);

/** Ranks these teams for a need. */
export function rankTeams(circumstances: Circumstances, teams: Iterable<Team>, limit: number): Ranking {
  const { capability } = circumstances.need;
  const ranked: Ranked[] = [];
  const excluded: Excluded[] = [];
  for (const team of teams) {
    // Who has only applied is known to its authority alone, and goes nowhere yet.
    if (team.registeredAt === undefined) continue;
    if (!team.categories.some(({ category }) => category === capability.category)) continue;
    const facts = factsOf(circumstances, team);
    const against = exclusionsOf(facts, capability);
    if (against.length === 0) ranked.push(rankedOf(facts));
    else excluded.push({ ...rankedOf(facts), against });
  }
  ranked.sort(byScore);
  excluded.sort(byDistance);
  return { ranked: ranked.slice(0, limit).map((one, i) => ({ ...one, rank: i + 1 })), excluded: excluded.slice(0, limit) };
}

/** The best of all teams there are. Only a team that could be among them, as near as it is, is looked at closely. */
export function best(world: World, need: Need, now: string, limit: number): Ranked[] {
  const circumstances = circumstancesOf(world, need, now);
  const { category } = need.capability;
  const ranked: Ranked[] = [];
  const near: { team: Team; least: number }[] = [];
  for (const team of world.all('team'))
    if (team.categories.some((one) => one.category === category)) near.push({ team, least: leastScore(circumstances, team) });
  near.sort((a, b) => a.least - b.least);
  for (const { team, least } of near) {
    const worst = ranked[limit - 1]?.reasons.score;
    if (worst !== undefined && worst < least) break;
    const facts = factsOf(circumstances, team);
    if (exclusionsOf(facts, need.capability).length > 0) continue;
    ranked.push(rankedOf(facts));
    ranked.sort(byScore);
    ranked.length = Math.min(ranked.length, limit);
  }
  return ranked.map((one, i) => ({ ...one, rank: i + 1 }));
}

/** What a team's score is at the least: rested, and of the highest level. */
function leastScore({ need, levelWorth, minutesPerKm }: Circumstances, { base, responseMinutes }: Team): number {
  const bonus = ((need.capability.minLevel ?? LOWEST_LEVEL) - 1) * levelWorth;
  return responseMinutes + (distanceM(base, need.staging) / 1000) * minutesPerKm - bonus - ROUNDING;
}
