import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { formatTime } from '#client/ui/time.ts';
import { mayNote } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { parseTypedTime } from './parse-time.ts';

/** The line on which the log is written. What was typed and not sent is kept, incident by incident. */
export function EntryLine({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`entry.${incident.id}`, { text: '', time: '' });
  const { text, time } = draft.value;
  const [order, setOrder] = useState<string>();
  useShortcut('m', 'incident.entryLine.focus', () => box.current?.focus());
  const claimed = parseTypedTime(time, serverNow());

  const record = (): void => {
    if (text.trim() === '' || claimed.kind === 'unreadable') return;
    const { id } = send('incident.note', { incidentId: incident.id, text: text.trim(), ...(claimed.kind === 'instant' ? { at: claimed.iso } : {}) });
    setOrder(id);
    // What is on its way stands in the log beneath, also one that was refused.
    draft.clear();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>): void => {
    // While an input method composes, Enter chooses a word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      record();
    } else if (event.key === 'Escape') event.currentTarget.blur();
  };

  if (!mayNote(actor)) return <p className="inc-entry-line inc-entry-none">{t('incident.why.notWriter')}</p>;
  return (
    <div className="inc-entry-line">
      <textarea
        ref={box}
        className="fh-input inc-area"
        rows={Math.min(5, text.split('\n').length + Number(text.length > 34))}
        maxLength={4000}
        aria-label={t('incident.entryLine.label')}
        placeholder={t('incident.entryLine.hint')}
        value={text}
        onChange={(event) => draft.change({ text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div>
        <input
          className="fh-input"
          aria-label={t('incident.entryLine.time')}
          title={t('incident.entryLine.timeMeans')}
          placeholder={t('incident.entryLine.time')}
          value={time}
          autoComplete="off"
          aria-invalid={claimed.kind === 'unreadable' || undefined}
          onChange={(event) => draft.change({ time: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <span className="inc-log-read">{claimed.kind === 'instant' ? formatTime(claimed.iso, languageNow(), serverNow()) : <OrderState id={order} />}</span>
        <button type="button" className="fh-button fh-button-primary" disabled={text.trim() === ''} onClick={record}>
          {t('incident.entryLine.record')} <kbd>↵</kbd>
        </button>
      </div>
    </div>
  );
}
