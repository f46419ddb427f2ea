import type { Incident, Note } from '#shared/incident/state.ts';
import { ApiError } from '#client/store/api.ts';
import { now } from './clock.ts';
import { isReporter } from './reporter.ts';
import { diskNow } from './reports.ts';
import { ask } from './server.ts';
import { ifUnreachable } from './session.ts';
import { village } from './state.ts';

const LATEST = 20;

/** Reads back what became of the seat's reports. Without a network what was last heard stays. */
export async function refreshIncidents(): Promise<void> {
  const { phase, session, sent, entries } = village.getState();
  if (phase !== 'signed-in' || !session || !isReporter(session.user.role) || session.mustChangePassword) return;
  try {
    const { docs } = await ask<{ docs: Incident[] }>(`/incidents?limit=${LATEST}`);
    const own = docs.filter(({ loggedBy }) => loggedBy.id === session.user.id);
    village.setState({ around: docs.filter((doc) => doc.loggedBy.id !== session.user.id && doc.status === 'open'), aroundAt: now() });
    const { incidents, joined } = village.getState();
    const seen = new Set([...incidents.keys(), ...own.map(({ id }) => id)]);
    const taken = [...sent, ...entries.filter(({ type, state }) => type === 'incident.log' && state === 'recorded'), ...joined.map((id) => ({ id }))];
    const others = await Promise.all(
      taken
        .filter(({ id }) => !seen.has(id))
        .slice(-LATEST)
        .map(({ id }) => incident(id)),
    );
    keep([...own, ...others.filter((one) => one !== undefined)]);
  } catch (error) {
    ifUnreachable(error);
  }
}

/** Reads one report's incident and its log. */
export async function refreshTimeline(id: string): Promise<void> {
  try {
    const [doc, { entries }] = await Promise.all([incident(id), ask<{ entries: Note[] }>(`/incidents/${id}/timeline`)]);
    if (doc) keep([doc]);
    village.setState(({ timelines }) => ({ timelines: new Map(timelines).set(id, entries) }));
  } catch (error) {
    ifUnreachable(error);
  }
}

async function incident(id: string): Promise<Incident | undefined> {
  try {
    return await ask<Incident>(`/incidents/${id}`);
  } catch (error) {
    // One that is not there says nothing about the others.
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

/** From here on the record of somebody else is followed like one's own: what this phone knows is in it. */
export function join(doc: Incident): void {
  const { session, joined } = village.getState();
  const next = [...new Set([...joined, doc.id])].slice(-LATEST);
  localStorage.setItem(joinedKey(session?.user.id ?? ''), JSON.stringify(next));
  village.setState({ joined: next });
  keep([doc]);
}

export function recallJoined(userId: string): void {
  // Written only by `join`.
  village.setState({ joined: JSON.parse(localStorage.getItem(joinedKey(userId)) ?? '[]') as string[] });
}

const joinedKey = (userId: string): string => `fenghuo.village.joined.${userId}`;

function keep(docs: readonly Incident[]): void {
  const changed = docs.filter((doc) => village.getState().incidents.get(doc.id)?.seq !== doc.seq);
  if (changed.length === 0) return;
  village.setState(({ incidents }) => ({ incidents: new Map([...incidents, ...changed.map((doc) => [doc.id, doc] as const)]) }));
  const disk = diskNow();
  for (const doc of changed) void disk?.put('incidents', doc);
}
