import type { Payload } from '#shared/catalogue.ts';
import { distanceM, type LngLat } from '#shared/geo.ts';
import type { ReportView } from './views.ts';

const WITHIN_MS = 15 * 60_000;
/** What others have logged is told in more ways, and later. */
export const AROUND_WITHIN_MS = 2 * 3_600_000;
const NEAR_M = 1_000;

type Report = Payload<'incident.log'>;

/** The last report that the new one may be the same as: of the same kind, a few minutes ago, at the same place. */
export function sameAs(report: Report, at: string, views: readonly ReportView[], withinMs = WITHIN_MS): ReportView | undefined {
  return views.find((view) => {
    if (view.typeCode !== report.typeCode || view.sending?.state === 'refused' || view.incident?.status === 'closed') return false;
    if (Math.abs(Date.parse(at) - Date.parse(view.at)) > withinMs) return false;
    const there = placeOf(view);
    return view.place === report.place.text || (there !== undefined && distanceM(there, report.place) <= NEAR_M);
  });
}

function placeOf({ incident, sending }: ReportView): LngLat | undefined {
  // Only orders made by `reportOf` are shown as reports.
  return incident?.place ?? (sending?.payload as Report | undefined)?.place;
}
