import './file.css';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissUpload, holdFiles, retryUpload, useUnkeptFiles, useUploads } from '#client/store/uploads.ts';
import type { Upload } from '#client/store/upload-queue.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Empty, Notice } from '#client/ui/notice.tsx';
import { refusalText } from '#client/ui/refusal.ts';
import { filesOf, mayAttach, MOST_FILES } from '#shared/file/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { DraftFiles } from './draft-files.tsx';
import { FileCard } from './file-card.tsx';

const TAKEN = 'image/jpeg,image/png,image/webp,image/heic,.heic,application/pdf';

/** Photos and papers of an incident: what is there, what is on its way, and the ways to add more. */
export function FilesPanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const here = useUploads().filter(({ incidentId }) => incidentId === incident.id);
  const drafts = here.filter(({ state }) => state === 'draft');
  const waiting = here.filter(({ state }) => state !== 'draft');
  const unkept = useUnkeptFiles();
  const ids = filesOf(incident);
  const full = ids.length + here.length >= MOST_FILES;
  const may = mayAttach(actor) && !full;
  const add = (files: readonly File[]): void => {
    if (may && files.length > 0) holdFiles(incident.id, files);
  };
  // Pasted anywhere on the page but into a field: a screenshot has no other way in.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <div
      className="file-panel"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(may);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {mayAttach(actor) && (
        <div className="file-add">
          <input ref={input} type="file" hidden multiple accept={TAKEN} onChange={({ target }) => (add([...(target.files ?? [])]), (target.value = ''))} />
          <button type="button" className="fh-button fh-button-primary" disabled={!may} onClick={() => input.current?.click()}>
            <Icon name="plus" />
            {t('file.add')}
          </button>
          <small>{t(full ? 'common.refusal.file.too-many' : drafts.some(({ evidence }) => evidence) ? 'file.evidenceHint' : 'file.hint')}</small>
        </div>
      )}
      {unkept && <Notice tone="no">{t('file.unkept')}</Notice>}
      {drafts.length > 0 && <DraftFiles drafts={drafts} />}
      {waiting.length > 0 && (
        <ul className="file-waiting" aria-label={t('file.waiting')}>
          {waiting.map((upload) => (
            <Waiting key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
      {ids.length === 0 && here.length === 0 && <Empty icon="empty" title={t('file.none')} hint={t('file.noneHint')} />}
      <ul className="file-grid" aria-label={t('file.tab')}>
        {ids.toReversed().map((id) => (
          <FileCard key={id} id={id} />
        ))}
      </ul>
    </div>
  );
}

function Waiting({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const { id, name, caption, state, progress = 0, code, message = '' } = upload;
  return (
    <li data-state={state}>
      <Icon name={state === 'refused' ? 'no' : state === 'sending' ? 'busy' : 'wait'} />
      <span className="file-name">{caption ?? name}</span>
      {state === 'sending' && <progress value={progress} max={1} aria-label={t('file.sending')} />}
      {state === 'queued' && <small>{t(code === undefined || code === 'network' ? 'file.queued' : 'file.queuedServer')}</small>}
      {state === 'refused' && <small className="fh-field-error">{refusalText({ code: code ?? '', message })}</small>}
      {state === 'refused' && (
        <button type="button" className="inc-link" onClick={() => retryUpload(id)}>
          {t('common.action.retry')}
        </button>
      )}
      {state !== 'sending' && (
        <button type="button" className="inc-link" onClick={() => dismissUpload(id)}>
          {t('file.drop')}
        </button>
      )}
    </li>
  );
}
