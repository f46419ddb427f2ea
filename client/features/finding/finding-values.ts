import type { Payload } from '#shared/catalogue.ts';
import type { Severity } from '#shared/incident/events.ts';
import type { Incident } from '#shared/incident/state.ts';
import { cityDay } from '#shared/report/workdays.ts';

export const OUTSIDERS = ['firm', 'hospital', 'operator'] as const;
export type Outsider = (typeof OUTSIDERS)[number];

/** What the form holds: times as the city's clock shows them. */
export interface Findings {
  stableAt: string;
  drinkingWater: boolean;
  criticalInfrastructure: boolean;
  alsoTypes: readonly string[];
  grade: Severity | null;
  noticed: Readonly<Record<Outsider, string>>;
}

/** `2026-06-01T19:30`, as a browser's field for a time wants it. */
const wallOf = (iso: string | undefined): string =>
  iso === undefined ? '' : `${cityDay(iso)}T${new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16)}`;

const instantOf = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString();

export function findingsOf({ circumstances = {}, received = {} }: Incident): Findings {
  const { stableAt, drinkingWater = false, criticalInfrastructure = false, alsoTypes = [], grade = null } = circumstances;
  const noticed = { firm: wallOf(received.firm?.at), hospital: wallOf(received.hospital?.at), operator: wallOf(received.operator?.at) };
  return { stableAt: wallOf(stableAt), drinkingWater, criticalInfrastructure, alsoTypes, grade, noticed };
}

/** The order that records what is new of it, or null where nothing is. A time that was recorded is not taken back. */
export function orderOf(incident: Incident, now: Findings): Payload<'report.find'> | null {
  const before = findingsOf(incident);
  const times = OUTSIDERS.filter((one) => now.noticed[one] !== '' && now.noticed[one] !== before.noticed[one]);
  const order = {
    ...(now.stableAt !== '' && now.stableAt !== before.stableAt ? { stableAt: instantOf(now.stableAt) } : {}),
    ...(now.drinkingWater === before.drinkingWater ? {} : { drinkingWater: now.drinkingWater }),
    ...(now.criticalInfrastructure === before.criticalInfrastructure ? {} : { criticalInfrastructure: now.criticalInfrastructure }),
    ...(now.alsoTypes.join() === before.alsoTypes.join() ? {} : { alsoTypes: [...now.alsoTypes] }),
    ...(now.grade === before.grade || now.grade === null ? {} : { grade: now.grade }),
    ...(times.length === 0 ? {} : { noticed: Object.fromEntries(times.map((one) => [one, instantOf(now.noticed[one])])) }),
  };
  return Object.keys(order).length === 0 ? null : { incidentId: incident.id, ...order };
}
