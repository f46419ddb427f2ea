import type { Incident } from '#shared/incident/state.ts';
import type { ReportKind } from '#shared/report/events.ts';
import { reportLevelOf } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';

/** The kinds of report that can be written now, the one that is called for first: a correction is written from what it corrects. */
export function kindsFor(
  { reports = [], deadlines = [] }: Pick<Incident, 'reports' | 'deadlines'>,
  actor: Actor,
): readonly Exclude<ReportKind, 'correction'>[] {
  const written = reports.filter(({ org, channel }) => org === actor.org && channel === 'written');
  if (!written.some(({ kind }) => kind === 'initial')) return ['initial'];
  if (written.some(({ kind }) => kind === 'final')) return ['follow-up'];
  const level = reportLevelOf(actor);
  const raised = deadlines.some(({ kind, from, met }) => kind === 'upgrade' && from === level && !met);
  return raised ? ['upgrade', 'follow-up', 'final'] : ['follow-up', 'final', 'upgrade'];
}
