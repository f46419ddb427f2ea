import type { FenghuoEvent } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { evolve } from '#shared/evolve.ts';
import { numberOf, rowsOf } from '#shared/rulebook/state.ts';
import { authorOf, type Actor } from '#shared/seat.ts';
import { Overlay, type World } from '#shared/world.ts';
import type { DeadlinesReckoned } from './events.ts';
import { reckon } from './reckon.ts';

/** What says nothing that a deadline is reckoned from: the rest is looked at. */
const SILENT: ReadonlySet<string> = new Set([
  'incident.noted',
  'incident.corrected',
  'incident.archived',
  'report.drafted',
  'report.revised',
  'report.submitted',
  'report.approved',
  'report.returned',
]);

/** A decision with what follows for the deadlines of the incidents that it changes, in the same commit. */
export function withDeadlines(world: World, decided: Decided, actor: Actor, now: string): Decided {
  const touched = new Set(decided.events.flatMap(incidentsOf));
  if (touched.size === 0) return decided;
  const after = new Overlay(world, world.seq + 1);
  for (const event of decided.events) evolve(after, event, now, authorOf(actor));
  const by = { rules: rowsOf(world, 'report-deadlines'), holidays: rowsOf(world, 'holidays'), upgradeMinutes: numberOf(world, 'report.upgrade', 30) };
  const reckoned = [...touched].flatMap((incidentId): DeadlinesReckoned[] => {
    const incident = after.get('incident', incidentId);
    if (!incident || incident.exercise) return [];
    const deadlines = reckon(incident, by, now);
    const same = JSON.stringify(deadlines) === JSON.stringify(incident.deadlines ?? []);
    return same ? [] : [{ type: 'report.deadlines-reckoned', incidentId, deadlines }];
  });
  return reckoned.length === 0 ? decided : { ...decided, events: [...decided.events, ...reckoned] };
}

function incidentsOf(event: FenghuoEvent): string[] {
  if (SILENT.has(event.type)) return [];
  const ids: string[] = [];
  for (const field of ['incidentId', 'intoIncidentId'] as const) {
    const id: unknown = Reflect.get(event, field);
    if (typeof id === 'string') ids.push(id);
  }
  return ids;
}
