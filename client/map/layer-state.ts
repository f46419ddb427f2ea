import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What can be shown or not. A new layer is one line here and one in the board. */
export const LAYERS = ['incidents', 'teams', 'sketches', 'counties', 'rivers'] as const;
export type LayerId = (typeof LAYERS)[number];

const KEY = 'fenghuo.map.hidden';

/** Remembered on this device: who hid something finds it hidden, and said so at the layers' button. */
const hidden = createStore<ReadonlySet<LayerId>>(() => new Set(LAYERS.filter((id) => (localStorage.getItem(KEY) ?? '').split(',').includes(id))));

export const useHiddenLayers = (): ReadonlySet<LayerId> => useStore(hidden);

export function toggleLayer(id: LayerId): void {
  const next = new Set(hidden.getState());
  if (!next.delete(id)) next.add(id);
  localStorage.setItem(KEY, [...next].join(','));
  hidden.setState(next, true);
}
