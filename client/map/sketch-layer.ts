import type L from 'leaflet';
import { SIGNS, type Sign } from '#shared/sketch/orders.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import { CanvasOverlay } from './canvas-overlay.ts';
import type { CreateLayer, MapLayer } from './layer.ts';
import { nearness, project, type Projected } from './sketch-geometry.ts';
import { readLooks } from './sketch-look.ts';
import { AFAR_ZOOM, paintSketch, writeLabel, type Said } from './sketch-painter.ts';
import { createTooltip } from './tooltip.ts';

export interface SketchChanges {
  puts: readonly Sketch[];
  drops: readonly string[];
  reset: boolean;
}

export interface SketchLayer extends MapLayer<SketchChanges> {
  get(id: string): Sketch | undefined;
  setHidden(hidden: boolean): void;
  /** The meanings on the part of the map in sight, for a legend. */
  signsInView(): readonly Sign[];
  /** Marks one, and leaves another out that is being changed elsewhere. */
  mark(marks: { chosen?: string | undefined; changing?: string | undefined }): void;
  /** Who wants to know which one was clicked. Answers with how to stop it. */
  onSelect(listener: (id: string) => void): () => void;
  /** Its words may have changed: the language, the time. */
  reword(): void;
}

interface SketchOptions {
  scale: number;
  /** Whether clicks are somebody else's: a place is picked, something is drawn, an incident lies above. */
  busy: (event: L.LeafletMouseEvent) => boolean;
  say: (sketch: Sketch) => Said;
  describe: (sketch: Sketch) => string;
}

const REACH_PX = 9;

/** What is drawn for everybody, on one canvas beneath the incidents. */
export const createSketchLayer: CreateLayer<SketchChanges, SketchOptions, SketchLayer> = (map, options) => {
  const held = new Map<string, { sketch: Sketch; at?: Projected; said?: Said }>();
  const listeners = new Set<(id: string) => void>();
  let looks = readLooks();
  let hidden = false;
  let marks: { chosen?: string | undefined; changing?: string | undefined } = {};

  const projected = (one: { sketch: Sketch; at?: Projected }): Projected => {
    const zoom = map.getZoom();
    if (one.at?.zoom !== zoom) one.at = project(map, one.sketch, zoom);
    return one.at;
  };
  const overlay = new CanvasOverlay(({ ctx, bounds }) => {
    if (hidden) return;
    const zoom = map.getZoom();
    const { x, y } = map.getPixelOrigin();
    const corner = map.project(bounds.getNorthWest(), zoom);
    const far = map.project(bounds.getSouthEast(), zoom);
    const seen = [...held.values()].filter((one) => {
      const { west, east, north, south } = projected(one);
      return one.sketch.id !== marks.changing && east >= corner.x && west <= far.x && south >= corner.y && north <= far.y;
    });
    const easel = { ctx, looks, scale: options.scale, afar: zoom < AFAR_ZOOM, written: [] };
    // Points lie on top of lines, and words on top of both.
    const ordered = [...seen.filter(({ sketch }) => sketch.shape !== 'point'), ...seen.filter(({ sketch }) => sketch.shape === 'point')];
    for (const one of ordered) {
      one.said ??= options.say(one.sketch);
      paintSketch(easel, one.sketch, projected(one), { x: -x, y: -y }, one.said, one.sketch.id === marks.chosen);
    }
    for (const one of ordered.slice().reverse()) if (one.said) writeLabel(easel, one.sketch, projected(one), { x: -x, y: -y }, one.said);
  }).addTo(map);
  const tooltip = createTooltip(map.getContainer());

  /** The smallest of those under the pointer: what lies within another can be reached. */
  const under = (event: L.LeafletMouseEvent): Sketch | undefined => {
    if (hidden || options.busy(event)) return undefined;
    const { x, y } = map.project(event.latlng, map.getZoom());
    let best: { sketch: Sketch; size: number } | undefined;
    for (const one of held.values()) {
      const at = projected(one);
      if (one.sketch.id === marks.changing || nearness(at, one.sketch.shape, x, y, REACH_PX) > REACH_PX) continue;
      const size = (at.east - at.west) * (at.south - at.north);
      if (!best || size <= best.size) best = { sketch: one.sketch, size };
    }
    return best?.sketch;
  };
  const hover = (event: L.LeafletMouseEvent): void => {
    const sketch = held.size === 0 ? undefined : under(event);
    map.getContainer().classList.toggle('map-over-sketch', sketch !== undefined && listeners.size > 0);
    if (sketch) tooltip.show(event.containerPoint, options.describe(sketch));
    else tooltip.hide();
  };
  const click = (event: L.LeafletMouseEvent): void => {
    const sketch = under(event);
    tooltip.hide();
    if (sketch) for (const listener of listeners) listener(sketch.id);
  };
  map.on('mousemove', hover).on('mouseout movestart', tooltip.hide).on('click', click);

  const reword = (): void => {
    for (const one of held.values()) delete one.said;
    overlay.changed();
  };
  return {
    update: ({ puts, drops, reset }) => {
      if (reset) held.clear();
      for (const sketch of puts) held.set(sketch.id, { sketch });
      for (const id of drops) held.delete(id);
      overlay.changed();
    },
    get: (id) => held.get(id)?.sketch,
    signsInView: () => {
      const { min, max } = map.getPixelBounds();
      if (hidden || !min || !max) return [];
      const seen = [...held.values()].filter((one) => {
        const { west, east, north, south } = projected(one);
        return east >= min.x && west <= max.x && south >= min.y && north <= max.y;
      });
      return SIGNS.filter((sign) => seen.some(({ sketch }) => sketch.sign === sign));
    },
    setHidden: (next) => {
      hidden = next;
      overlay.changed();
    },
    mark: (next) => {
      marks = next;
      overlay.changed();
    },
    onSelect: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reword,
    restyle: () => {
      looks = readLooks();
      overlay.changed();
    },
    remove: () => {
      map.off('mousemove', hover).off('mouseout movestart', tooltip.hide).off('click', click);
      tooltip.remove();
      overlay.remove();
    },
  };
};
