import L from 'leaflet';
import type { Language } from '#client/i18n/index.ts';
import type { CreateLayer } from './layer.ts';
import { readPalette } from './palette.ts';
import type { Counties } from './region-at.ts';

export type Rivers = GeoJSON.FeatureCollection<GeoJSON.LineString, { name: string }>;

export interface BaseLook {
  language: Language;
  /** Tiles of another map lie beneath: only borders are drawn, over them. */
  overTiles: boolean;
  hidden: { counties: boolean; rivers: boolean };
}

interface BaseOptions {
  counties: Counties;
  rivers: Rivers;
}

const UNDER_TILES = '150';
const OVER_TILES = '250';

/** Land, borders, rivers and names, from files of our own: it needs no network, and stays quiet beneath what happens. */
export const createBaseLayer: CreateLayer<BaseLook, BaseOptions> = (map, { counties, rivers }) => {
  const pane = map.createPane('base');
  const names = map.createPane('names');
  names.style.zIndex = '260';
  const fixed = { renderer: L.canvas({ padding: 0.5, pane: 'base' }), interactive: false };
  // Each county's fill hides the inner half of the outline beneath, so what is left of it is the city's border.
  const outline = L.geoJSON(counties, { ...fixed, style: { fill: false, weight: 5 } }).addTo(map);
  const land = L.geoJSON(counties, fixed).addTo(map);
  const water = L.geoJSON(rivers, fixed).addTo(map);
  const labels = counties.features.map(({ properties: { name, nameEn, label } }) => {
    const text = document.createElement('span');
    const icon = L.divIcon({ className: 'map-name', html: text, iconSize: [0, 0] });
    const marker = L.marker([label[1], label[0]], { icon, interactive: false, keyboard: false, pane: 'names' }).addTo(map);
    return { marker, text, zh: name, en: nameEn };
  });
  let overTiles = false;
  let hidden = { counties: false, rivers: false };

  const restyle = (): void => {
    const { border, land: fill, water: blue } = readPalette();
    const lines = hidden.counties ? 0 : 1;
    outline.setStyle({ color: border, opacity: (overTiles ? 0.9 : 0.75) * lines });
    land.setStyle({ color: border, weight: 1, opacity: lines, fillColor: fill, fillOpacity: overTiles ? 0 : 1 });
    water.setStyle({ color: blue, weight: 1.8, opacity: overTiles || hidden.rivers ? 0 : 1 });
    pane.style.zIndex = overTiles ? OVER_TILES : UNDER_TILES;
    names.hidden = overTiles || hidden.counties;
  };
  restyle();
  return {
    update: (look) => {
      for (const { text, zh, en } of labels) text.textContent = look.language === 'zh-CN' ? zh : en;
      ({ overTiles, hidden } = look);
      restyle();
    },
    restyle,
    remove: () => {
      for (const layer of [outline, land, water, ...labels.map(({ marker }) => marker)]) layer.remove();
    },
  };
};
