import L from 'leaflet';
import { isRound } from '#shared/sketch/geometry.ts';
import type { Position, Shape } from '#shared/sketch/orders.ts';
import type { DrawState } from './draw-session.ts';

interface HandleCalls {
  onMoved: (i: number, to: Position) => void;
  /** A new place before the i-th. */
  onInserted: (i: number, to: Position) => void;
  onRemoved: (i: number) => void;
  /** The first place was clicked while more are added. */
  onFirst: () => void;
  onRadius: (metres: number) => void;
}

/** With more places than this, new ones are not offered between them: they would hide the line. */
const MIDDLES_UP_TO = 120;

export interface Handles {
  show(state: DrawState, shape: Shape): void;
  remove(): void;
}

/** What is taken hold of: each place, the middle between two, the rim of a circle. */
export function drawHandles(map: L.Map, calls: HandleCalls): Handles {
  const group = L.layerGroup().addTo(map);
  const handle = (at: L.LatLngExpression, kind: 'vertex' | 'middle' | 'rim', draggable: boolean): L.Marker => {
    const grip = document.createElement('i');
    grip.className = `map-grip map-grip-${kind}`;
    return L.marker(at, { draggable, keyboard: false, zIndexOffset: 1500, icon: L.divIcon({ className: 'map-flag', html: grip, iconSize: [0, 0] }) }).addTo(
      group,
    );
  };
  const dropped = (marker: L.Marker, then: (to: Position) => void): void =>
    void marker.on('dragend', () => {
      const { lng, lat } = marker.getLatLng();
      then([lng, lat]);
    });

  return {
    show: ({ points, radiusM, placing }, shape) => {
      group.clearLayers();
      points.forEach(([lng, lat], i) => {
        const marker = handle([lat, lng], 'vertex', !placing);
        if (placing && i === 0) marker.on('click', calls.onFirst);
        dropped(marker, (to) => calls.onMoved(i, to));
        if (!placing) marker.on('dblclick', () => calls.onRemoved(i));
      });
      const [first] = points;
      if (isRound(shape) && first) {
        const centre = L.latLng(first[1], first[0]);
        const rim = handle([first[1], centre.toBounds(radiusM * 2).getEast()], 'rim', true);
        dropped(rim, () => calls.onRadius(centre.distanceTo(rim.getLatLng())));
      }
      if (placing || points.length > MIDDLES_UP_TO || (shape !== 'area' && shape !== 'route')) return;
      points.forEach(([lng, lat], i) => {
        const next = points[i + 1] ?? (shape === 'area' ? first : undefined);
        if (next) dropped(handle([(lat + next[1]) / 2, (lng + next[0]) / 2], 'middle', true), (to) => calls.onInserted(i + 1, to));
      });
    },
    remove: () => void group.remove(),
  };
}
