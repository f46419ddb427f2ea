import L from 'leaflet';
import type { Spot } from './incident-index.ts';
import { markElement } from './shapes.ts';

/** What stands out from the canvas: the selected incident, and those that are new since the viewer looked. */
export interface Flags {
  selected: string | undefined;
  fresh: ReadonlySet<string>;
}

type Look = (id: string) => Spot | undefined;

/** More pulses than this say nothing more. */
const PULSES = 24;

export interface FlagLayer {
  set(flags: Flags, look: Look): void;
  /** The spots may have moved, changed or gone. */
  refresh(look: Look): void;
  remove(): void;
}

export function createFlags(map: L.Map): FlagLayer {
  const markers = new Map<string, { marker: L.Marker; drawn: string }>();
  let flags: Flags = { selected: undefined, fresh: new Set() };

  const refresh = (look: Look): void => {
    const wanted = new Map<string, { spot: Spot; look: 'selected' | 'fresh' }>();
    for (const id of [...flags.fresh].slice(-PULSES)) addSpot(wanted, look(id), 'fresh');
    if (flags.selected !== undefined) addSpot(wanted, look(flags.selected), 'selected');
    for (const [id, { marker }] of markers) {
      if (wanted.has(id)) continue;
      marker.remove();
      markers.delete(id);
    }
    for (const [id, { spot, look: as }] of wanted) {
      const held = markers.get(id);
      const drawn = `${as} ${spot.mark}`;
      const marker = held?.marker ?? L.marker([spot.lat, spot.lng], { interactive: false, keyboard: false, icon: icon(spot, as) }).addTo(map);
      if (held) marker.setLatLng([spot.lat, spot.lng]);
      if (held && held.drawn !== drawn) marker.setIcon(icon(spot, as));
      marker.setZIndexOffset(as === 'selected' ? 1000 : 0);
      markers.set(id, { marker, drawn });
    }
  };

  return {
    set: (next, look) => {
      flags = next;
      refresh(look);
    },
    refresh,
    remove: () => {
      for (const { marker } of markers.values()) marker.remove();
      markers.clear();
    },
  };
}

function addSpot(wanted: Map<string, { spot: Spot; look: 'selected' | 'fresh' }>, spot: Spot | undefined, look: 'selected' | 'fresh'): void {
  if (spot) wanted.set(spot.id, { spot, look });
}

function icon(spot: Spot, as: 'selected' | 'fresh'): L.DivIcon {
  const body = document.createElement('div');
  body.className = `map-flag-${as}`;
  body.dataset['mark'] = String(spot.mark);
  if (as === 'selected') body.append(markElement(spot.mark, 26));
  return L.divIcon({ className: 'map-flag', html: body, iconSize: [0, 0] });
}
