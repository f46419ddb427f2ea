import type { LiveWorld } from '#shared/world.ts';
import type { Journal } from '#server/journal/journal.ts';
import type { DocumentStore } from './documents.ts';
import { KINDS } from './models.ts';

/** Empties the collections and folds the whole journal into them. The journal is the truth: this must give what was there before. */
export async function rebuildDocuments(documents: DocumentStore, journal: Journal, world: LiveWorld): Promise<{ commits: number; active: number }> {
  await documents.empty();
  const { folded } = await documents.load(world, journal);
  await documents.flush();
  return { commits: folded, active: KINDS.reduce((sum, kind) => sum + world.size(kind), 0) };
}
