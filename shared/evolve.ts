import { evolveAlert } from './alert/state.ts';
import type { FenghuoEvent } from './catalogue.ts';
import type { Commit } from './commit.ts';
import { evolveClaim } from './claim/state.ts';
import { evolveContact } from './contact/state.ts';
import { evolveDispatch } from './dispatch/evolve.ts';
import { evolveDuty } from './duty/state.ts';
import { evolveFile } from './file/state.ts';
import type { IncidentEvent } from './incident/events.ts';
import { evolveIncident } from './incident/state.ts';
import type { TieEvent } from './incident/tie-events.ts';
import { evolveTie } from './incident/tie-state.ts';
import { evolveInstruction } from './instruction/state.ts';
import { evolveOrganisation } from './organisation/state.ts';
import { evolvePerson, keepCustody } from './person/state.ts';
import { evolvePlan } from './plan/evolve.ts';
import { evolveReport } from './report/state.ts';
import { evolveResponse } from './response/state.ts';
import { evolveRulebook } from './rulebook/state.ts';
import { evolveSchedule } from './schedule/state.ts';
import type { Author } from './seat.ts';
import { evolveSeat } from './access/state.ts';
import { evolveSketch } from './sketch/state.ts';
import { evolveTeam } from './team/state.ts';
import { evolvePreference } from './preference/state.ts';
import { evolveView } from './view/state.ts';
import { Overlay, type Change, type Draft, type World } from './world.ts';

const TIES: readonly string[] = [
  'incident.merged',
  'incident.absorbed',
  'incident.linked',
  'incident.unlinked',
  'incident.transferred',
  'incident.escalated',
] satisfies TieEvent['type'][];
const isTie = (event: IncidentEvent | TieEvent): event is TieEvent => TIES.includes(event.type);

/** Whatever happens to an incident, the personal data that is kept for it follows its end. */
function evolveAnIncident(draft: Draft, event: IncidentEvent | TieEvent, at: string, by: Author): void {
  if (isTie(event)) evolveTie(draft, event, at, by);
  else evolveIncident(draft, event, at, by);
  keepCustody(draft, event.incidentId);
}

type Domain = FenghuoEvent['type'] extends infer T ? (T extends `${infer D}.${string}` ? D : never) : never;
type EventOf<D extends Domain> = Extract<FenghuoEvent, { type: `${D}.${string}` }>;

/** Who folds the events of a domain. One that has none does not compile. */
const EVOLVE: { [D in Domain]: (draft: Draft, event: EventOf<D>, at: string, by: Author) => void } = {
  alert: evolveAlert,
  claim: evolveClaim,
  contact: evolveContact,
  dispatch: evolveDispatch,
  duty: evolveDuty,
  file: evolveFile,
  incident: evolveAnIncident,
  instruction: evolveInstruction,
  member: evolveTeam,
  organisation: evolveOrganisation,
  person: evolvePerson,
  plan: evolvePlan,
  preference: evolvePreference,
  report: evolveReport,
  response: evolveResponse,
  rulebook: evolveRulebook,
  schedule: evolveSchedule,
  seat: evolveSeat,
  sketch: evolveSketch,
  task: evolveResponse,
  team: evolveTeam,
  view: evolveView,
};

/** The one reducer. Total: it skips what it does not know and never throws. */
export function evolve(draft: Draft, event: FenghuoEvent, at: string, by: Author): void {
  const domain = event.type.slice(0, event.type.indexOf('.')) as Domain;
  // A version before this one may have written what is not there any more. The table has the domain's own reducer.
  const reduce = EVOLVE[domain] as ((draft: Draft, event: FenghuoEvent, at: string, by: Author) => void) | undefined;
  reduce?.(draft, event, at, by);
}

/** Folds a commit over a world and says which documents it changed. The world itself is left alone. */
export function fold(world: World, commit: Pick<Commit, 'seq' | 'at' | 'actor' | 'events'>): Change[] {
  const draft = new Overlay(world, commit.seq);
  for (const event of commit.events) evolve(draft, event, commit.at, commit.actor);
  return [...draft.changes()];
}
