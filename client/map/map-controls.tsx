import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#client/store/api.ts';
import { useCommand } from '#client/ui/shortcuts.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Board } from './board.ts';
import { LAYERS, type LayerId, toggleLayer, useHiddenLayers } from './layer-state.ts';
import { PrintSheet } from './print-sheet.tsx';
import { MapTool } from './map-tool.tsx';
import type { TileSource } from './tile-layers.ts';
import { UploadList } from './uploads/upload-list.tsx';

const ICONS = {
  in: 'M8 3v10M3 8h10',
  out: 'M3 8h10',
  city: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  focus: 'M8 1v3M8 12v3M1 8h3M12 8h3M8 4.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z',
  layers: 'M8 2 14 5.2 8 8.4 2 5.2zM2.6 8.2 8 11l5.4-2.8M2.6 11 8 13.8 13.4 11',
  print: 'M4 6V2h8v4M4 11.5H2.5V6h11v5.5H12M4 9.5h8V14H4z',
} as const;

/** What stands at the map's right edge. */
export function MapControls({ board, focus }: { board: Board; focus: LngLat | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  useEffect(() => {
    restoreTiles(board).catch((error: unknown) => console.warn('The base map chosen last time is not there; the built-in one is shown.', error));
  }, [board]);
  useCommand({ labelKey: 'map.print' }, () => setPrinting(true));
  useCommand({ labelKey: 'map.fitSelection', why: focus ? undefined : 'map.nothingSelected' }, () => focus && board.goTo(focus));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    <>
      <div ref={box} className="map-tools" onKeyDown={(event) => open && event.key === 'Escape' && (event.stopPropagation(), setOpen(false))}>
        <div className="map-tool-group">
          <MapTool path={ICONS.in} label={t('map.zoomIn')} onClick={() => board.zoom(1)} />
          <MapTool path={ICONS.out} label={t('map.zoomOut')} onClick={() => board.zoom(-1)} />
        </div>
        <div className="map-tool-group">
          <MapTool path={ICONS.city} label={t('map.fitCity')} onClick={() => board.fitCity()} />
          <MapTool path={ICONS.focus} label={t('map.fitSelection')} disabled={!focus} onClick={() => focus && board.goTo(focus)} />
        </div>
        <div className="map-tool-group">
          <MapTool path={ICONS.layers} label={t('map.layers')} expanded={open} onClick={() => setOpen(!open)} />
          <MapTool path={ICONS.print} label={t('map.print')} onClick={() => setPrinting(true)} />
        </div>
        {open && <LayerList board={board} />}
      </div>
      {LAYERS.map((id) => (
        <LayerCommand key={id} id={id} />
      ))}
      {printing && <PrintSheet board={board} onDone={printed} />}
    </>
  );
}

/** Shows or hides a layer by its name, from the palette. */
function LayerCommand({ id }: { id: LayerId }) {
  const { t } = useTranslation();
  const hidden = useHiddenLayers().has(id);
  useCommand({ labelKey: hidden ? 'map.showLayer' : 'map.hideLayer', values: { name: t(`map.layer.${id}`) } }, () => toggleLayer(id));
  return null;
}

const KEY = 'fenghuo.map.layer';

function LayerList({ board }: { board: Board }) {
  const { t } = useTranslation();
  const [sources, setSources] = useState<readonly TileSource[]>();
  const hidden = useHiddenLayers();
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY) ?? '');
  useEffect(() => {
    offeredSources().then(setSources, () => setFailed(true));
  }, []);
  const choose = (source: TileSource | null): void => {
    setChosen(source?.id ?? '');
    localStorage.setItem(KEY, source?.id ?? '');
    board.setTiles(source).catch((error: unknown) => {
      console.warn('The layer could not be shown.', error);
      setFailed(true);
    });
  };
  return (
    <div className="map-layers" role="group" aria-label={t('map.layers')}>
      <fieldset>
        <legend>{t('map.shownLayers')}</legend>
        {LAYERS.map((id) => (
          <label key={id}>
            <input type="checkbox" checked={!hidden.has(id)} onChange={() => toggleLayer(id)} />
            {t(`map.layer.${id}`)}
          </label>
        ))}
      </fieldset>
      <UploadList board={board} />
      <fieldset role="radiogroup" aria-label={t('map.base')}>
        <legend>{t('map.base')}</legend>
        <label>
          <input type="radio" name="map-layer" checked={chosen === '' || !sources?.some(({ id }) => id === chosen)} onChange={() => choose(null)} />
          {t('map.ownBase')}
        </label>
        {sources?.map((source) => (
          <label key={source.id}>
            <input type="radio" name="map-layer" checked={chosen === source.id} onChange={() => choose(source)} />
            {source.name}
          </label>
        ))}
        {failed && <p role="alert">{t('map.noLayers')}</p>}
        {sources?.length === 0 && <p>{t('map.onlyOwn')}</p>}
      </fieldset>
    </div>
  );
}

/** The base maps that the operator offers beside our own. */
async function offeredSources(): Promise<readonly TileSource[]> {
  const config = await api<{ map?: { layers?: readonly TileSource[] } }>('/config');
  return config.map?.layers ?? [];
}

/** The layer that was chosen last time, if it is still offered. */
async function restoreTiles(board: Board): Promise<void> {
  const id = localStorage.getItem(KEY);
  if (!id) return;
  const source = (await offeredSources()).find((one) => one.id === id);
  if (source) await board.setTiles(source);
}
