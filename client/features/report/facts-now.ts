import { serverNow } from '#client/store/connection.ts';
import { documentsNow, liveNow } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { ReportKind } from '#shared/report/events.ts';
import { assemble, type Assembled } from '#shared/report/assemble.ts';
import { factsOf } from '#shared/report/facts.ts';
import { reportLevelOf } from '#shared/report/policy.ts';
import type { Tellable } from '#shared/report/told.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';

/** The levels that a report may go to: the next one first, then those above it (ERL art. 17). */
const UPWARD = ['township', 'county', 'city', 'province', 'state'] as const;
export type Upward = (typeof UPWARD)[number];

export function upwardOf(actor: Actor): readonly Upward[] {
  const level = reportLevelOf(actor);
  const region = level === 'department' ? documentsNow('organisation').get(actor.org)?.parent : undefined;
  const own = region === undefined ? level : regionLevelOf(region);
  if (level === 'department')
    return UPWARD.slice(
      Math.max(
        0,
        UPWARD.findIndex((one) => one === own),
      ),
    );
  return UPWARD.slice(UPWARD.findIndex((one) => one === level) + 1);
}

const regionLevelOf = (org: string): Upward | undefined => {
  const level = reportLevelOf({ role: 'county-duty', org });
  return UPWARD.find((one) => one === level);
};

/** What is known on this device, as the rules see it. */
const worldNow = (): World => ({ seq: liveNow().seq, get: (kind, id) => documentsNow(kind).get(id), all: (kind) => documentsNow(kind).values() });

/** The first call of an organisation is its first report; what follows is a follow-up. */
export const phoneKind = ({ reports = [] }: Incident, { org }: Actor): 'initial' | 'follow-up' =>
  reports.some((one) => one.org === org) ? 'follow-up' : 'initial';

/** What a report of this seat's would say of the incident, and whom it goes to. */
export const calledFacts = (incident: Incident, kind: ReportKind, actor: Actor, to: Upward | undefined): Omit<Tellable, 'text' | 'figures'> =>
  factsOf(worldNow(), incident, kind, actor, to);

/** A report as far as what is known on this device tells it. */
export function assembledNow(incident: Incident, kind: ReportKind, actor: Actor): Assembled {
  const nameOf = (id: string): string => documentsNow('organisation').get(id)?.name ?? '';
  return assemble(incident, { kind, org: actor.org, now: new Date(serverNow()).toISOString(), nameOf });
}
