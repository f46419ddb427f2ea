import { circumstancesOf, LOWEST_LEVEL, rankTeams, ROUNDING, type Circumstances, type Need, type Ranking } from '#shared/dispatch/rank.ts';
import { distanceM, type LngLat } from '#shared/geo.ts';
import type { Team } from '#shared/team/state.ts';
import type { Change, World } from '#shared/world.ts';
import { around } from 'geokdbush';
import KDBush from 'kdbush';

/** The nearest so many are looked at first, then four times as many, until no farther team can be better. */
const FIRST = 64;
const MORE = 4;

/** A ranking, and of how many teams of the category it was made: the others are too far to be better. */
export interface Recommended extends Ranking {
  looked: number;
  total: number;
}

export interface Recommender {
  recommend(need: Need, limit: number, now: string): Recommended;
  /** Teams of a category that are no farther than this, in no order, and of how many. */
  within(category: string, place: LngLat, km: number): { teams: readonly Team[]; total: number };
  /** Every team of a category. */
  all(category: string): readonly Team[];
  changed(changes: readonly Change[]): void;
}

interface Field {
  index: KDBush;
  teams: Team[];
  slots: Map<string, number>;
  /** Nobody of them leaves sooner. */
  soonest: number;
}

/**
 * Teams by where they are, one index for each category, made anew when a team has moved or changed what it does and
 * somebody asks. All else about a team is read as it is now. Gives the same ranking as looking at every team would.
 */
export function openRecommender(world: World): Recommender {
  const fields = new Map<string, Field>();

  function fieldOf(category: string): Field {
    const known = fields.get(category);
    if (known) return known;
    const teams = [...world.all('team')].filter(({ categories }) => categories.some((one) => one.category === category));
    const index = new KDBush(teams.length);
    for (const { base } of teams) index.add(base.lng, base.lat);
    index.finish();
    const soonest = teams.reduce((least, { responseMinutes }) => Math.min(least, responseMinutes), Infinity);
    const field = { index, teams, slots: new Map(teams.map(({ id }, i) => [id, i])), soonest };
    fields.set(category, field);
    return field;
  }

  return {
    recommend(need, limit, now) {
      const field = fieldOf(need.capability.category);
      const circumstances = circumstancesOf(world, need, now);
      const { lng, lat } = need.staging;
      const total = field.teams.length;
      const nearest = (count: number, withinKm: number): Team[] =>
        total === 0 ? [] : around(field.index, lng, lat, count, withinKm).flatMap((i) => field.teams[i] ?? []);
      for (let count = Math.max(FIRST, limit); ; count *= MORE) {
        const near = nearest(count, Infinity);
        const ranking = rankTeams(circumstances, near, limit);
        if (near.length >= total) return { ...ranking, looked: total, total };
        const worst = ranking.ranked.length < limit ? undefined : ranking.ranked.at(-1);
        if (!worst) continue;
        // Whoever is farther than this can't be there sooner, however good it is.
        const enough = reachOf(worst.reasons.score, circumstances, field);
        const within = enough > kmOf(need, near.at(-1)) ? nearest(Infinity, enough) : undefined;
        return within && within.length > near.length
          ? { ...rankTeams(circumstances, within, limit), looked: within.length, total }
          : { ...ranking, looked: near.length, total };
      }
    },
    within(category, place, km) {
      const { index, teams } = fieldOf(category);
      if (teams.length === 0) return { teams, total: 0 };
      const near = index.range(...boxAround(place, km)).flatMap((i) => teams[i] ?? []);
      return { teams: near.filter(({ base }) => distanceM(base, place) <= km * 1000), total: teams.length };
    },
    all: (category) => fieldOf(category).teams,
    changed(changes) {
      // A document of kind `team` is one.
      for (const { kind, before, doc } of changes) if (kind === 'team') follow(fields, before as Team | undefined, doc as Team | undefined);
    },
  };
}

const KM_PER_DEGREE = 111.1;

/** West, south, east, north of what is no farther than this, and a little more. */
function boxAround({ lng, lat }: LngLat, km: number): [number, number, number, number] {
  const north = km / KM_PER_DEGREE;
  const east = north / Math.cos((Math.min(89, Math.abs(lat) + north) * Math.PI) / 180);
  return [lng - east, lat - north, lng + east, lat + north];
}

const kmOf = ({ staging }: Need, team: Team | undefined): number => (team ? distanceM(team.base, staging) / 1000 : 0);

/** Within how many kilometres a team of the highest level that leaves at once would still come to this score. */
function reachOf(score: number, { need, minutesPerKm, levelWorth }: Circumstances, { soonest }: Field): number {
  const bonus = ((need.capability.minLevel ?? LOWEST_LEVEL) - 1) * levelWorth;
  return (score + ROUNDING - soonest + bonus) / minutesPerKm;
}

function follow(fields: Map<string, Field>, before: Team | undefined, doc: Team | undefined): void {
  const stays = before && doc && before.base.lng === doc.base.lng && before.base.lat === doc.base.lat && before.responseMinutes <= doc.responseMinutes;
  for (const category of new Set([...(before?.categories ?? []), ...(doc?.categories ?? [])].map((one) => one.category))) {
    const field = fields.get(category);
    const slot = doc && field?.slots.get(doc.id);
    if (field && doc && stays && slot !== undefined && doc.categories.some((one) => one.category === category)) field.teams[slot] = doc;
    else fields.delete(category);
  }
}
