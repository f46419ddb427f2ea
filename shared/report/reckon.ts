import type { Incident } from '#shared/incident/state.ts';
import type { DeadlineRule, Holiday } from '#shared/rulebook/tables.ts';
import { addMinutes } from '#shared/time.ts';
import { byDue, type ReportDeadline, type ReportLevel } from './deadline.ts';
import { isNational } from './national.ts';
import { meets } from './meets.ts';
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
/** Who is outside and owes a report whether or not anybody here has said so; who is here owes one once it knows. */
const OUTSIDE: readonly ReportLevel[] = ['firm', 'hospital', 'operator'];
const ALWAYS: readonly ReportLevel[] = ['county', 'city'];

/**
 * Every report that is due for an incident, the earliest first: a later rule never hides an earlier one, and nothing that
 * was late or met is ever dropped. A drill owes nobody a report.
 */
export function reckon(incident: Incident, by: ReckonBy, now: string): ReportDeadline[] {
  if (incident.exercise) return [];
  const before = incident.deadlines ?? [];
  const rows = by.rules.flatMap((rule) => {
    const known = before.filter((row) => row.rule === rule.id);
    if (!applies(rule, incident, now)) return known.filter(isKept);
    return (rule.daily ?? rule.everyDays) === undefined ? once(rule, incident, known, by, now) : again(rule, incident, known, now);
  });
  const gone = before.filter((row) => isKept(row) && !by.rules.some(({ id }) => id === row.rule));
  return [...rows, ...gone].map((row) => settled(row, incident, now)).sort(byDue);
}

const isKept = ({ met, late }: ReportDeadline): boolean => met !== undefined || late === true;

function applies(rule: DeadlineRule, incident: Incident, now: string): boolean {
  const { typeCode, severity, circumstances } = incident;
  const covers = (codes: readonly string[] = []): boolean => codes.some((code) => typeCode.startsWith(code));
  if (!covers(rule.hazards) || covers(rule.exceptHazards)) return false;
  const level = severity?.value ?? null;
  if (rule.minSeverity !== null && (level === null || level > rule.minSeverity)) return false;
  if (rule.maxSeverity !== undefined && level !== null && level < rule.maxSeverity) return false;
  if (rule.only === 'critical-infrastructure' && !circumstances?.criticalInfrastructure) return false;
  if (rule.only === 'drinking-water' && !circumstances?.drinkingWater) return false;
  if (rule.withinDays !== undefined && now > addMinutes(beginningOf(incident), rule.withinDays * 1440)) return false;
  return ALWAYS.includes(rule.from) || OUTSIDE.includes(rule.from) || incident.received?.[rule.from] !== undefined;
}

const beginningOf = ({ occurredAt, discoveredAt, receivedAt }: Incident): string => occurredAt ?? discoveredAt ?? receivedAt;

/** A rule that asks once. Where its limit had passed before the level was raised to it, a 升级报告 is due instead. */
function once(rule: DeadlineRule, incident: Incident, known: readonly ReportDeadline[], by: ReckonBy, now: string): ReportDeadline[] {
  const start = startOf(rule, incident);
  if (!start) return known.filter(isKept);
  const dueAt =
    rule.workingDays === undefined
      ? addMinutes(start.at, rule.minutes ?? 0)
      : cityInstant(dayAfter(workingDayAfter(cityDay(start.at), rule.workingDays, by.holidays)), '00:00');
  if (rule.clock === 'changed') {
    // Each change asks anew; what was asked before and never told is told by the same report.
    const rest = known.filter((row) => row.dueAt !== dueAt && isKept(row));
    return [...rest, known.find((row) => row.dueAt === dueAt) ?? rowOf(rule, start, dueAt)];
  }
  const old = known.at(-1);
  if (old?.kind === 'upgrade') return [...known];
  if (old) return [{ ...old, startedAt: start.at, dueAt, assumed: start.assumed }];
  const raised = rule.minSeverity !== null && dueAt < now && incident.loggedAt < now;
  return raised ? [{ ...rowOf(rule, { at: now, assumed: start.assumed }, addMinutes(now, by.upgradeMinutes)), kind: 'upgrade' }] : [rowOf(rule, start, dueAt)];
}

