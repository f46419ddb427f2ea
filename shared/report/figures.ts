import type { FigureChange, ReportFigures } from './state.ts';

/** A rise of so many, and to so many times what it was, wants a reason; so does any fall (rules A.1; the numbers are defaults, tag D). */
export interface JumpBy {
  least: number;
  times: number;
}

function flat({ casualties, losses = {} }: ReportFigures): Map<string, number> {
  const entries = [
    ...Object.entries(casualties).map(([name, value]) => [`casualties.${name}`, value] as const),
    ...Object.entries(losses).map(([name, value]) => [`losses.${name}`, value] as const),
  ];
  return new Map(entries.flatMap(([path, value]) => (value === undefined ? [] : [[path, value] as const])));
}

/** What is not as the last report said it. Without one, nothing has changed. */
export function changesSince(last: ReportFigures | undefined, now: ReportFigures): FigureChange[] {
  if (!last) return [];
  const [before, after] = [flat(last), flat(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [from, to] = [before.get(path) ?? null, after.get(path) ?? null];
    return from === to ? [] : [{ path, from, to }];
  });
}

/** Figures that fell, vanished or rose so much that somebody will ask why. Fewer missing or trapped is good news and asks for nothing. */
export function jumpsIn(changes: readonly FigureChange[], { least, times }: JumpBy): FigureChange[] {
  return changes.filter(({ path, from, to }) => {
    if (from === null) return false;
    if (to === null) return true;
    if (to < from) return path !== 'casualties.missing' && path !== 'casualties.trapped';
    return to - from >= least && to >= from * times;
  });
}
