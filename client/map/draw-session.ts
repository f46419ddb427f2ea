import L from 'leaflet';
import { isRound, leastPoints } from '#shared/sketch/geometry.ts';
import { MAX_POINTS, type Position, type Shape, type Sign } from '#shared/sketch/orders.ts';
import { drawHandles } from './draw-handles.ts';
import { onDrawKeys } from './draw-keys.ts';
import { readLooks } from './sketch-look.ts';

export interface DrawState {
  points: readonly Position[];
  radiusM: number;
  /** Places are still being added; else what is there can be moved. */
  placing: boolean;
}

export interface DrawOptions {
  shape: Shape;
  sign: Sign;
  /** What is drawn already, to be changed. */
  points?: readonly Position[];
  radiusM?: number;
  onChange: (state: DrawState) => void;
  onCancel: () => void;
}

/** One thing being drawn or changed on the map, until it is stopped. */
export interface DrawSession {
  undo(): void;
  finish(): void;
  setRadius(metres: number): void;
  setSign(sign: Sign): void;
  stop(): void;
}

const FIRST_RADIUS_M = 500;
const FARTHEST_M = 200_000;

export function startDrawing(
  map: L.Map,
  { shape, sign, points: given = [], radiusM: givenRadius = FIRST_RADIUS_M, onChange, onCancel }: DrawOptions,
): DrawSession {
  const single = shape !== 'area' && shape !== 'route';
  let state: DrawState = { points: given, radiusM: givenRadius, placing: given.length === 0 };
  let past: DrawState[] = [];
  let pointer: Position | undefined;
  let look = readLooks().of(sign);
  const preview = L.layerGroup().addTo(map);
  const box = map.getContainer();
  const cross = document.createElement('i');
  cross.className = 'map-crosshair';
  box.append(cross);
  box.classList.add('map-drawing');
  box.focus({ preventScroll: true });

  const set = (next: Partial<DrawState>): void => {
    past = [...past.slice(-200), state];
    state = { ...state, ...next };
    show();
    onChange(state);
  };
  const handles = drawHandles(map, {
    onMoved: (i, to) => set({ points: state.points.map((point, j) => (j === i ? to : point)) }),
    onInserted: (i, to) => set({ points: [...state.points.slice(0, i), to, ...state.points.slice(i)] }),
    onRemoved: (i) => state.points.length > leastPoints(shape) && set({ points: state.points.filter((_, j) => j !== i) }),
    onFirst: () => finish(),
    onRadius: (metres) => set({ radiusM: Math.min(FARTHEST_M, Math.max(1, Math.round(metres))) }),
  });

  function outline(): void {
    preview.clearLayers();
    const { points, radiusM, placing } = state;
    const path = points.map(([lng, lat]): L.LatLngTuple => [lat, lng]);
    const [first] = path;
    const style: L.PathOptions = { color: look.colour, weight: look.width, dashArray: look.dash.join(' '), fillOpacity: 0.12, interactive: false };
    if (isRound(shape) && first) L.circle(first, { ...style, radius: radiusM }).addTo(preview);
    else if (shape === 'area' && points.length > 2) L.polygon(path, style).addTo(preview);
    else if (points.length > 1) L.polyline(path, { ...style, fill: false }).addTo(preview);
    const last = path.at(-1);
    if (placing && pointer && last && !single)
      L.polyline([last, [pointer[1], pointer[0]]], { ...style, fill: false, opacity: 0.6, dashArray: '2 5', className: 'map-rubber' }).addTo(preview);
  }
  function show(): void {
    outline();
    handles.show(state, shape);
    box.classList.toggle('map-placing', state.placing);
  }

  function add(at: Position): void {
    if (!state.placing || state.points.length >= MAX_POINTS) return;
    set({ points: [...state.points, at], placing: !single });
  }
  function finish(): void {
    if (state.placing && state.points.length >= leastPoints(shape)) set({ placing: false });
  }
  function undo(): void {
    const before = past.pop();
    if (!before) return;
    state = before;
    show();
    onChange(state);
  }

  const click = ({ latlng }: L.LeafletMouseEvent): void => add([latlng.lng, latlng.lat]);
  const move = ({ latlng }: L.LeafletMouseEvent): void => {
    pointer = [latlng.lng, latlng.lat];
    if (state.placing) outline();
  };
  const twice = (): void => {
    // Its two clicks have placed the last point twice.
    if (state.placing && state.points.length > leastPoints(shape)) set({ points: state.points.slice(0, -1) });
    finish();
  };
  map.on('click', click).on('mousemove', move).on('dblclick', twice);
  const forget = onDrawKeys({
    finish,
    undo,
    cancel: onCancel,
    placing: () => state.placing,
    place: () => {
      const { lng, lat } = map.getCenter();
      add([lng, lat]);
    },
  });
  show();
  onChange(state);

  return {
    undo,
    finish,
    setRadius: (radiusM) => {
      if (radiusM !== state.radiusM) set({ radiusM });
    },
    setSign: (next) => {
      look = readLooks().of(next);
      outline();
    },
    stop: () => {
      map.off('click', click).off('mousemove', move).off('dblclick', twice);
      forget();
      handles.remove();
      preview.remove();
      cross.remove();
      box.classList.remove('map-drawing', 'map-placing');
    },
  };
}
