import type { Actor } from '#shared/seat.ts';
import type { Board } from './board.ts';

/** What a feature is given to put tools at the map's right edge. */
export interface MapExtrasProps {
  board: Board;
  actor: Actor;
  /** The incident that is open beside the map. */
  incidentId: string | undefined;
}
