import L from 'leaflet';
import type { LngLat } from '#shared/geo.ts';
import type { CreateLayer } from './layer.ts';

/** Where a new incident is to be: null while no place was given, undefined when none is asked for. */
export type DraftPlace = LngLat | null | undefined;

/** While a place is asked for, a click sets it and the marker can be dragged. */
export const createDraftMarker: CreateLayer<DraftPlace, { label: () => string; idle: () => boolean; onPick: (at: LngLat) => void }> = (
  map,
  { label, idle, onPick },
) => {
  const pin = document.createElement('div');
  pin.className = 'map-pin';
  const marker = L.marker([0, 0], {
    draggable: true,
    autoPan: true,
    keyboard: false,
    zIndexOffset: 2000,
    icon: L.divIcon({ className: 'map-flag', html: pin, iconSize: [0, 0] }),
  });
  let asked = false;
  const picked = ({ lng, lat }: L.LatLng): void => onPick({ lng: rounded(lng), lat: rounded(lat) });
  const click = (event: L.LeafletMouseEvent): void => {
    if (asked && !idle()) picked(event.latlng);
  };
  map.on('click', click);
  marker.on('dragend', () => picked(marker.getLatLng()));
  return {
    update: (place) => {
      asked = place !== undefined;
      map.getContainer().classList.toggle('map-picking', asked);
      if (!place) return void marker.remove();
      marker.setLatLng([place.lat, place.lng]).addTo(map);
      pin.title = label();
    },
    restyle: () => undefined,
    remove: () => {
      map.off('click', click);
      marker.remove();
    },
  };
};

/** Six places of a degree are a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
