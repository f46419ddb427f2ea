import { useMemo } from 'react';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { useDocuments } from '#client/store/world.ts';
import { useSounds } from '#client/ui/sounds.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { grouped } from '#shared/incident/family.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { dayOf } from '#shared/time.ts';
import { shows, type IncidentFilter } from './filter.ts';
import { compareIncidents } from './order-of.ts';
import { isNew, useSeen, type Seen } from './seen.ts';

/** What nobody looked at for so long no longer pulses on the map. */
const NEW_FOR_MS = 30 * 60_000;
const NOTHING_SEEN: Seen = { since: '', at: {} };
const NOTHING_NEW: ReadonlySet<string> = new Set();

export interface OpenIncidents {
  incidents: readonly Incident[];
  openCount: number;
  fresh: ReadonlySet<string>;
  /** Whether the map shows an incident: the same choice as the list's. */
  shown: (incident: Incident) => boolean;
}

/** The incidents of this mode that the filter lets through, in the list's order. */
export function useOpenIncidents(filter: IncidentFilter, viewer: Actor): OpenIncidents {
  const exercise = useMode() === 'drill';
  const all = useDocuments('incident');
  const seen = useSeen();
  const minute = Math.floor(useTick(60_000, serverNow) / 60_000) * 60_000;
  const today = dayOf(new Date(minute).toISOString());
  const { id, org } = viewer;

  const sounds = useSounds(filter.text ?? '');
  // What the filter does not ask about does not make it a new choice: the map draws by differences.
  const looked = filter.unread ? seen : NOTHING_SEEN;
  const now = filter.overdue ? minute : 0;
  const shown = useMemo(() => {
    const looking = { viewer: { id, org }, now, today, seen: looked, sounds };
    return (incident: Incident) => incident.exercise === exercise && shows(filter, incident, looking);
  }, [filter, exercise, id, org, today, now, looked, sounds]);
  const incidents = useMemo(() => {
    const sorted = [...all.values()].filter(shown).slice().sort(compareIncidents);
    return filter.grouped ? grouped(sorted) : sorted;
  }, [all, shown, filter.grouped]);
  const openCount = useMemo(() => [...all.values()].filter((one) => one.exercise === exercise && one.status === 'open').length, [all, exercise]);
  const fresh = useMemo(() => {
    const from = new Date(minute - NEW_FOR_MS).toISOString();
    const found = incidents.filter((one) => one.status === 'open' && one.loggedAt >= from && isNew(one, seen, id));
    return found.length === 0 ? NOTHING_NEW : new Set(found.map((one) => one.id));
  }, [incidents, seen, id, minute]);
  return { incidents, openCount, fresh, shown };
}
