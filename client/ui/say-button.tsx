import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderState } from './order-state.tsx';

/** Orders of one place on the screen, and what became of the last of them. */
export function useGiven(): { give: (sent: { id: string }) => void; state: ReactNode } {
  const [id, setId] = useState<string>();
  return { give: (sent) => setId(sent.id), state: <OrderState id={id} /> };
}

interface SayButtonProps {
  label: string;
  /** What is to be said. */
  ask: string;
  /** Nothing is given before something is said. */
  required?: boolean;
  disabled?: boolean;
  why?: string | undefined;
  onSay: (text: string | undefined) => void;
}

/** A button that asks for a word first, where it stands. */
export function SayButton({ label, ask, required = false, disabled = false, why, onSay }: SayButtonProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  if (text === undefined)
    return (
      <button type="button" className="fh-button fh-small" disabled={disabled} title={why} onClick={() => setText('')}>
        {label}
      </button>
    );
  const ready = !required || text.trim() !== '';
  const say = (): void => {
    if (!ready) return;
    setText(undefined);
    onSay(text.trim() === '' ? undefined : text.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      say();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setText(undefined);
    }
  };
  return (
    <span className="fh-say">
      <input
        className="fh-input"
        aria-label={ask}
        placeholder={ask}
        maxLength={1000}
        value={text}
        autoFocus
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="fh-button fh-button-primary fh-small" disabled={!ready} onClick={say}>
        {label}
      </button>
      <button type="button" className="fh-button fh-button-plain fh-small" onClick={() => setText(undefined)}>
        {t('common.action.cancel')}
      </button>
    </span>
  );
}
