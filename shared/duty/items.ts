import { HAZARDS } from '#shared/alert/hazards.ts';
import type { AlertContent } from '#shared/alert/orders.ts';
import { ownersOf } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import { regionLevel } from '#shared/region.ts';
import type { ReportDeadline, ReportLevel } from '#shared/report/deadline.ts';
import type { ReportKind } from '#shared/report/events.ts';
import type { World } from '#shared/world.ts';

/** Something that the next shift must know of and somebody of it must take. Its key names it for as long as it is open. */
export interface HandoverItem {
  key: string;
  kind: 'incident' | 'deadline' | 'report' | 'instruction' | 'alert' | 'callout';
  /** Of an alert that is about none: empty. */
  incidentId: string;
  number: string;
  /** Absent of a restricted incident: who hands over need not be who may see it. */
  title?: string;
  dueAt?: string;
  rule?: string;
  report?: ReportKind;
  /** What a report is to become, or how far it is. */
  status?: string;
  text?: string;
}

/** Reporters outside, for whom the organisation that has the incident keeps the clock. */
const OUTSIDE: readonly ReportLevel[] = ['village', 'firm', 'hospital', 'operator', 'department', 'disease-control'];

/** Everything that an organisation's shift has open, the same on server and screen. Drills have no handover of their own. */
export function handoverItems(world: Pick<World, 'all'>, org: string): HandoverItem[] {
  const items: HandoverItem[] = [];
  const open = new Map<string, Incident>();
  for (const incident of world.all('incident')) {
    if (incident.status !== 'open' || incident.exercise) continue;
    open.set(incident.id, incident);
    const timers = timersOf(incident, org);
    if (timers.length > 0 || isOf(incident, org)) items.push({ ...about(incident), key: `incident/${incident.id}`, kind: 'incident' }, ...timers);
  }
  for (const { id, incidentId, from, kind, status } of world.all('report')) {
    const incident = open.get(incidentId);
    if (!incident || from.org !== org || status === 'sent' || status === 'acknowledged') continue;
    items.push({ ...about(incident), key: `report/${id}`, kind: 'report', report: kind, status });
  }
  for (const { id, incidentId, text, dueAt, status, to, by } of world.all('instruction')) {
    const incident = open.get(incidentId);
    if (!incident || status === 'reported' || (to.org !== org && by.org !== org)) continue;
    const due = dueAt === undefined ? {} : { dueAt };
    items.push({ ...about(incident), key: `instruction/${id}`, kind: 'instruction', status, ...due, ...(incident.sensitive ? {} : { text }) });
  }
  items.push(...alertItems(world, org));
  return items.sort(byUrgency);
}

/** Alerts of this organisation that wait or are in force, and those of others that it has not answered. */
function alertItems(world: Pick<World, 'all'>, org: string): HandoverItem[] {
  const items: HandoverItem[] = [];
  for (const { id, number, exercise, home, org: issuer, status, content, draft, about: incidentId = '' } of world.all('alert')) {
    const shown = content ?? draft?.content;
    if (exercise || !shown || (home !== org && issuer !== org) || status === 'cancelled' || status === 'expired') continue;
    const due = shown.expectedEnd === undefined ? {} : { dueAt: shown.expectedEnd };
    items.push({ key: `alert/${id}`, kind: 'alert', incidentId, number, title: titleOf(shown), status, ...due });
  }
  for (const { id, number, exercise, org: asked, role, colour, answered, closed, name } of world.all('callout')) {
    if (exercise || asked !== org || role !== 'answer' || answered || closed) continue;
    items.push({ key: `callout/${id}`, kind: 'callout', incidentId: '', number, title: `${COLOUR_WORDS[colour]}预警`, text: name });
  }
  return items;
}

const COLOUR_WORDS = { red: '红色', orange: '橙色', yellow: '黄色', blue: '蓝色' } as const;

/** As it stands in the sheet, which is a paper in Chinese. */
const titleOf = ({ hazard, colour }: AlertContent): string => `${HAZARDS[hazard].zh}${COLOUR_WORDS[colour]}预警`;

/** It was logged here, or this duty office has taken note of it. */
const isOf = (incident: Incident, org: string): boolean =>
  incident.org === org || Object.values(incident.received ?? {}).some((received) => received.by.org === org);

function timersOf(incident: Incident, org: string): HandoverItem[] {
  const level = /^\d+$/.test(org) ? regionLevel(org) : 'department';
  const mine = ({ from }: ReportDeadline): boolean => (from === level && ownersOf(incident).includes(org)) || (incident.org === org && OUTSIDE.includes(from));
  return (incident.deadlines ?? [])
    .filter((deadline) => !deadline.met && mine(deadline))
    .map(({ rule, dueAt, kind }) => ({ ...about(incident), key: `deadline/${incident.id}/${rule}/${dueAt}`, kind: 'deadline', rule, dueAt, report: kind }));
}

function about({ id, number, title, sensitive }: Incident): Pick<HandoverItem, 'incidentId' | 'number' | 'title'> {
  return { incidentId: id, number, ...(sensitive ? {} : { title }) };
}

/** What is due first comes first, then by incident. */
function byUrgency(a: HandoverItem, b: HandoverItem): number {
  const [dueA, dueB] = [a.dueAt ?? '~', b.dueAt ?? '~'];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.number === b.number ? (a.key < b.key ? -1 : 1) : a.number < b.number ? -1 : 1;
}
