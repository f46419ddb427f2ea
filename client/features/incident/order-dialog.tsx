import './dialog.css';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#client/store/draft.ts';
import type { Incident } from '#shared/incident/state.ts';

interface OrderDialogProps {
  title: string;
  subject: Incident;
  submit: string;
  ready: boolean;
  children: ReactNode;
  /** What was typed: it stays when the form is put aside, and can be thrown away. */
  draft?: Pick<Draft<object>, 'dirty' | 'clear'>;
  onSubmit: () => void;
  onCancel: () => void;
}

/** A small form for one order. The browser's own dialog keeps the focus inside and gives it back. */
export function OrderDialog({ title, subject, submit, ready, children, draft, onSubmit, onCancel }: OrderDialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Where one writes, not at the first link above it.
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => element?.close();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (ready && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
  };
  return (
    <dialog ref={dialog} className="inc-dialog" role="dialog" aria-label={title} onCancel={onCancel} onKeyDown={onKeyDown}>
      <header>
        <h2>
          {subject.exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
          {title}
        </h2>
        <p>
          {subject.title} <small>{subject.number}</small>
        </p>
      </header>
      {children}
      <footer>
        {draft?.dirty && (
          <span className="inc-dialog-kept">
            {t('record.draftKept')}{' '}
            <button type="button" className="inc-link" onClick={draft.clear}>
              {t('record.draftClear')}
            </button>
          </span>
        )}
        <button type="button" className="fh-button fh-button-plain" onClick={onCancel}>
          {t('incident.detail.cancel')}
        </button>
        <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={onSubmit}>
          {submit} <kbd>Ctrl ↵</kbd>
        </button>
      </footer>
    </dialog>
  );
}
