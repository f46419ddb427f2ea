import type { Draft, Reporter } from './compose.ts';
import { village } from './state.ts';

export const isReporter = (role: string | undefined): boolean => role === 'village-reporter' || role === 'township-duty';

/** For which village a draft is: the seat's own, or the one that a township's officer has chosen. */
export function reporterOf(draft: Pick<Draft, 'org'> | undefined): Reporter {
  const { session, place, villages } = village.getState();
  const own = session?.user.org ?? '';
  const chosen = villages.find(({ id }) => id === draft?.org);
  if (!chosen) return { org: own, place };
  const joined = (above: string, name: string, between = ''): string => (name.includes(above) ? name : above + between + name);
  return { org: chosen.id, place: { zh: joined(place?.zh ?? '', chosen.zh), en: place?.en ? `${chosen.en}, ${place.en}` : chosen.en } };
}
