import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '#client/map/board.ts';
import { useSession } from '#client/store/session.ts';
import { UploadFault } from './upload-fault.ts';
import { addUpload, changeUpload, openUploads, removeUpload, UPLOAD_COLOURS, useUploads, type Upload } from './uploads.ts';

/** The layers that the user brought, and how to bring one. */
export function UploadList({ board }: { board: Board }) {
  const { t } = useTranslation();
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const [gcj, setGcj] = useState(false);
  const [fault, setFault] = useState<string>();
  const tell = (error: unknown): void => setFault(error instanceof UploadFault ? t(`map.fault.${error.code}`, error.details) : String(error));
  const bring = (file: File): void => {
    setFault(undefined);
    addUpload(file, gcj).then(({ id }) => requestAnimationFrame(() => board.showUpload(id)), tell);
  };
  return (
    <fieldset className="map-own">
      <legend>{t('map.own')}</legend>
      {uploads.length === 0 && <p>{t('map.ownNone')}</p>}
      {uploads.map((upload) => (
        <OwnLayer key={upload.id} upload={upload} board={board} onFault={tell} />
      ))}
      <label>
        <input type="checkbox" checked={gcj} onChange={(event) => setGcj(event.target.checked)} />
        {t('map.gcjNext')}
      </label>
      <button type="button" className="fh-button" onClick={() => input.current?.click()}>
        {t('map.bring')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".geojson,.json,.kml"
        aria-label={t('map.bring')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) bring(file);
        }}
      />
      {fault !== undefined && (
        <p role="alert" className="map-own-fault">
          {fault}
        </p>
      )}
      <p>{t('map.ownHint')}</p>
    </fieldset>
  );
}

function OwnLayer({ upload, board, onFault }: { upload: Upload; board: Board; onFault: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { id, name, colour, hidden, gcj, vertices, features } = upload;
  const change = (next: Parameters<typeof changeUpload>[1]): void => void changeUpload(upload, next).catch(onFault);
  const nextColour = UPLOAD_COLOURS[(UPLOAD_COLOURS.indexOf(colour) + 1) % UPLOAD_COLOURS.length] ?? UPLOAD_COLOURS[0];
  return (
    <div className="map-own-layer">
      <label title={name}>
        <input type="checkbox" checked={!hidden} onChange={() => change({ hidden: !hidden })} />
        <span>{name}</span>
      </label>
      <small>{t('map.ownSize', { features: features.length, vertices })}</small>
      <div>
        <button
          type="button"
          className="map-own-colour"
          style={{ background: `var(--fh-${colour})` }}
          aria-label={t('map.colour')}
          title={t('map.colour')}
          onClick={() => change({ colour: nextColour })}
        />
        <button type="button" disabled={hidden} onClick={() => board.showUpload(id)}>
          {t('map.zoomTo')}
        </button>
        <button type="button" aria-pressed={gcj} onClick={() => change({ gcj: !gcj })}>
          GCJ-02
        </button>
        <button type="button" onClick={() => void removeUpload(id).catch(onFault)}>
          {t('map.remove')}
        </button>
      </div>
    </div>
  );
}

/** Keeps the user's own layers on the map. */
export function useUploadLayer(board: Board | undefined, controls: boolean): void {
  const userId = useSession()?.user.id;
  const uploads = useUploads();
  useEffect(() => {
    if (controls && userId !== undefined) openUploads(userId).catch((error: unknown) => console.warn('Own layers could not be read.', error));
  }, [controls, userId]);
  useEffect(() => {
    if (controls) board?.setUploads(uploads);
  }, [board, controls, uploads]);
}
