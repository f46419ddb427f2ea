import { LADDERS, type Ladder } from '#plans/severity.ts';

/** The ladders by which a level is proposed. */
export const useLadders = (): readonly Ladder[] => LADDERS;
