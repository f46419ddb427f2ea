import { byDue, type ReportDeadline } from '#shared/report/deadline.ts';
import type { Incident } from './state.ts';
import type { Absorbed } from './tie-events.ts';

/** What the kept record says once it has taken the merged one in: its own words first, what only the other one had, and the earliest clocks. */
export function absorbed(kept: Incident, merged: Incident): Absorbed {
  const occurredAt = earliest(kept.occurredAt, merged.occurredAt);
  const discoveredAt = earliest(kept.discoveredAt, merged.discoveredAt);
  const skipLevel = kept.skipLevel ?? merged.skipLevel;
  const losses = { ...merged.losses, ...kept.losses };
  const account = { ...merged.account, ...kept.account };
  const circumstances = { ...merged.circumstances, ...kept.circumstances };
  const reports = [...(kept.reports ?? []), ...(merged.reports ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1));
  const national = [...(kept.national ?? []), ...(merged.national ?? [])];
  const deadlines = joined(kept.deadlines ?? [], merged.deadlines ?? []);
  return {
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(discoveredAt === undefined ? {} : { discoveredAt }),
    receivedAt: earliest(kept.receivedAt, merged.receivedAt) ?? kept.receivedAt,
    received: earliestReceipts(kept.received, merged.received),
    // Of the same: figures are never added up.
    casualties: { ...merged.casualties, ...kept.casualties },
    ...(Object.keys(losses).length > 0 ? { losses } : {}),
    ...(Object.keys(account).length > 0 ? { account } : {}),
    givenAt: { ...merged.givenAt, ...kept.givenAt },
    severity: kept.severity ?? merged.severity,
    ...(deadlines.length > 0 ? { deadlines } : {}),
    ...(reports.length > 0 ? { reports } : {}),
    ...(national.length > 0 ? { national } : {}),
    ...(Object.keys(circumstances).length > 0 ? { circumstances } : {}),
    ...(skipLevel ? { skipLevel } : {}),
  };
}

const earliest = (a: string | undefined, b: string | undefined): string | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
};

function earliestReceipts(a: Incident['received'] = {}, b: Incident['received'] = {}): NonNullable<Incident['received']> {
  const later = Object.entries(b).filter(([level, receipt]) => {
    const own = Object.entries(a).find(([known]) => known === level)?.[1];
    return own === undefined || receipt.at < own.at;
  });
  return { ...a, ...Object.fromEntries(later) };
}

/** The rows of both. Of a rule that asks each of them once, the earlier one holds; what is late stays late, what was met is met. */
function joined(a: readonly ReportDeadline[], b: readonly ReportDeadline[]): ReportDeadline[] {
  const rules = [...new Set([...a, ...b].map(({ rule }) => rule))];
  return rules
    .flatMap((rule) => {
      const rows = [...a, ...b].filter((row) => row.rule === rule);
      const [own, other] = rows;
      const once = a.filter((row) => row.rule === rule).length === 1 && rows.length === 2;
      if (own && other && once) return [both(own, other)];
      return rows.filter((row, i) => rows.findIndex(({ dueAt }) => dueAt === row.dueAt) === i);
    })
    .sort(byDue);
}

function both(a: ReportDeadline, b: ReportDeadline): ReportDeadline {
  const [first, second] = a.dueAt <= b.dueAt ? [a, b] : [b, a];
  const met = [first.met, second.met].filter((one) => one !== undefined).sort((x, y) => (x.at < y.at ? -1 : 1))[0];
  return { ...first, ...(met ? { met } : {}), ...(a.late || b.late ? { late: true } : {}) };
}
