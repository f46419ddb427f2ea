import type { Map as LeafletMap } from 'leaflet';

/** A layer of the map: made once, then told what changed. It is never made anew to show a change. */
export interface MapLayer<D> {
  update(data: D): void;
  /** The theme changed: colours are read from the stylesheet again. */
  restyle(): void;
  remove(): void;
}

export type CreateLayer<D, O, M extends MapLayer<D> = MapLayer<D>> = (map: LeafletMap, options: O) => M;
