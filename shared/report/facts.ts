import type { Incident } from '#shared/incident/state.ts';
import { refuse } from '#shared/refusal.ts';
import { cityOf, regionLevel } from '#shared/region.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { ReportLevel } from './deadline.ts';
import type { ReportFacts, ReportKind } from './events.ts';
import { mayReport, reportLevelOf } from './policy.ts';
import type { Report, ReportBrief, ReportFigures } from './state.ts';

/** What a report keeps of its incident, and from whom to whom it goes. */
export function factsOf(
  world: World,
  incident: Incident,
  kind: ReportKind,
  actor: Actor,
  to: ReportLevel | undefined,
): Omit<ReportFacts, 'channel' | 'version' | 'text' | 'figures' | 'changes'> {
  const level = reportLevelOf(actor);
  if (!mayReport(actor) || level === undefined) return refuse('not-permitted', 'Only duty officers and departments report upward.');
  const { id, number, title, typeCode, place, severity, exercise } = incident;
  return {
    incidentId: id,
    incidentNumber: number,
    title,
    typeCode,
    place,
    severity: severity?.value ?? null,
    exercise,
    kind,
    ordinal: ordinalOf(incident, kind, actor.org),
    from: { level, org: actor.org },
    to: addressee(world, actor, level, to),
  };
}

/** Whom a seat reports to: the next level up, or a higher one that it named. */
function addressee(world: World, actor: Actor, from: ReportLevel, to: ReportLevel | undefined): Report['to'] {
  const region = from === 'department' ? (world.get('organisation', actor.org)?.parent ?? actor.org) : actor.org;
  const own = /^\d+$/.test(region) ? region : undefined;
  const next = from === 'department' ? (own ? regionLevel(own) : 'county') : NEXT_UP[from];
  const level = to ?? next;
  if (level === undefined || ORDER.indexOf(level) < ORDER.indexOf(next ?? 'county'))
    return refuse('invalid', 'A report goes upward.', [{ path: 'to', message: 'is not above' }]);
  if (level === 'city' && own) return { level, org: cityOf(own) };
  if (level === 'county' && own && own.length >= 6) return { level, org: own.slice(0, 6) };
  if (level === 'township' && own && own.length >= 9) return { level, org: own.slice(0, 9) };
  return { level };
}

const ORDER: readonly ReportLevel[] = ['village', 'township', 'county', 'city', 'province', 'state'];
const NEXT_UP: Partial<Record<ReportLevel, ReportLevel>> = { village: 'township', township: 'county', county: 'city', city: 'province' };

export function ordinalOf({ reports = [] }: Incident, kind: ReportKind, org: string): number {
  if (kind === 'initial' || kind === 'final') return 0;
  return reports.filter((one) => one.kind === kind && one.org === org && one.channel === 'written').length + 1;
}

export const lastOf = ({ reports = [] }: Pick<Incident, 'reports'>, org: string): ReportBrief | undefined => reports.filter((one) => one.org === org).at(-1);

export const figuresOf = ({ casualties, losses }: Incident): ReportFigures => ({ casualties, ...(losses ? { losses } : {}) });
