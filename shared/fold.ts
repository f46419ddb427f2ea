import type { Commit } from './commit.ts';
import { evolve } from './evolve.ts';
import { Overlay, type Change, type World } from './world.ts';

/** Folds a commit over a world and says which documents it changed. The world itself is left alone. */
export function fold(world: World, commit: Pick<Commit, 'seq' | 'at' | 'actor' | 'events'>): Change[] {
  const draft = new Overlay(world, commit.seq);
  for (const event of commit.events) evolve(draft, event, commit.at, commit.actor);
  return [...draft.changes()];
}
