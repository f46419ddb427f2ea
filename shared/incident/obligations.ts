import { isCommitted, missionId } from '#shared/dispatch/mission.ts';
import { isToDo } from '#shared/instruction/policy.ts';
import type { ReportDeadline } from '#shared/report/deadline.ts';
import type { RefusalDetail } from '#shared/refusal.ts';
import { responsesOf } from '#shared/response/policy.ts';
import type { Level } from '#shared/response/orders.ts';
import type { World } from '#shared/world.ts';
import type { Report } from '#shared/report/state.ts';
import { heldBy } from './held.ts';
import type { Incident } from './state.ts';

/** Something that is still owed about an incident. It keeps the incident open, and is handed over with it. */
export type Obligation =
  | ({ kind: 'deadline' } & Pick<ReportDeadline, 'rule' | 'from' | 'to' | 'channel' | 'dueAt'> & { report: ReportDeadline['kind'] })
  | { kind: 'report'; id: string; from: string; to: string; status: Report['status'] }
  | { kind: 'instruction'; id: string; to: string; dueAt?: string }
  | { kind: 'dispatch'; id: string; number: string; teams: readonly string[] }
  | { kind: 'response'; id: string; level: Level; plan: string }
  | { kind: 'child'; id: string; number: string };

/** All that is owed about an incident now, in the order in which it is due. What this seat may not see is not among it. */
export function openObligations(world: Pick<World, 'get'>, incident: Incident): Obligation[] {
  return [
    ...deadlines(incident),
    ...reports(world, incident),
    ...instructions(world, incident),
    ...dispatches(world, incident),
    ...responses(world, incident),
    ...children(world, incident),
  ];
}

function deadlines({ deadlines = [] }: Incident): Obligation[] {
  return deadlines
    .filter(({ met }) => met === undefined)
    .map(({ rule, kind: report, from, to, channel, dueAt }) => ({ kind: 'deadline', rule, report, from, to, channel, dueAt }));
}

/** Reports that were begun and not sent. */
function reports(world: Pick<World, 'get'>, incident: Incident): Obligation[] {
  return heldBy(incident).flatMap(({ kind, id }): Obligation[] => {
    const doc = kind === 'report' ? world.get(kind, id) : undefined;
    if (!doc || doc.status === 'sent' || doc.status === 'acknowledged') return [];
    return [{ kind: 'report', id, from: doc.from.org, to: doc.to.level, status: doc.status }];
  });
}

function instructions(world: Pick<World, 'get'>, incident: Incident): Obligation[] {
  return heldBy(incident).flatMap(({ kind, id }): Obligation[] => {
    const doc = kind === 'instruction' ? world.get(kind, id) : undefined;
    return doc && isToDo(doc) ? [{ kind: 'instruction', id, to: doc.to.org, ...(doc.dueAt === undefined ? {} : { dueAt: doc.dueAt }) }] : [];
  });
}

/** The missions of teams that are not home. */
export const teamsOut = (world: Pick<World, 'get'>, incident: Incident): string[] =>
  heldBy(incident)
    .filter(({ kind, id }) => kind === 'mission' && isCommitted(world.get(kind, id) ?? { state: 'returned' }))
    .map(({ id }) => id);

/** Needs that are open, and those whose teams are not home yet. */
function dispatches(world: Pick<World, 'get'>, incident: Incident): Obligation[] {
  return heldBy(incident).flatMap(({ kind, id }): Obligation[] => {
    const doc = kind === 'dispatch' ? world.get(kind, id) : undefined;
    if (!doc) return [];
    const out = doc.offers.filter(({ teamId }) => isCommitted(world.get('mission', missionId(id, teamId)) ?? { state: 'returned' }));
    const wanted = doc.state === 'open' || out.length > 0;
    return wanted ? [{ kind: 'dispatch', id, number: doc.number, teams: out.map(({ name }) => name) }] : [];
  });
}

/** Responses that nobody has ended. */
const responses = (world: Pick<World, 'get'>, incident: Incident): Obligation[] =>
  responsesOf(world, incident)
    .filter(({ status }) => status === 'running')
    .map(({ id, level, planTitle }) => ({ kind: 'response', id, level, plan: planTitle.zh }));

function children(world: Pick<World, 'get'>, { children: ids = [] }: Incident): Obligation[] {
  return ids.flatMap((id): Obligation[] => {
    const child = world.get('incident', id);
    return child?.status === 'open' ? [{ kind: 'child', id, number: child.number }] : [];
  });
}

/** An obligation as a refusal names it: its path leads to what is owed. */
export function detailOf(obligation: Obligation): RefusalDetail {
  switch (obligation.kind) {
    case 'deadline':
      return {
        path: `deadlines.${obligation.rule}`,
        message: `a report of ${obligation.from} to ${obligation.to} is due at ${obligation.dueAt}`,
        current: obligation.dueAt,
      };
    case 'report':
      return { path: `report/${obligation.id}`, message: `a report of ${obligation.from} is ${obligation.status}, not sent` };
    case 'instruction':
      return { path: `instruction/${obligation.id}`, message: `an instruction to ${obligation.to} is not carried out` };
    case 'dispatch': {
      const teams = obligation.teams.length === 0 ? 'is open' : `has teams that are not home: ${obligation.teams.join(', ')}`;
      return { path: `dispatch/${obligation.id}`, message: `${obligation.number} ${teams}` };
    }
    case 'response':
      return { path: `response/${obligation.id}`, message: `a response of level ${obligation.level} is running` };
    case 'child':
      return { path: `incident/${obligation.id}`, message: `${obligation.number}, a part of it, is open` };
    default:
      return obligation satisfies never;
  }
}
