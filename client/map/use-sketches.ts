import { useEffect } from 'react';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { onChanges } from '#client/store/world.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Board } from './board.ts';

/** Keeps the drawings on the map as the documents say: live ones of this mode only, those of the past as they were. */
export function useSketches(board: Board | undefined, source: typeof onChanges): void {
  const exercise = useMode() === 'drill';
  const minute = Math.floor(useTick(60_000, serverNow) / 60_000);
  useEffect(() => {
    if (!board) return;
    const live = source === onChanges;
    return source('sketch', ({ puts, drops, reset }) => {
      const shown = puts.filter((sketch) => sketch.removedAt === undefined && (!live || sketch.exercise === exercise));
      const ids = new Set(shown.map(({ id }) => id));
      board.sketches.update({ puts: shown, drops: [...drops, ...puts.flatMap(({ id }) => (ids.has(id) ? [] : [id]))], reset });
    });
  }, [board, source, exercise]);
  useEffect(() => board?.sketches.reword(), [board, minute]);
}
