import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Incident } from '#shared/incident/state.ts';

/** What this viewer has looked at: for each incident, the last entry there was. */
export interface Seen {
  /** What was there before the first visit counts as seen. */
  since: string;
  at: Readonly<Record<string, string>>;
}

const LIMIT = 2_000;
const keyOf = (userId: string): string => `fenghuo.seen.${userId}`;

const seen = createStore<{ userId: string | null } & Seen>(() => ({ userId: null, since: '', at: {} }));

export const useSeen = (): Seen => useStore(seen);

/** Takes up what a viewer had seen; on the first visit, everything up to now. */
export function openSeen(userId: string, now: string): void {
  if (seen.getState().userId === userId) return;
  const kept = localStorage.getItem(keyOf(userId));
  // Written only by `keep`.
  seen.setState({ userId, ...(kept === null ? { since: now, at: {} } : (JSON.parse(kept) as Seen)) });
  keep();
}

export function markSeen({ id, lastEntryAt }: Pick<Incident, 'id' | 'lastEntryAt'>): void {
  const { at } = seen.getState();
  if (at[id] === lastEntryAt) return;
  const entries = Object.entries({ ...at, [id]: lastEntryAt });
  seen.setState({
    at: Object.fromEntries(
      entries
        .slice()
        .sort(([, a], [, b]) => (a < b ? 1 : -1))
        .slice(0, LIMIT),
    ),
  });
  keep();
}

/** Whether an incident has an entry that this viewer has not looked at. What one logged oneself is known. */
export function isUnread(incident: Incident, { since, at }: Seen, viewerId: string): boolean {
  const looked = at[incident.id];
  if (looked !== undefined) return incident.lastEntryAt > looked;
  return incident.lastEntryAt > since && !(incident.entries === 1 && incident.loggedBy.id === viewerId);
}

/** Whether an incident is new to this viewer altogether. */
export const isNew = (incident: Incident, known: Seen, viewerId: string): boolean =>
  known.at[incident.id] === undefined && incident.loggedAt > known.since && incident.loggedBy.id !== viewerId;

function keep(): void {
  const { userId, since, at } = seen.getState();
  if (userId !== null) localStorage.setItem(keyOf(userId), JSON.stringify({ since, at }));
}
