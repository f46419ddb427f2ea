import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useHeldDocument } from '#client/store/held.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import { isPhoto } from '#shared/file/orders.ts';
import type { File as Attached } from '#shared/file/state.ts';

const KB = 1024;

/** One file: a small picture of it, what it is, and the way to the whole. */
export function FileCard({ id }: { id: string }) {
  const file = useHeldDocument('file', id);
  return file ? <Card file={file} /> : <Archived id={id} />;
}

/** Its document is not at hand yet, or can't be fetched; its picture and its bytes may be. */
function Archived({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <li className="file-card">
      <a href={`/api/v1/files/${id}`} target="_blank" rel="noreferrer">
        <Preview id={id} label={t('file.open')} />
      </a>
    </li>
  );
}

function Card({ file }: { file: Attached }) {
  const { t } = useTranslation();
  const author = useAuthor(file.by);
  const { id, name, caption, bytes, at, evidence, position, type } = file;
  return (
    <li className="file-card">
      <a href={`/api/v1/files/${id}`} target="_blank" rel="noreferrer" title={t('file.open')}>
        {!isPhoto(type) ? <span className="file-paper">{t('file.paper')}</span> : <Preview id={id} label={caption ?? name} />}
      </a>
      <b title={caption ?? name}>{caption ?? name}</b>
      {caption !== undefined && <small title={name}>{name}</small>}
      <small>
        {formatTime(at, languageNow(), serverNow())} · {author.name} · {sizeText(bytes)}
      </small>
      {evidence && (
        <small className="file-kept">
          {t('file.kept')}
          {position && ` · ${position.lat.toFixed(5)}, ${position.lng.toFixed(5)}`}
        </small>
      )}
    </li>
  );
}

function Preview({ id, label }: { id: string; label: string }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  useEffect(() => setFailed(false), [id]);
  if (failed) return <span className="file-paper">{/\.heic$/i.test(label) ? 'HEIC' : t('file.paper')}</span>;
  return <img src={`/api/v1/files/${id}?preview=1`} alt={label} loading="lazy" onError={() => setFailed(true)} />;
}

export const sizeText = (bytes: number): string => (bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`);