/** A rule that asks again and again until the situation is stable. What was missed stays, and the next is due all the same. */
function again(rule: DeadlineRule, incident: Incident, known: readonly ReportDeadline[], now: string): ReportDeadline[] {
  const start = startOf(rule, incident);
  if (!start) return known.filter(isKept);
  const rows = [...known];
  const open = incident.circumstances?.stableAt === undefined && incident.status === 'open';
  for (let i = 0; open && i < MOST_PERIODS; i += 1) {
    const last = rows.at(-1);
    const met = last && (last.met ?? metBy(last, incident));
    if (last && !met && last.dueAt >= now) break;
    rows.push(periodAfter(rule, start, last && { ...last, ...(met ? { met } : {}) }, now));
  }
  return open ? rows : rows.filter(isKept);
}

function periodAfter(rule: DeadlineRule, start: Start, last: ReportDeadline | undefined, now: string): ReportDeadline {
  const from = last ? [last.dueAt, last.met?.at ?? ''].sort().at(-1) : undefined;
  if (rule.daily === undefined) {
    const at = last ? (last.met?.at ?? last.dueAt) : start.at;
    return rowOf(rule, { at, assumed: start.assumed }, addMinutes(at, (rule.everyDays ?? 1) * 1440));
  }
  // A period is a day of the city's: told by its hour, of what stood at midnight.
  const after = from === undefined ? [start.at, now].sort().at(-1) : undefined;
  let day = from === undefined ? cityDay(after ?? now) : dayAfter(cityDay(from));
  if (after !== undefined && cityInstant(day, rule.daily) <= after) day = dayAfter(day);
  return rowOf(rule, { at: cityInstant(day, '00:00'), assumed: start.assumed }, cityInstant(day, rule.daily));
}

interface Start {
  at: string;
  /** An unknown earlier time is stood in for by the next later one that is known. */
  assumed: boolean;
}

/** The instant that starts a rule's clock, or null while it does not run. */
function startOf(rule: DeadlineRule, incident: Incident): Start | null {
  const { occurredAt, discoveredAt, received = {}, circumstances, reports = [], givenAt = {} } = incident;
  const known = (at: string | undefined): Start | null => (at === undefined ? null : { at, assumed: false });
  const reported = reports.filter(({ from }) => from === rule.from).map(({ at }) => at);
  switch (rule.clock) {
    case 'received':
      return known(received[rule.from]?.at);
    case 'stable':
      return known(circumstances?.stableAt);
    case 'reported':
      return known(reported.sort()[0]);
    case 'changed': {
      const changed = FIGURES.flatMap((figure) => givenAt[figure] ?? [])
        .sort()
        .at(-1);
      const last = reported.sort().at(-1);
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

/** The row with what has met it, and late if that came after its time, or has not come by now. */
function settled(row: ReportDeadline, incident: Incident, now: string): ReportDeadline {
  const met = row.met ?? metBy(row, incident);
  const late = row.late === true || (met ? met.reason === undefined && met.at > row.dueAt : now > row.dueAt);
  return { ...row, ...(met ? { met } : {}), ...(late ? { late: true } : {}) };
}

function metBy(row: ReportDeadline, { reports = [], national = [], loggedAt }: Incident): ReportDeadline['met'] {
  // What a village records is before the township in the same moment.
  if (row.from === 'village') return { at: loggedAt };
  const report = reports.find((one) => meets(one, row));
  if (report) return { at: report.at, reportId: report.id };
  const entered = national.find((one) => isNational(one.system, row.rule));
  return entered && { at: entered.at, reason: `national:${entered.system}` };
}
