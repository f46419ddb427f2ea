import L from 'leaflet';
import { GcjTileLayer } from './gcj-tile-layer.ts';

/** A base map that the operator offers, from `GET /api/v1/config`. */
export interface TileSource {
  id: string;
  name: string;
  type: 'xyz' | 'wmts' | 'pmtiles';
  url: string;
  subdomains?: string | readonly string[];
  attribution?: string;
  crs?: 'wgs84' | 'gcj02';
  maxZoom?: number;
}

/** Leaflet's names in the place of a WMTS template's. */
export function templateOf(url: string): string {
  return url
    .replaceAll(/\{TileMatrix\}/gi, '{z}')
    .replaceAll(/\{TileCol\}/gi, '{x}')
    .replaceAll(/\{TileRow\}/gi, '{y}');
}

export async function createTileLayer(source: TileSource, dark: boolean): Promise<L.Layer> {
  if (source.type === 'pmtiles') return vectorTiles(source, dark);
  const options: L.TileLayerOptions = {
    maxZoom: 20,
    maxNativeZoom: source.maxZoom ?? 18,
    // Leaflet writes an attribution as HTML; an operator's text is shown as text.
    attribution: escaped(source.attribution ?? ''),
    className: dark ? 'map-tiles map-tiles-dark' : 'map-tiles',
    ...(source.subdomains === undefined ? {} : { subdomains: [...source.subdomains] }),
  };
  return source.crs === 'gcj02' ? new GcjTileLayer(templateOf(source.url), options) : L.tileLayer(templateOf(source.url), options);
}

async function vectorTiles(source: TileSource, dark: boolean): Promise<L.Layer> {
  const { leafletLayer } = await import('protomaps-leaflet');
  // The library has no typing for its layer, which is a Leaflet GridLayer.
  return leafletLayer({
    url: source.url,
    flavor: dark ? 'dark' : 'light',
    lang: 'zh',
    attribution: escaped(source.attribution ?? ''),
    maxDataZoom: source.maxZoom ?? 14,
  }) as unknown as L.Layer;
}

function escaped(text: string): string {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}
