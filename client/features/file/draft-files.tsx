import { useEffect, useMemo, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { describeUpload, dismissUpload, releaseUploads } from '#client/store/uploads.ts';
import type { Upload } from '#client/store/upload-queue.ts';

const LONGEST = 300;

/** Files that were just taken: what each shows is written here, then all go at once. They stay here through a reload. */
export function DraftFiles({ drafts }: { drafts: readonly Upload[] }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [first] = drafts;
  // Whoever pastes a screenshot goes on typing what it shows.
  useEffect(() => form.current?.querySelector('input')?.focus(), [first?.id]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    releaseUploads(drafts.map(({ id }) => id));
  };
  return (
    <form ref={form} className="file-drafts" aria-label={t('file.drafts')} onSubmit={submit} onKeyDown={(event) => event.stopPropagation()}>
      <ul>
        {drafts.map((draft) => (
          <Draft key={draft.id} draft={draft} />
        ))}
      </ul>
      <footer>
        <button type="submit" className="fh-button fh-button-primary">
          {t('file.send', { count: drafts.length })} <kbd>↵</kbd>
        </button>
        <small>{t('file.draftHint')}</small>
      </footer>
    </form>
  );
}

function Draft({ draft: { id, name, blob, caption = '', evidence } }: { draft: Upload }) {
  const { t } = useTranslation();
  const picture = useMemo(() => (/^image\/(jpeg|png|webp)$/.test(blob.type) ? URL.createObjectURL(blob) : undefined), [blob]);
  useEffect(() => () => void (picture === undefined || URL.revokeObjectURL(picture)), [picture]);
  return (
    <li>
      {picture === undefined ? <span className="file-paper">{blob.type === 'application/pdf' ? t('file.paper') : 'HEIC'}</span> : <img src={picture} alt="" />}
      <div>
        <span className="file-name" title={name}>
          {name}
        </span>
        <input
          className="fh-input"
          aria-label={t('file.captionOf', { name })}
          placeholder={t('file.caption')}
          maxLength={LONGEST}
          defaultValue={caption}
          onChange={({ target }) => describeUpload(id, { caption: target.value })}
        />
        <label className="file-evidence">
          <input type="checkbox" checked={evidence ?? false} onChange={({ target }) => describeUpload(id, { evidence: target.checked })} />
          {t('file.evidence')}
        </label>
      </div>
      <button type="button" className="inc-link" onClick={() => dismissUpload(id)}>
        {t('file.drop')}
      </button>
    </li>
  );
}
