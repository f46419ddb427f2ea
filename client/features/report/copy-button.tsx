import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text on the clipboard and says so. Where the browser forbids it, the text is there to be marked by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = (): void => {
    // Absent where the page is not served over TLS or from this machine.
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('There is no clipboard here.'));
    written.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className="fh-paper">
      <button type="button" className="fh-button" onClick={copy}>
        {label}
      </button>
      {state !== 'idle' && <span role="status">{t(`report.out.${state}`)}</span>}
    </span>
  );
}
