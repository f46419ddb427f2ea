import type { Due } from '#shared/clockwork.ts';
import { addMinutes } from '#shared/time.ts';
import type { Sketch } from './state.ts';

/** What belongs to no incident leaves what is active by itself, a while after it was removed or has lapsed. */
export function dueOfSketch({ id, incidentId, removedAt, until }: Sketch, archiveAfterHours: number): Due[] {
  const over = removedAt ?? until;
  if (incidentId !== undefined || over === undefined) return [];
  return [{ rule: 'sketch.archive', at: addMinutes(over, archiveAfterHours * 60), order: { type: 'sketch.archive', payload: { sketchId: id } } }];
}
