import { campaign } from './leader.ts';
import { writeEffect, type Disk } from './disk.ts';
import type { Effect } from './live.ts';
import { liveNow, onEffect } from './world.ts';
import type { Put } from '#shared/feed.ts';

const DEBOUNCE_MS = 800;

/**
 * Keeps the documents on disk as they change. One tab does it: two would write over each other's state,
 * and a document would stay old for ever. The tab that takes over writes everything once.
 */
export function persist(disk: Disk, userId: string): () => void {
  const dirty = new Map<string, { kind: Put['kind']; id: string }>();
  let whole = true;
  let leading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const soon = (): void => {
    if (leading) timer ??= setTimeout(flush, DEBOUNCE_MS);
  };
  const flush = (): void => {
    timer = undefined;
    const { journal, seq } = liveNow();
    if (journal === null) return;
    const effect = whole ? everything() : named([...dirty.values()]);
    whole = false;
    dirty.clear();
    writeEffect(disk, effect, { journal, seq }).catch((error: unknown) => {
      // Full or forbidden: the next write tries with everything again; a reload fetches what is missing.
      whole = true;
      console.warn('The documents could not be kept on this device.', error);
    });
  };
  const forget = onEffect((effect) => {
    if (effect.reset) whole = true;
    if (!whole) for (const { kind, id } of [...effect.puts, ...effect.drops]) dirty.set(`${kind}/${id}`, { kind, id });
    soon();
  });
  const resign = campaign(`persist.${userId}`, () => {
    leading = true;
    soon();
  });
  return () => {
    forget();
    resign();
    clearTimeout(timer);
  };
}

function everything(): Effect {
  const keys = [...liveNow().docs].flatMap(([kind, map]) => [...map.keys()].map((id) => ({ kind, id })));
  return { ...named(keys), reset: true };
}

function named(keys: readonly { kind: Put['kind']; id: string }[]): Effect {
  const { docs } = liveNow();
  const puts: Put[] = [];
  const drops: { kind: Put['kind']; id: string }[] = [];
  for (const { kind, id } of keys) {
    const doc = docs.get(kind)?.get(id);
    // A kind's map holds only that kind.
    if (doc) puts.push({ kind, id, doc } as Put);
    else drops.push({ kind, id });
  }
  return { puts, drops, reset: false };
}
