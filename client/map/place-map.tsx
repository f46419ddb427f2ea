import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { onTheme, token } from '#client/ui/theme.ts';
import type { LngLat } from '#shared/geo.ts';
import { createBaseLayer } from './base-layer.ts';
import { loadBase, type BaseData } from './counties.ts';
import type { Picked } from './map-view.tsx';
import { regionAt } from './region-at.ts';

interface PlaceMapProps {
  label: string;
  at: LngLat | undefined;
  /** How far from there something reaches. */
  radiusKm?: number;
  /** Absent, the place is only shown. */
  onPick?: (picked: Picked) => void;
}

const CITY: L.LatLngBoundsLiteral = [
  [24.49, 113.9],
  [27.15, 116.65],
];
const NEAR = 10;

/** A small map of one place: shown, or picked by a tap. Nothing else is on it. */
export function PlaceMap({ label, at, radiusKm, onPick }: PlaceMapProps) {
  const { t } = useTranslation();
  const mount = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ map: L.Map; marker: L.Marker; reach: L.Circle }>(undefined);
  const [base, setBase] = useState<BaseData>();
  const [failed, setFailed] = useState(false);
  const latest = useRef<{ base: BaseData | undefined; onPick: PlaceMapProps['onPick'] }>({ base, onPick });
  useEffect(() => {
    latest.current = { base, onPick };
  });
  const picks = onPick !== undefined;
  const language = languageNow();

  useEffect(() => {
    loadBase().then(setBase, (error: unknown) => {
      console.warn('The borders could not be loaded.', error);
      setFailed(true);
    });
  }, []);
  useEffect(() => {
    if (!mount.current) return;
    const map = L.map(mount.current, { attributionControl: false, zoomControl: picks, scrollWheelZoom: picks, minZoom: 6, maxZoom: 17, zoomSnap: 0.25 });
    map.fitBounds(CITY, { animate: false });
    const pin = document.createElement('div');
    pin.className = 'map-pin';
    const marker = L.marker([0, 0], { keyboard: false, interactive: false, icon: L.divIcon({ className: 'map-flag', html: pin, iconSize: [0, 0] }) });
    const reach = L.circle([0, 0], { radius: 1, interactive: false, weight: 1.5, dashArray: '5 4', fill: false });
    drawn.current = { map, marker, reach };
    const pick = ({ latlng: { lng, lat } }: L.LeafletMouseEvent): void => {
      const where = { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) };
      const county = latest.current.base && regionAt(latest.current.base.counties, where);
      latest.current.onPick?.({ at: where, ...(county ? { adcode: county.adcode } : {}) });
    };
    map.on('click', pick);
    const sized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    sized.observe(mount.current);
    return () => {
      sized.disconnect();
      drawn.current = undefined;
      map.remove();
    };
  }, [picks]);
  useEffect(() => {
    const { map } = drawn.current ?? {};
    if (!map || !base) return;
    const layer = createBaseLayer(map, base);
    layer.update({ language, overTiles: false, hidden: { counties: false, rivers: false } });
    const stop = onTheme(() => layer.restyle());
    return () => {
      stop();
      // With the map itself its layers are gone already.
      if (drawn.current?.map === map) layer.remove();
    };
  }, [base, language, picks]);
  const [lng, lat] = [at?.lng, at?.lat];
  useEffect(() => {
    const { map, marker, reach } = drawn.current ?? {};
    if (!map || !marker || !reach) return;
    if (lng === undefined || lat === undefined) {
      marker.remove();
      reach.remove();
      return;
    }
    marker.setLatLng([lat, lng]).addTo(map);
    if (radiusKm !== undefined)
      reach
        .setLatLng([lat, lng])
        .setRadius(radiusKm * 1000)
        .setStyle({ color: token('accent') })
        .addTo(map);
    if (!map.getBounds().contains([lat, lng]) || map.getZoom() < NEAR - 1) map.setView([lat, lng], NEAR, { animate: false });
  }, [lng, lat, radiusKm, picks]);

  return (
    <section className="map map-place" aria-label={label}>
      <div ref={mount} className="map-mount" data-picks={picks} />
      {failed && (
        <p className="map-hint map-hint-no" role="alert">
          {t('map.noBase')}
        </p>
      )}
    </section>
  );
}
