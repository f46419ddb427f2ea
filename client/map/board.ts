import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import './map-chrome.css';
import type { Language } from '#client/i18n/index.ts';
import { themeNow } from '#client/ui/theme.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Sketch } from '#shared/sketch/state.ts';
import { createBaseLayer } from './base-layer.ts';
import type { BaseData } from './counties.ts';
import { createDraftMarker, type DraftPlace } from './draft-marker.ts';
import { createIncidentLayer, type IncidentLayer } from './incident-layer.ts';
import type { Group, Spot } from './incident-index.ts';
import type { LayerId } from './layer-state.ts';
import { createUploadLayer } from './uploads/upload-layer.ts';
import type { Upload } from './uploads/uploads.ts';
import { startDrawing, type DrawOptions, type DrawSession } from './draw-session.ts';
import { createSketchLayer, type SketchLayer } from './sketch-layer.ts';
import type { Said } from './sketch-painter.ts';
import { createTeamLayer, type TeamLayer } from './team-layer.ts';
import type { TeamLook, TeamMark } from './team-marks.ts';
import { createTileLayer, type TileSource } from './tile-layers.ts';

export interface BoardOptions {
  now: () => number;
  describe: (what: Spot | Group) => string;
  pinLabel: () => string;
  saySketch: (sketch: Sketch) => Said;
  describeSketch: (sketch: Sketch) => string;
  describeTeam: (mark: TeamMark) => string;
  teamLetter: (look: TeamLook) => string;
  controls: boolean;
  onSelect: (id: string) => void;
  onPile: (spots: readonly Spot[]) => void;
  onPick: (at: LngLat) => void;
  onPointer: (at: LngLat | null) => void;
}

