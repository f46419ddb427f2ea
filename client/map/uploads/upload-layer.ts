import L from 'leaflet';
import { fromGcj } from '#client/map/gcj.ts';
import type { CreateLayer, MapLayer } from '#client/map/layer.ts';
import { token } from '#client/ui/theme.ts';
import type { Upload } from './uploads.ts';

export interface UploadLayer extends MapLayer<readonly Upload[]> {
  /** Where one lies. */
  boundsOf(id: string): L.LatLngBounds | undefined;
}

/** Layers that the user brought: on one canvas, beneath what is shared. */
export const createUploadLayer: CreateLayer<readonly Upload[], object, UploadLayer> = (map) => {
  map.createPane('uploads').style.zIndex = '350';
  const renderer = L.canvas({ padding: 0.5, pane: 'uploads', tolerance: 4 });
  const shown = new Map<string, { upload: Upload; layer: L.GeoJSON }>();

  const styleOf = ({ colour }: Upload): L.PathOptions => ({ color: token(colour), weight: 2, fillOpacity: 0.12 });
  const make = (upload: Upload): L.GeoJSON =>
    L.geoJSON(upload.features, {
      style: styleOf(upload),
      pane: 'uploads',
      // The renderer is a path's, which Leaflet's typing of this option leaves out.
      ...({ renderer } as object),
      coordsToLatLng: ([lng, lat]) => {
        const at = upload.gcj ? fromGcj({ lng, lat }) : { lng, lat };
        return L.latLng(at.lat, at.lng);
      },
      pointToLayer: (_feature, at) => L.circleMarker(at, { renderer, pane: 'uploads', radius: 5, ...styleOf(upload), fillOpacity: 0.6 }),
      onEachFeature: ({ properties }, layer) => {
        const text = document.createElement('span');
        // Somebody else's file: its words are text, never markup.
        text.textContent = [properties.name, upload.name].filter(Boolean).join(' · ');
        layer.bindTooltip(text, { sticky: true, className: 'map-own-tip' });
      },
    });

  return {
    update: (uploads) => {
      const wanted = new Map(uploads.filter(({ hidden }) => !hidden).map((upload) => [upload.id, upload]));
      for (const [id, { upload, layer }] of shown) {
        const next = wanted.get(id);
        if (next && next.gcj === upload.gcj) continue;
        layer.remove();
        shown.delete(id);
      }
      for (const [id, upload] of wanted) {
        const held = shown.get(id);
        if (held) held.layer.setStyle(styleOf(upload));
        shown.set(id, { upload, layer: held?.layer ?? make(upload).addTo(map) });
      }
    },
    boundsOf: (id) => shown.get(id)?.layer.getBounds(),
    restyle: () => {
      for (const { upload, layer } of shown.values()) layer.setStyle(styleOf(upload));
    },
    remove: () => {
      for (const { layer } of shown.values()) layer.remove();
      renderer.remove();
    },
  };
};
