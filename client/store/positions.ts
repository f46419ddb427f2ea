import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Position } from '#shared/protocol.ts';

/** The last that each phone of a mission has said, by mission and phone. It is told anew at every connection, and never kept. */
type Positions = ReadonlyMap<string, ReadonlyMap<string, Position>>;

const NONE: Positions = new Map();
const positions = createStore<{ known: Positions }>(() => ({ known: NONE }));

export const usePositions = (): Positions => useStore(positions, ({ known }) => known);

export function takePositions(told: readonly Position[]): void {
  const known = new Map(positions.getState().known);
  for (const one of told) known.set(one.missionId, new Map(known.get(one.missionId)).set(one.id, one));
  positions.setState({ known });
}

export const forgetPositions = (): void => positions.setState({ known: NONE });
