import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface DialogProps {
  title: string;
  /** As wide as the screen allows: for what is compared side by side. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape and gives the focus back. Shown while it is rendered. */
export function Dialog({ title, wide = false, onClose, children, footer }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The dialog begins where one writes, not at its way out.
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'fh-dialog fh-dialog-wide' : 'fh-dialog'}
      role="dialog"
      aria-label={title}
      onCancel={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div>
        <header>
          <h2>{title}</h2>
          <button type="button" className="fh-bar-button" aria-label={t('common.action.close')} onClick={onClose}>
            <Icon name="no" />
          </button>
        </header>
        {children}
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}
