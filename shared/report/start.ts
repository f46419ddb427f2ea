import type { Incident } from '#shared/incident/state.ts';
import type { DeadlineRule } from '#shared/rulebook/tables.ts';

export interface Start {
  at: string;
  /** An unknown earlier time is stood in for by the next later one that is known. */
  assumed: boolean;
}

export const beginningOf = ({ occurredAt, discoveredAt, receivedAt }: Incident): string => occurredAt ?? discoveredAt ?? receivedAt;

/** The instant that starts a rule's clock, or null while it does not run. */
export function startOf(rule: DeadlineRule, incident: Incident): Start | null {
  const { occurredAt, discoveredAt, received = {}, circumstances, reports = [], givenAt = {} } = incident;
  const known = (at: string | undefined): Start | null => (at === undefined ? null : { at, assumed: false });
  const reported = reports
    .filter(({ from }) => from === rule.from)
    .map(({ at }) => at)
    .sort();
  switch (rule.clock) {
    case 'received':
      return known(received[rule.from]?.at);
    case 'stable':
      return known(circumstances?.stableAt);
    case 'reported':
      return known(reported[0]);
    case 'changed': {
      const changed = FIGURES.flatMap((figure) => givenAt[figure] ?? [])
        .sort()
        .at(-1);
      const last = reported.at(-1);
      return changed !== undefined && last !== undefined && changed > last ? { at: changed, assumed: false } : null;
    }
    case 'occurred':
    case 'discovered': {
      const first = [incident.receivedAt, ...Object.values(received).map(({ at }) => at)].sort()[0];
      const order = rule.clock === 'occurred' ? [occurredAt, discoveredAt, first] : [discoveredAt, first];
      const index = order.findIndex((at) => at !== undefined);
      const at = order[index];
      return at === undefined ? null : { at, assumed: index > 0 };
    }
    default:
      return rule.clock satisfies never;
  }
}

const FIGURES = ['dead', 'missing', 'seriousInjured', 'minorInjured'] as const;
