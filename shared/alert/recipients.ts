import { chainOf } from '#shared/duty/policy.ts';
import { ladderOf } from '#shared/instruction/climb.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import { inMode } from '#shared/readers.ts';
import { cityOf } from '#shared/region.ts';
import type { World } from '#shared/world.ts';
import type { Recipient } from './events.ts';
import type { AlertContent } from './orders.ts';
import type { Alert } from './state.ts';

const REGIONS: readonly string[] = ['city', 'county', 'township', 'village'];

/**
 * Who is told of an issue. Every region within the area answers, and where a place has no organisation of its own, the
 * nearest one above it; the level above the issuer and whoever is to be notified are informed (ERL 64).
 */
export function recipientsOf(world: World, { org, home, exercise }: Pick<Alert, 'org' | 'home' | 'exercise'>, content: AlertContent): Recipient[] {
  const found = new Map<string, Recipient>();
  const add = (to: Organisation, role: Recipient['role']): void => {
    if (to.id !== org && !found.has(to.id)) found.set(to.id, { org: to.id, name: to.name, role, readers: readersOf(to, org, home, exercise) });
  };
  const adcodes = content.scope?.adcodes ?? [];
  const meant = new Set(adcodes.flatMap((code) => chainOf(code).find((id) => id !== home && world.get('organisation', id)) ?? []));
  for (const one of world.all('organisation')) {
    // A county's alert is not answered by the city above it, however small the place.
    const below = one.id !== home && chainOf(home).indexOf(one.id) < 0;
    if (!REGIONS.includes(one.kind) || !below) continue;
    if (meant.has(one.id) || adcodes.some((code) => chainOf(one.id).includes(code))) add(one, 'answer');
  }
  for (const id of [...chainOf(home), ...(content.notify ?? [])]) {
    const one = world.get('organisation', id);
    if (one) add(one, 'notice');
  }
  return [...found.values()];
}

/** Its own people, everybody above them as far as the issuer, and the issuer. */
function readersOf(to: Organisation, org: string, home: string, exercise: boolean): string[] {
  const chain = REGIONS.includes(to.kind) ? chainOf(to.id) : [to.id];
  return inMode(
    [...new Set([...chain, org, home])].map((one) => `org:${one}`),
    exercise,
  );
}

/** Whether every place is within the region that the issuer speaks for. */
export const isWithin = (adcodes: readonly string[], home: string): boolean =>
  adcodes.every((code) => chainOf(code).includes(home) || (home === cityOf(home) && cityOf(code) === home));

/** Who learns, rung by rung, that an organisation has not answered: the next post of its own, then as an instruction climbs. */
export function rungOf(world: World, org: string, rung: number): string | undefined {
  const organisation = world.get('organisation', org);
  if (!organisation) return undefined;
  return rung === 1 ? `org:${org}` : ladderOf(organisation)[rung - 2];
}
