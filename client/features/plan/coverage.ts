import { CLASSES } from '#shared/incident/classes.ts';
import type { Plan } from '#shared/plan/state.ts';

/** What a county has for a class of incident: a plan of its own, only the city's, or none. */
export type Cover = 'own' | 'city' | 'none';

const GOVERNMENTAL: readonly Plan['kind'][] = ['special', 'department', 'joint'];

/** For each class of incident and each county, which plan covers it. An overall plan is for everything and so covers nothing in particular. */
export function coverageOf(plans: Iterable<Plan>, counties: readonly string[], city: string): Map<string, Map<string, Cover>> {
  const covered = new Map<string, Set<string>>();
  for (const { kind, current, status, owner, above, hazards } of plans) {
    if (!current || status === 'abolished' || !GOVERNMENTAL.includes(kind)) continue;
    const region = /^\d{6}$/.test(owner) ? owner : above[0];
    if (region === undefined) continue;
    for (const hazard of hazards) {
      const code = hazard.slice(0, 3);
      covered.set(code, (covered.get(code) ?? new Set()).add(region));
    }
  }
  return new Map(
    CLASSES.map(({ code }) => {
      const regions = covered.get(code) ?? new Set<string>();
      return [code, new Map(counties.map((county) => [county, regions.has(county) ? 'own' : regions.has(city) ? 'city' : 'none']))];
    }),
  );
}
