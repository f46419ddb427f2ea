import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/dialog.tsx';

interface AskDialogProps {
  what: 'return' | 'approvedPost' | 'post' | 'waive' | 'made';
  onAnswer: (text: string) => void;
  onClose: () => void;
}

/** The one thing that an order still needs to be told. */
export function AskDialog({ what, onAnswer, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  // A reason has room; a post is a few words.
  const reasoned = what !== 'approvedPost' && what !== 'post';
  const give = (): void => {
    if (ready) onAnswer(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give();
  };
  return (
    <Dialog
      title={t(`report.ask.${what}.title`)}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
            {t('common.action.cancel')}
          </button>
          <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={give}>
            {t('common.action.confirm')} <kbd>Ctrl ↵</kbd>
          </button>
        </>
      }
    >
      <label className="rep-field" onKeyDown={onKeyDown}>
        {t(`report.ask.${what}.label`)}
        <textarea
          className="fh-input rep-area"
          rows={reasoned ? 3 : 1}
          maxLength={reasoned ? 1000 : 100}
          data-first
          value={text}
          placeholder={t(`report.ask.${what}.hint`)}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
