import { dayOf } from '#shared/time.ts';
import type { Stamp, World } from '#shared/world.ts';

/** How many incidents a day has seen: real ones and drills are counted apart. Nobody reads it. */
export interface Counter extends Stamp {
  n: number;
}

export const counterId = (at: string, exercise: boolean): string => `${exercise ? 'drill' : 'incident'}/${dayOf(at)}`;

/** `GZ20260601-0007`, or `YL20260601-0007` (演练) for a drill, so that no print can be mistaken. */
export function nextNumber(world: World, at: string, exercise: boolean): { number: string; counter: { id: string; n: number } } {
  const id = counterId(at, exercise);
  const n = (world.get('counter', id)?.n ?? 0) + 1;
  return { number: `${exercise ? 'YL' : 'GZ'}${dayOf(at)}-${String(n).padStart(4, '0')}`, counter: { id, n } };
}
