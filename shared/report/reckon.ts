import type { Incident } from '#shared/incident/state.ts';
import type { DeadlineRule, Holiday } from '#shared/rulebook/tables.ts';
import { addMinutes } from '#shared/time.ts';
import { applies, levelOf, raisedAt } from './applies.ts';
import { byDue, type ReportDeadline } from './deadline.ts';
import { isNational } from './national.ts';
import { meets } from './meets.ts';
import { beginningOf, startOf, type Start } from './start.ts';
import { cityDay, cityInstant, dayAfter, workingDayAfter } from './workdays.ts';

/** What deadlines are reckoned by: the tables of rules, and a number of theirs. */
export interface ReckonBy {
  rules: readonly DeadlineRule[];
  holidays: readonly Pick<Holiday, 'id' | 'off'>[];
  /** How long after a level was raised the 升级报告 is due where the ordinary limit has passed. */
  upgradeMinutes: number;
}

/** So many periods of a recurring rule at most are made up for at once, after a long silence. */
const MOST_PERIODS = 400;

/**
 * Every report that is due for an incident, the earliest first: a later rule never hides an earlier one, and nothing that
 * was late or met is ever dropped. A drill owes nobody a report. A changed rule holds for what begins to run after it.
 */
export function reckon(stood: Incident, by: ReckonBy, now: string): ReportDeadline[] {
  if (stood.exercise) return [];
  const before = (stood.deadlines ?? []).map((row) => settled(row, stood));
  const incident = { ...stood, deadlines: before };
  // What is owed about it is owed where it goes on.
  if (incident.mergedInto !== undefined) return before.filter(isKept);
  const rows = by.rules.flatMap((rule) => {
    const known = before.filter((row) => row.rule === rule.id);
    if (rule.suspended) return known;
    if (!applies(rule, incident)) return known.filter(isKept);
    return (rule.daily ?? rule.everyDays) === undefined ? once(rule, incident, known, by, now) : again(rule, incident, known, now);
  });
  const gone = before.filter((row) => isKept(row) && !by.rules.some(({ id }) => id === row.rule));
  return [...rows, ...gone].map((row) => (before.includes(row) ? row : bornAt(settled(row, incident, true), now))).sort(byDue);
}

const isKept = ({ met, late }: ReportDeadline): boolean => met !== undefined || late === true;

/** A rule that asks once, and again when the level is raised to it or above what was told. */
function once(rule: DeadlineRule, incident: Incident, known: readonly ReportDeadline[], by: ReckonBy, now: string): ReportDeadline[] {
  const start = startOf(rule, incident);
  if (rule.clock === 'changed') return changed(rule, incident, known, start);
  if (!start) return known.filter(isKept);
  const level = rule.minSeverity === null ? undefined : (levelOf(incident) ?? undefined);
  const worse = level === undefined ? {} : { severity: level };
  const last = known.at(-1);
  if (!last) {
    const dueAt = dueOf(rule, start.at, by);
    const raised = rule.kind === 'initial' ? raisedAt(rule, incident) : undefined;
    const told = incident.reports?.some(({ from, kind }) => from === rule.from && kind !== 'correction');
    // What was told before the level was raised did not tell it; what had passed could not be kept.
    if (raised !== undefined && raised > start.at && (told || dueAt < raised)) return [upgrade(rule, start, dueAt, raised, worse, by)];
    return [{ ...rowOf(rule, start, dueAt), ...worse }];
  }
  const raisedAgain = level !== undefined && last.severity !== undefined && level < last.severity;
  if (raisedAgain && last.met) return [...known, upgrade(rule, start, '', raisedAt(rule, incident) ?? incident.lastEntryAt, worse, by)];
  const row = raisedAgain ? { ...last, ...worse } : last;
  if (row.kind === 'upgrade' || row.startedAt === start.at) return [...known.slice(0, -1), row];
  // What has passed unmet is late, wherever a corrected time would move it.
  const late: Pick<ReportDeadline, 'late'> = !row.met && row.dueAt < now ? { late: true } : {};
  return [...known.slice(0, -1), { ...row, ...late, startedAt: start.at, assumed: start.assumed, dueAt: dueOf(rule, start.at, by) }];
}

function upgrade(rule: DeadlineRule, { assumed }: Start, dueAt: string, raised: string, level: Pick<ReportDeadline, 'severity'>, by: ReckonBy): ReportDeadline {
  const half = addMinutes(raised, by.upgradeMinutes);
  return { ...rowOf(rule, { at: raised, assumed }, dueAt > half ? dueAt : half), kind: 'upgrade', ...level };
}

