import type { Casualties } from './orders.ts';
import type { Losses } from './record.ts';
import type { Incident } from './state.ts';

/** Figures of several incidents together. A figure that nobody gave adds nothing, and stays absent if nobody gave it at all. */
export function sumOf(incidents: readonly Pick<Incident, 'casualties' | 'losses'>[]): { casualties: Casualties; losses: Losses } {
  return { casualties: added(incidents.map(({ casualties }) => casualties)), losses: added(incidents.map(({ losses }) => losses ?? {})) };
}

function added<T extends Readonly<Record<string, number | undefined>>>(figures: readonly T[]): T {
  const sum: Record<string, number> = {};
  for (const [key, value] of figures.flatMap((one) => Object.entries(one))) if (value !== undefined) sum[key] = (sum[key] ?? 0) + value;
  // The same figures, added up.
  return sum as T;
}

/** Rows in which the parts of something stand beneath it; both keep the order that they had. */
export function grouped(incidents: readonly Incident[]): Incident[] {
  const known = new Set(incidents.map(({ id }) => id));
  const parts = new Map<string, Incident[]>();
  for (const incident of incidents)
    if (incident.parentId !== undefined && known.has(incident.parentId)) {
      const others = parts.get(incident.parentId);
      if (others) others.push(incident);
      else parts.set(incident.parentId, [incident]);
    }
  const below = (incident: Incident): Incident[] => [incident, ...(parts.get(incident.id) ?? []).flatMap(below)];
  return incidents.filter(({ parentId }) => parentId === undefined || !known.has(parentId)).flatMap(below);
}
