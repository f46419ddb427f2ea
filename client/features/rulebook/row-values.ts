import type { Row, TableId } from '#shared/rulebook/tables.ts';

/** What a row's form holds. The ways of saying how long are one choice and one box. */
export interface Values {
  [field: string]: unknown;
  limitKind?: LimitKind;
  limit?: number | string;
  switchedOff?: boolean;
}

export const LIMIT_KINDS = ['minutes', 'workingDays', 'daily', 'everyDays'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export function valuesOf(row: Row): Values {
  if (!('clock' in row)) return { ...row };
  const limitKind = LIMIT_KINDS.find((kind) => row[kind] !== undefined) ?? 'minutes';
  return { ...row, limitKind, limit: row[limitKind] ?? '', minSeverity: row.minSeverity ?? 0, switchedOff: row.suspended === true };
}

/** The row that a form means, not yet checked. What the form does not show stays as it was. */
export function rowOf(table: TableId, values: Values, before: Row | undefined): Record<string, unknown> {
  const { limitKind, limit, switchedOff, ...rest } = values;
  const row: Record<string, unknown> = { ...before, ...rest };
  if (table === 'report-deadlines') {
    for (const kind of LIMIT_KINDS) delete row[kind];
    if (limitKind !== undefined) row[limitKind] = limitKind === 'daily' ? limit : Number(limit);
    row['minSeverity'] = row['minSeverity'] === 0 ? null : (row['minSeverity'] ?? null);
    // Only a clock that another row starts names one.
    if (row['clock'] !== 'after') delete row['after'];
    row['suspended'] = switchedOff === true ? true : undefined;
  }
  if (table === 'severity' && typeof row['at'] === 'object' && row['at'] !== null)
    row['at'] = Object.fromEntries(Object.entries(row['at']).filter(([, least]) => least !== null && least !== undefined));
  // A list from which all was taken, and a text that was emptied, are not there.
  for (const field of ['exceptHazards', 'except', 'sourceEn'])
    if (row[field] === '' || (Array.isArray(row[field]) && row[field].length === 0)) delete row[field];
  // Only a deadline's least level may be null: it applies whatever the level.
  return Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== undefined && (value !== null || field === 'minSeverity')));
}
