import countiesUrl from './data/ganzhou-counties.geojson?url';
import riversUrl from './data/ganzhou-rivers.geojson?url';
import type { Rivers } from './base-layer.ts';
import type { Counties } from './region-at.ts';

export interface BaseData {
  counties: Counties;
  rivers: Rivers;
}

let loading: Promise<BaseData> | undefined;

/** The base map's files: fetched once, kept by the browser's cache. A failed attempt is forgotten, so the next one tries again. */
export function loadBase(): Promise<BaseData> {
  loading ??= Promise.all([fetchJson<Counties>(countiesUrl), fetchJson<Rivers>(riversUrl)]).then(
    ([counties, rivers]) => ({ counties, rivers }),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  // Files of this build: a test reads the same ones.
  return (await response.json()) as T;
}
