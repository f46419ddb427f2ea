import type { Commit } from '#shared/commit.ts';
import { fold } from '#shared/fold.ts';
import { LiveWorld, type AnyDocument, type Kind } from '#shared/world.ts';

export interface Folded {
  kind: Kind;
  doc: AnyDocument;
  active: boolean;
}

/** What a journal makes of an empty world, by a fold as plain as can be: every document there ever was, and whether it is still active. */
export function foldJournal(commits: readonly Commit[]): Map<string, Folded> {
  const world = new LiveWorld();
  const all = new Map<string, Folded>();
  for (const commit of commits) {
    // A document that left comes back to be folded upon when a commit names it.
    const visitors = commit.streams.flatMap((stream) => all.get(stream.replace(/@[^@]*$/, '')) ?? []).filter(({ active }) => !active);
    for (const { kind, doc } of visitors) world.load(kind, doc);
    const changes = fold(world, commit);
    world.apply(commit.seq, changes);
    for (const { kind, id, before, doc } of changes) {
      const last = doc ?? before;
      if (last) all.set(`${kind}/${id}`, { kind, doc: last, active: doc !== undefined });
    }
    for (const { kind, doc } of visitors) if (world.get(kind, doc.id) === doc) world.apply(world.seq, [{ kind, id: doc.id, before: doc, doc: undefined }]);
  }
  return all;
}

/** `kind/id` → document, of what a world holds. */
export function contentOf(world: LiveWorld): Record<string, AnyDocument> {
  return Object.fromEntries(world.kinds().flatMap((kind) => [...world.all(kind)].map((doc) => [`${kind}/${doc.id}`, doc])));
}

export function activeOf(all: ReadonlyMap<string, Folded>): Record<string, AnyDocument> {
  return Object.fromEntries([...all].filter(([, { active }]) => active).map(([key, { doc }]) => [key, doc]));
}
