import type L from 'leaflet';
import { CanvasOverlay } from './canvas-overlay.ts';
import { createFlags, type Flags } from './incident-flags.ts';
import { IncidentIndex, LAST_GROUPED_ZOOM, type Spot } from './incident-index.ts';
import { hitTest, paintIncidents, type Painted } from './incident-painter.ts';
import type { CreateLayer, MapLayer } from './layer.ts';
import { compareMarks } from './mark.ts';
import { readPalette } from './palette.ts';
import { createTooltip } from './tooltip.ts';

export interface SpotChanges {
  puts: readonly Spot[];
  drops: readonly string[];
  reset: boolean;
}

export interface IncidentLayer extends MapLayer<SpotChanges> {
  flag(flags: Flags): void;
  get(id: string): Spot | undefined;
  /** Whether one lies there. */
  covers(event: L.LeafletMouseEvent): boolean;
  setHidden(hidden: boolean): void;
}

interface IncidentOptions {
  now: () => number;
  /** How much larger than at a desk the marks are drawn. */
  scale: number;
  /** While a place is picked, incidents leave clicks alone. */
  idle: () => boolean;
  onSelect: (id: string) => void;
  /** A group that no zoom takes apart was clicked. */
  onPile: (spots: readonly Spot[]) => void;
  describe: (what: Painted['what']) => string;
}

const AGES_EVERY_MS = 30_000;
/** With many incidents, what changed is painted at most this often, and the groups are built again this often. A pan paints at once. */
const PAINT_EVERY_MS = 150;
const BUILD_EVERY_MS = 500;
/** While the map is moved nobody reads it, and every frame counts. */
const BUILD_MOVING_MS = 2_000;
const MANY = 1_000;
const PILE_LIMIT = 40;

export const createIncidentLayer: CreateLayer<SpotChanges, IncidentOptions, IncidentLayer> = (map, options) => {
  const index = new IncidentIndex();
  let palette = readPalette();
  let painted: Painted[] = [];
  let builtAt = 0;
  let moving = false;
  let paintedAt = 0;
  let hidden = false;
  const overlay = new CanvasOverlay((brush) => {
    if (hidden) return void (painted = []);
    if (index.stale && (index.size < MANY || Date.now() - builtAt >= (moving ? BUILD_MOVING_MS : BUILD_EVERY_MS))) build();
    const { bounds } = brush;
    const found = index.within([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], map.getZoom());
    painted = paintIncidents(
      brush,
      found.slice().sort((a, b) => compareMarks(b.mark, a.mark)),
      palette,
      { now: options.now(), scale: options.scale },
    );
    paintedAt = Date.now();
    if (index.stale) later(BUILD_EVERY_MS);
  }).addTo(map);
  const flags = createFlags(map);
  const tooltip = createTooltip(map.getContainer());

  const build = (): void => {
    index.rebuild();
    builtAt = Date.now();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      overlay.changed();
    }, ms);
  };
  const ageing = setInterval(() => overlay.changed(), AGES_EVERY_MS);

  const under = (event: L.LeafletMouseEvent): Painted | undefined => hitTest(painted, event.layerPoint);
  const hover = (event: L.LeafletMouseEvent): void => {
    const hit = options.idle() ? undefined : under(event);
    map.getContainer().classList.toggle('map-over', hit !== undefined);
    if (hit) tooltip.show(event.containerPoint, options.describe(hit.what));
    else tooltip.hide();
  };
  const click = (event: L.LeafletMouseEvent): void => {
    const hit = options.idle() ? undefined : under(event);
    if (!hit) return;
    tooltip.hide();
    if (!('count' in hit.what)) return options.onSelect(hit.what.id);
    const zoom = index.expansionZoom(hit.what.cluster);
    if (zoom > LAST_GROUPED_ZOOM) options.onPile(index.leaves(hit.what.cluster, PILE_LIMIT));
    else map.flyTo([hit.what.lat, hit.what.lng], zoom, { duration: 0.4 });
  };
  const moves = (): void => void (moving = true);
  const rests = (): void => void (moving = false);
  map.on('movestart', moves).on('moveend', rests);
  map.on('mousemove', hover).on('mouseout movestart', tooltip.hide).on('click', click);

  return {
    update: ({ puts, drops, reset }) => {
      if (reset) index.clear();
      for (const spot of puts) index.put(spot);
      for (const id of drops) index.drop(id);
      if (reset) build();
      flags.refresh((id) => index.get(id));
      const wait = index.size < MANY ? 0 : paintedAt + PAINT_EVERY_MS - Date.now();
      if (wait > 0) later(wait);
      else overlay.changed();
    },
    flag: (wanted) => {
      index.setApart(wanted.selected);
      build();
      flags.set(wanted, (id) => index.get(id));
      overlay.changed();
    },
    get: (id) => index.get(id),
    covers: (event) => under(event) !== undefined,
    setHidden: (next) => {
      hidden = next;
      overlay.changed();
    },
    restyle: () => {
      palette = readPalette();
      overlay.changed();
    },
    remove: () => {
      clearInterval(ageing);
      clearTimeout(timer);
      map.off('movestart', moves).off('moveend', rests);
      map.off('mousemove', hover).off('mouseout movestart', tooltip.hide).off('click', click);
      flags.remove();
      tooltip.remove();
      overlay.remove();
    },
  };
};
