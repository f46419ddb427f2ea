import { cityOf, regionChain } from '#shared/region.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Plan } from '#shared/plan/state.ts';
import { LEVELS, type Level } from './orders.ts';

/** Why a plan and a level are suggested. The words are the client's. */
export type Reason =
  | { code: 'hazard'; typeCode: string }
  | { code: 'all-hazards' }
  | { code: 'own' }
  | { code: 'above' }
  | { code: 'severity'; severity: number }
  | { code: 'no-severity' }
  | { code: 'nearest-level'; severity: number };

export interface Suggestion {
  planId: string;
  level: Level;
  /** What the plan says of this level, for a leader to compare. */
  conditions: readonly string[];
  approver: string;
  reasons: readonly Reason[];
  score: number;
}

/** Kinds by which a government responds; the others are a single unit's. */
const RANK: Partial<Record<Plan['kind'], number>> = { special: 3, joint: 3, department: 2, overall: 1, township: 1 };

/** A model that counties, townships and units write their own by: it has blanks, and nobody responds by it. */
const isPattern = ({ key = '' }: Pick<Plan, 'key'>): boolean => key.endsWith('-template') || key.startsWith('unit-');

/** Plans in force that fit an incident, the best first: for its class rather than for all, nearer home, special before general. */
export function suggestPlans(plans: Iterable<Plan>, incident: Pick<Incident, 'typeCode' | 'place' | 'severity' | 'org'>, org: string): Suggestion[] {
  const found: Suggestion[] = [];
  for (const plan of plans) {
    const rank = RANK[plan.kind];
    if (rank === undefined || isPattern(plan) || !plan.current || plan.status === 'abolished' || plan.levels.length === 0) continue;
    const fit = fitOf(plan.hazards, incident.typeCode);
    const home = homeOf(plan, incident, org);
    if (!fit || !home) continue;
    const { level, reason } = levelFor(plan, incident.severity?.value ?? null);
    const said = plan.levels.find((one) => one.level === level);
    if (!said) continue;
    const score = fit.score * 100 + home.score * 10 + rank;
    found.push({ planId: plan.id, level, conditions: said.conditions, approver: said.approver, reasons: [fit.reason, home.reason, reason], score });
  }
  return found.sort((a, b) => b.score - a.score || (a.planId < b.planId ? -1 : 1));
}

function fitOf(hazards: readonly string[], typeCode: string): { score: number; reason: Reason } | undefined {
  if (hazards.length === 0) return { score: 0, reason: { code: 'all-hazards' } };
  const named = hazards.filter((code) => typeCode === code || typeCode.startsWith(`${code}.`)).sort((a, b) => b.length - a.length)[0];
  return named === undefined ? undefined : { score: named === typeCode ? 2 : 1, reason: { code: 'hazard', typeCode: named } };
}

function homeOf(
  { owner, above }: Pick<Plan, 'owner' | 'above'>,
  { place, org: incidentOrg }: Pick<Incident, 'place' | 'org'>,
  org: string,
): { score: number; reason: Reason } | undefined {
  if (owner === org || (!/^\d+$/.test(owner) && above[0] === org)) return { score: 2, reason: { code: 'own' } };
  const regions = new Set([...regionChain(place.adcode), cityOf(org.length >= 6 && /^\d+$/.test(org) ? org : place.adcode), incidentOrg]);
  return regions.has(owner) || (above[0] !== undefined && !/^\d+$/.test(owner) && regions.has(above[0])) ? { score: 1, reason: { code: 'above' } } : undefined;
}

/** Severity 1 to 4 answers to level I to IV; where the plan lacks it, the next higher, or its highest. Without a severity, its lowest. */
function levelFor({ levels }: Pick<Plan, 'levels'>, severity: number | null): { level: Level; reason: Reason } {
  const has = LEVELS.filter((level) => levels.some((one) => one.level === level));
  const lowest = has.at(-1) ?? 'IV';
  if (severity === null) return { level: lowest, reason: { code: 'no-severity' } };
  const wanted = LEVELS[severity - 1] ?? lowest;
  if (has.includes(wanted)) return { level: wanted, reason: { code: 'severity', severity } };
  const higher = has.filter((level) => LEVELS.indexOf(level) < LEVELS.indexOf(wanted)).at(-1);
  return { level: higher ?? has[0] ?? lowest, reason: { code: 'nearest-level', severity } };
}