function dueOf(rule: DeadlineRule, start: string, by: ReckonBy): string {
  if (rule.workingDays === undefined) return addMinutes(start, rule.minutes ?? 0);
  return cityInstant(dayAfter(workingDayAfter(cityDay(start), rule.workingDays, by.holidays)), '00:00');
}

/** Each change asks anew, while one that is open already is met by the same report. */
function changed(rule: DeadlineRule, incident: Incident, known: readonly ReportDeadline[], start: Start | null): ReportDeadline[] {
  const outside = start && rule.withinDays !== undefined && start.at > addMinutes(beginningOf(incident), rule.withinDays * 1440);
  if (!start || outside || known.some(({ met }) => !met)) return [...known];
  return [...known, rowOf(rule, start, addMinutes(start.at, rule.minutes ?? 0))];
}

/** A rule that asks again and again until the situation is stable. What was missed stays, and the next is due all the same. */
function again(rule: DeadlineRule, incident: Incident, known: readonly ReportDeadline[], now: string): ReportDeadline[] {
  const start = startOf(rule, incident);
  const { stableAt, unsettledAt = '' } = incident.circumstances ?? {};
  const open = stableAt === undefined && incident.status === 'open';
  if (!start || !open) return known.filter(isKept);
  const rows = [...known];
  // While it was held to be stable nothing was owed: it begins anew.
  if (rows.every(({ dueAt }) => dueAt < unsettledAt))
    rows.push(periodAfter(rule, { ...start, at: unsettledAt > start.at ? unsettledAt : start.at }, undefined, unsettledAt || now));
  for (let i = 0; i < MOST_PERIODS; i += 1) {
    const last = rows.at(-1);
    const settledLast = last && settled(last, incident);
    if (settledLast && !settledLast.met && settledLast.dueAt >= now) break;
    rows.push(periodAfter(rule, start, settledLast, now));
  }
  return rows;
}

function periodAfter(rule: DeadlineRule, start: Start, last: ReportDeadline | undefined, now: string): ReportDeadline {
  if (rule.daily === undefined) {
    const at = last ? (last.met?.at ?? last.dueAt) : start.at;
    return { ...rowOf(rule, { at, assumed: start.assumed }, addMinutes(at, (rule.everyDays ?? 1) * 1440)), periodic: true };
  }
  // A period is a day of the city's: told by its hour, of what stood at midnight.
  if (last) return dayRow(rule, start, dayAfter(cityDay(last.met && last.met.at > last.dueAt ? last.met.at : last.dueAt)));
  const after = start.at > now ? start.at : now;
  const day = cityDay(after);
  return dayRow(rule, start, cityInstant(day, rule.daily) <= after ? dayAfter(day) : day);
}

const dayRow = (rule: DeadlineRule, { assumed }: Start, day: string): ReportDeadline => ({
  ...rowOf(rule, { at: cityInstant(day, '00:00'), assumed }, cityInstant(day, rule.daily ?? '00:00')),
  periodic: true,
});

const rowOf = (rule: DeadlineRule, start: Start, dueAt: string): ReportDeadline => ({
  rule: rule.id,
  kind: rule.kind,
  from: rule.from,
  to: rule.to,
  channel: rule.channel,
  startedAt: start.at,
  dueAt,
  assumed: start.assumed,
});

/**
 * The row with what has met it, and late if that came after its time. What has not come by then lapses by an order of the
 * clockwork, so a call that is recorded afterwards, whenever it is said to have been made, finds it late: nothing stood here in
 * time. A row that is born later asks only when the call was made.
 */
function settled(row: ReportDeadline, incident: Incident, newborn = false): ReportDeadline {
  if (row.met) return row.late || row.met.reason !== undefined || row.met.at <= row.dueAt ? row : { ...row, late: true };
  const met = metBy(row, incident);
  if (!met) return row;
  const counts = newborn ? met.at : (met.recordedAt ?? met.at);
  const late = row.late === true || (met.reason === undefined && counts > row.dueAt);
  return { ...row, met, ...(late ? { late: true } : {}) };
}

/** A row that had passed before anybody could have been warned is late from the start. */
const bornAt = (row: ReportDeadline, now: string): ReportDeadline => (!row.met && row.dueAt < now ? { ...row, late: true } : row);

function metBy(row: ReportDeadline, { reports = [], national = [], loggedAt }: Incident): ReportDeadline['met'] {
  // What a village records is before the township in the same moment.
  if (row.from === 'village') return { at: loggedAt };
  const report = reports.find((one) => meets(one, row));
  if (report) return { at: report.at, reportId: report.id, ...(report.recordedAt === undefined ? {} : { recordedAt: report.recordedAt }) };
  const entered = national.find((one) => isNational(one.system, row.rule));
  return entered && { at: entered.at, reason: `national:${entered.system}` };
}