export interface View {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The map as the screens know it: no Leaflet beyond this folder. */
export interface Board {
  incidents: IncidentLayer;
  sketches: SketchLayer;
  teams: TeamLayer;
  /** Draws until it is stopped; what was being drawn is given up. */
  draw(options: DrawOptions): DrawSession;
  setHidden(hidden: ReadonlySet<LayerId>): void;
  setUploads(uploads: readonly Upload[]): void;
  showUpload(id: string): void;
  setBase(data: BaseData): void;
  setLanguage(language: Language): void;
  setDraft(place: DraftPlace): void;
  setTiles(source: TileSource | null): Promise<void>;
  restyle(): void;
  zoom(by: 1 | -1): void;
  fitCity(): void;
  goTo(at: LngLat, slowly?: boolean): void;
  show(at: LngLat): void;
  /** The part of the map in sight. */
  view(): View;
  destroy(): void;
}

/** What is seen at first: the whole city. */
const CITY: L.LatLngBoundsLiteral = [
  [24.49, 113.9],
  [27.15, 116.65],
];
const CLOSE_UP = 12;

export function createBoard(element: HTMLElement, options: BoardOptions): Board {
  const { controls } = options;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 90,
    minZoom: 6,
    maxZoom: 19,
    maxBounds: [
      [20, 108],
      [32, 122],
    ],
    boxZoom: controls,
    dragging: controls,
    scrollWheelZoom: controls,
    doubleClickZoom: false,
    keyboard: controls,
  });
  map.fitBounds(CITY, { animate: false });
  let fitted = element.clientWidth > 0;
  L.control.attribution({ prefix: false, position: 'bottomright' }).addTo(map);
  if (controls) L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 120 }).addTo(map);
  let draft: DraftPlace;
  let language: Language = 'zh-CN';
  let base: ReturnType<typeof createBaseLayer> | undefined;
  let source: TileSource | null = null;
  let tiles: L.Layer | undefined;
  let hidden: ReadonlySet<LayerId> = new Set();
  let drawing: DrawSession | undefined;
  const { now, onSelect, onPile, describe } = options;
  const scale = controls ? 1 : 1.7;
  const idle = (): boolean => draft !== undefined || drawing !== undefined;
  const uploads = createUploadLayer(map, {});
  const sketches: SketchLayer = createSketchLayer(map, {
    scale,
    busy: (event) => idle() || incidents.covers(event) || teams.covers(event),
    say: options.saySketch,
    describe: options.describeSketch,
  });
  const teams: TeamLayer = createTeamLayer(map, {
    scale,
    busy: (event) => idle() || incidents.covers(event),
    letter: options.teamLetter,
    describe: options.describeTeam,
    onSelect,
  });
  const incidents = createIncidentLayer(map, { now, onSelect, onPile, describe, scale, idle });
  const layers = [incidents, teams, sketches, uploads];
  const pin = createDraftMarker(map, { label: options.pinLabel, idle: () => drawing !== undefined, onPick: options.onPick });
  map.on('mousemove', ({ latlng: { lng, lat } }) => options.onPointer({ lng, lat })).on('mouseout', () => options.onPointer(null));
  const sized = new ResizeObserver(() => {
    // Hidden behind another tab it has no size, and keeps its view for when it is seen again.
    if (element.clientWidth === 0) return;
    map.invalidateSize({ animate: false });
    if (!fitted) map.fitBounds(CITY, { animate: false });
    fitted = true;
  });
  sized.observe(element);

  const show = ({ lng, lat }: LngLat): void => {
    if (!map.getBounds().contains([lat, lng])) map.panTo([lat, lng]);
  };
  const updateBase = (): void =>
    base?.update({ language, overTiles: tiles !== undefined, hidden: { counties: hidden.has('counties'), rivers: hidden.has('rivers') } });
  /** What was being fetched when the screen was left comes to no map. */
  let gone = false;
  const setTiles = async (next: TileSource | null): Promise<void> => {
    source = next;
    const layer = next ? await createTileLayer(next, themeNow() === 'dark') : undefined;
    if (gone || source !== next) return;
    tiles?.remove();
    tiles = layer?.addTo(map);
    updateBase();
  };

  return {
    incidents,
    sketches,
    teams,
    draw: (wanted) => {
      drawing?.stop();
      const session = startDrawing(map, wanted);
      const stop = (): void => {
        session.stop();
        if (drawing?.stop === stop) drawing = undefined;
      };
      drawing = { ...session, stop };
      return drawing;
    },
    setUploads: (next) => uploads.update(next),
    showUpload: (id) => {
      const bounds = uploads.boundsOf(id);
      if (bounds?.isValid()) map.fitBounds(bounds, { padding: [40, 40], maxZoom: 15, animate: false });
    },
    setHidden: (next) => {
      hidden = next;
      incidents.setHidden(next.has('incidents'));
      sketches.setHidden(next.has('sketches'));
      teams.setHidden(next.has('teams'));
      updateBase();
    },
    setBase: (data) => {
      if (gone) return;
      base?.remove();
      base = createBaseLayer(map, data);
      updateBase();
    },
    setLanguage: (next) => {
      language = next;
      sketches.reword();
      teams.reword();
      updateBase();
    },
    setDraft: (place) => {
      draft = place;
      pin.update(place);
      if (place) show(place);
    },
    show,
    setTiles,
    restyle: () => {
      base?.restyle();
      for (const layer of layers) layer.restyle();
      if (source) void setTiles(source);
    },
    zoom: (by) => map.setZoom(Math.round(map.getZoom()) + by),
    fitCity: () => map.flyToBounds(CITY, { duration: 0.5 }),
    goTo: ({ lng, lat }, slowly = false) => map.flyTo([lat, lng], Math.max(map.getZoom(), slowly ? 10 : CLOSE_UP), { duration: slowly ? 4 : 0.6 }),
    view: () => {
      const bounds = map.getBounds();
      return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
    },
    destroy: () => {
      gone = true;
      sized.disconnect();
      pin.remove();
      drawing?.stop();
      for (const layer of layers) layer.remove();
      base?.remove();
      map.remove();
    },
  };
}
