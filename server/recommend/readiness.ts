import {
  circumstancesOf,
  exclusionsOf,
  factsOf,
  rankedOf,
  type Circumstances,
  type Excluded,
  type Exclusion,
  type Facts,
  type Ranked,
} from '#shared/dispatch/rank.ts';
import type { Capability } from '#shared/dispatch/orders.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { distanceM, type LngLat } from '#shared/geo.ts';
import type { Team } from '#shared/team/state.ts';
import type { World } from '#shared/world.ts';
import type { Recommender } from './recommender.ts';

export const HOURS = [1, 2, 4] as const;
const FARTHEST_MINUTES = 4 * 60;

/** Teams that could be there within so many hours, and their insured people. Whoever is there in one hour is there in two. */
export interface Reach {
  hours: number;
  teams: number;
  heads: number;
}

/** What could be brought together of one capability. */
export interface Force {
  reach: Reach[];
  /** Fit, but longer on its way. */
  later: { teams: number; heads: number };
  /** What speaks against the others, and of how many; several things may be said of one team. */
  against: Partial<Record<Exclusion, number>>;
  /** Left out altogether. */
  unfit: number;
}

export interface PlaceForce extends Force {
  /** The soonest first. */
  teams: (Ranked & { minutes: number })[];
  /** The nearest first. */
  excluded: Excluded[];
  /** Farther than four hours by road. */
  beyond: number;
  total: number;
}

/** A county: what is based there, and what could be at its seat. */
export interface CountyForce extends Force {
  adcode: string;
  name: string;
  nameEn: string;
  based: { teams: number; fit: number; heads: number };
}

interface Asked {
  capability: Capability;
  exercise: boolean;
}

const emptyForce = (): Force => ({ reach: HOURS.map((hours) => ({ hours, teams: 0, heads: 0 })), later: { teams: 0, heads: 0 }, against: {}, unfit: 0 });

function count(force: Force, minutes: number, heads: number): void {
  for (const reach of minutes > FARTHEST_MINUTES ? [force.later] : force.reach.filter(({ hours }) => minutes <= hours * 60)) {
    reach.teams += 1;
    reach.heads += heads;
  }
}

function countAgainst(force: Force, against: readonly Exclusion[]): void {
  force.unfit += 1;
  for (const exclusion of against) force.against[exclusion] = (force.against[exclusion] ?? 0) + 1;
}

const isKnown = ({ registeredAt }: Team): boolean => registeredAt !== undefined;
const minutesOf = ({ reasons: { responseMinutes, travelMinutes } }: Facts): number => responseMinutes + travelMinutes;

/** Who could be at a place, when, and what speaks against those near by who could not. */
export async function forceAt(world: World, recommender: Recommender, asked: Asked & { place: LngLat; limit: number }, now: string): Promise<PlaceForce> {
  const { capability, exercise, place, limit } = asked;
  const circumstances = circumstancesOf(world, { capability, staging: place, exercise }, now);
  const near = recommender.within(capability.category, place, FARTHEST_MINUTES / circumstances.minutesPerKm);
  const force = emptyForce();
  const fit: At[] = [];
  const unfit: At[] = [];
  const look = (team: Team): void => {
    const facts = factsOf(circumstances, team);
    const against = exclusionsOf(facts, capability);
    if (against.length > 0) {
      countAgainst(force, against);
      unfit.push({ team, at: facts.reasons.km });
    } else {
      const at = minutesOf(facts);
      count(force, at, facts.reasons.insured);
      fit.push({ team, at });
    }
  };
  for await (const slice of inSlices(near.teams)) slice.filter(isKnown).forEach(look);
  return {
    ...force,
    teams: least(fit, limit).map(({ team, at }) => ({ ...rankedOf(factsOf(circumstances, team)), minutes: at })),
    excluded: least(unfit, limit).map(({ team }) => {
      const facts = factsOf(circumstances, team);
      return { ...rankedOf(facts), against: exclusionsOf(facts, capability) };
    }),
    beyond: near.total - near.teams.length,
    total: near.total,
  };
}

interface At {
  team: Team;
  at: number;
}

/** The so many least. Only those that could be among them are put in order. */
function least(all: readonly At[], limit: number): At[] {
  const most = Float64Array.from(all, ({ at }) => at).sort()[limit - 1] ?? Infinity;
  return all
    .filter(({ at }) => at <= most)
    .sort((a, b) => a.at - b.at || (a.team.id < b.team.id ? -1 : 1))
    .slice(0, limit);
}

const SLICE = 2000;

/** Lets others go on between slices: orders and screens don't wait for a count. */
async function* inSlices(teams: readonly Team[]): AsyncGenerator<readonly Team[]> {
  for (let from = 0; from < teams.length; from += SLICE) {
    if (from > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    yield teams.slice(from, from + SLICE);
  }
}

/** The same for the seat of every county at once: what a team can do is asked once, and only its way is reckoned for each. */
export async function forceByCounty(world: World, recommender: Recommender, { capability, exercise }: Asked, now: string): Promise<CountyForce[]> {
  const rows = COUNTIES.map(([adcode, name, nameEn, lng, lat]) => ({
    seat: { lng, lat },
    force: { adcode, name, nameEn, based: { teams: 0, fit: 0, heads: 0 }, ...emptyForce() },
  }));
  const byCode = new Map(rows.map(({ force }) => [force.adcode as string, force]));
  const circumstances = circumstancesOf(world, { capability, staging: { lng: 0, lat: 0 }, exercise }, now);
  const look = (team: Team): void => {
    const facts = atHome(circumstances, team);
    const against = exclusionsOf(facts, capability);
    const based = byCode.get(team.base.adcode.slice(0, 6))?.based;
    if (based) {
      based.teams += 1;
      if (against.length === 0) based.fit += 1;
      if (against.length === 0) based.heads += facts.reasons.insured;
    }
    for (const { seat, force } of rows) {
      const km = distanceM(team.base, seat) / 1000;
      const travel = km * circumstances.minutesPerKm;
      // Who is out of its range is left out as well.
      const all: readonly Exclusion[] = km > team.rangeKm ? [...against, 'out-of-range'] : against;
      if (all.length === 0) count(force, team.responseMinutes + Math.round(travel), facts.reasons.insured);
      else if (travel <= FARTHEST_MINUTES) countAgainst(force, all);
    }
  };
  for await (const slice of inSlices(recommender.all(capability.category))) slice.filter(isKnown).forEach(look);
  return rows.map(({ force }) => force);
}

/** What is so of a team wherever it is needed. */
const atHome = (circumstances: Circumstances, team: Team): Facts => factsOf({ ...circumstances, need: { ...circumstances.need, staging: team.base } }, team);
