import type { Payload } from '#shared/catalogue.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Sending } from '#client/store/outbox-queue.ts';
import type { VillageState } from './state.ts';

type Report = Payload<'incident.log'>;

/** One report as its reporter sees it: what the phone knows of its way, and what the server says became of it. */
export interface ReportView {
  id: string;
  title: string;
  typeCode: string;
  place: string;
  /** The first tap. */
  at: string;
  /** Absent when another phone sent it. */
  sending?: Sending;
  incident?: Incident;
  /** When the server took it, as far as this phone knows. */
  sentAt?: string;
  /** Notes to it that wait. */
  notes: readonly Sending[];
}

type Known = Pick<VillageState, 'entries' | 'sent' | 'incidents'> & Partial<Pick<VillageState, 'joined'>>;

/** Every report of the seat, the newest first: waiting, refused, sent by this phone, and sent by another one. */
export function viewsOf({ entries, sent, incidents, joined = [] }: Known, userId: string): ReportView[] {
  const own = [...incidents.values()].filter(({ id, loggedBy }) => loggedBy.id === userId || joined.includes(id));
  const notes = entries.filter(({ type }) => type === 'incident.note');
  const orders = new Map([...sent, ...entries.filter(({ type }) => type === 'incident.log')].map((entry) => [entry.id, entry]));
  const ids = new Set([...orders.keys(), ...own.map(({ id }) => id)]);
  const views = [...ids].map((id) =>
    viewOf(
      id,
      orders.get(id),
      incidents.get(id),
      notes.filter((note) => incidentOf(note) === id),
    ),
  );
  return views
    .filter((view) => view !== undefined)
    .slice()
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** A record of somebody else, as a report is shown. */
export const viewOfIncident = (incident: Incident): ReportView | undefined => viewOf(incident.id, undefined, incident, []);

export const isWaiting = ({ state }: Sending): boolean => state === 'queued' || state === 'sending';

/** How many of its orders still wait. */
export const waitingIn = ({ entries }: Pick<VillageState, 'entries'>): number => entries.filter(isWaiting).length;

export const incidentOf = ({ payload }: Sending): string => (payload as Payload<'incident.note'>).incidentId;

function viewOf(id: string, sending: Sending | undefined, incident: Incident | undefined, notes: readonly Sending[]): ReportView | undefined {
  // A log order of this queue was made by `reportOf`, and its id is the incident's.
  const report = sending?.payload as Report | undefined;
  const at = report?.discoveredAt ?? incident?.discoveredAt ?? incident?.receivedAt ?? sending?.at;
  const title = incident?.title ?? report?.title;
  const typeCode = incident?.typeCode ?? report?.typeCode;
  if (at === undefined || title === undefined || typeCode === undefined) return undefined;
  const sentAt = incident?.loggedAt ?? (sending?.state === 'recorded' ? sending.answeredAt : undefined);
  const place = incident?.place.text ?? report?.place.text ?? '';
  return {
    id,
    title,
    typeCode,
    place,
    at,
    notes,
    ...(sending ? { sending } : {}),
    ...(incident ? { incident } : {}),
    ...(sentAt === undefined ? {} : { sentAt }),
  };
}
