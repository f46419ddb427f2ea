import { refuse } from '#shared/refusal.ts';
import type { Store } from './store.ts';

/** Throws the refusal while nothing can be written. */
export function mayWrite(store: Pick<Store, 'state' | 'diskLevel'>): void {
  const state = store.state();
  if (state.status !== 'ready') refuse('store-unavailable', `The store is away: ${state.reason} Nothing can be recorded; what is shown is from memory.`);
  if (store.diskLevel() === 'floor') refuse('disk-low', 'The disk is full. Nothing can be recorded until there is room.');
}
