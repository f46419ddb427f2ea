import type { Incident } from '#shared/incident/state.ts';
import type { Instruction } from '#shared/instruction/state.ts';
import { standsDuty } from '#shared/duty/policy.ts';
import { isUnanswered } from '#shared/instruction/policy.ts';
import { stageOf, warningsOf } from '#shared/report/deadline.ts';
import { partIn } from '#shared/report/pending.ts';
import { isLeader, type Actor } from '#shared/seat.ts';

export const REMINDER_KINDS = [
  'new',
  'raised',
  'half',
  'near',
  'over',
  'instruction',
  'climbed',
  'unreached',
  'relief',
  'unfilled',
  'welfare',
  'callout',
  'cut',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Something that a person at a desk must learn of at once. */
export interface Reminder {
  /** Once told, not told again. */
  id: string;
  kind: ReminderKind;
  incidentId?: string;
  /** Where it is dealt with, when that is not an incident. */
  path?: string;
  title: string;
  /** Of an incident of level 1, of people in danger, or of a leader whom nobody answers or reaches. */
  red: boolean;
  exercise: boolean;
}

export type Viewer = Pick<Actor, 'id' | 'name' | 'role' | 'org'>;

const levelOf = ({ severity }: Incident): number => severity?.value ?? 9;

const about = (incident: Incident, kind: ReminderKind, id: string): Reminder => ({
  id: `${kind} ${incident.id} ${id}`,
  kind,
  incidentId: incident.id,
  title: incident.title,
  red: levelOf(incident) === 1,
  exercise: incident.exercise,
});

/** What a changed incident means to a viewer. `before` is its level when it was last seen here; none if it was not. `since`: what was so before is no news. */
export function remindersOfIncident(incident: Incident, before: number | undefined, viewer: Viewer, since: string): Reminder[] {
  if (incident.status !== 'open') return [];
  if (before === undefined) return incident.loggedAt >= since && incident.loggedBy.id !== viewer.id ? [about(incident, 'new', '')] : [];
  const level = levelOf(incident);
  return level < before && incident.severity?.by.id !== viewer.id ? [about(incident, 'raised', String(level))] : [];
}

export { levelOf };

/** The deadlines of an incident that this viewer owes and that have passed a half, four fifths, or all of their time since. */
export function remindersOfDeadlines(incident: Incident, viewer: Viewer, since: number, now: number): Reminder[] {
  if (incident.status !== 'open') return [];
  return (incident.deadlines ?? []).flatMap((row) => {
    const stage = stageOf(row, now);
    if (stage === 'met' || stage === 'running' || partIn(row, incident, viewer) !== 'owes') return [];
    const news = warningsOf(row)[stage] >= since || Date.parse(incident.loggedAt) >= since;
    return news ? [about(incident, stage, `${row.rule} ${row.dueAt}`)] : [];
  });
}

/** An instruction that nobody has acknowledged in time, told to the level that it has climbed to. */
export function reminderOfClimb({ id, incidentId, climbed, status, text, exercise }: Instruction, viewer: Viewer, since: string): Reminder | undefined {
  if (!climbed || climbed.at < since || !isUnanswered({ status })) return undefined;
  const [room, org] = climbed.to.split(':');
  const mine = org === viewer.org && (room === 'lead' ? isLeader(viewer) : standsDuty(viewer));
  return mine ? { id: `climbed ${id} ${climbed.at}`, kind: 'climbed', incidentId, title: text, red: true, exercise } : undefined;
}

/** An instruction that this viewer's organisation has to answer. */
export function reminderOfInstruction(instruction: Instruction, red: boolean, viewer: Viewer, since: string): Reminder | undefined {
  const { id, incidentId, to, by, at, status, text, exercise, steps } = instruction;
  const addressed = steps.findLast((step) => step.to)?.to ?? to;
  const last = steps.at(-1)?.at ?? at;
  if (addressed.org !== viewer.org || by.id === viewer.id || last < since || (status !== 'given' && status !== 'passed')) return undefined;
  return { id: `instruction ${id} ${status}`, kind: 'instruction', incidentId, title: text, red, exercise };
}
