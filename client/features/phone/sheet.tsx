import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '#client/ui/icon.tsx';
import { useWords } from './use-words.ts';

/** What comes up from below, over everything else, until it is done or closed. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} className="sheet" aria-label={title} onClose={onClose} onClick={({ target, currentTarget }) => target === currentTarget && onClose()}>
      <div>
        <header>
          <h2>{title}</h2>
          <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}>
            <Icon name="no" size={20} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
