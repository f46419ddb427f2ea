import { useState } from 'react';
import { send } from '#client/store/outbox.ts';
import { Sheet } from './sheet.tsx';
import { useWords } from './use-words.ts';

const REASONS = ['people', 'gear', 'far', 'busy', 'fault', 'other'] as const;

/** Why not, by touch; only another reason is typed. */
export function DeclineSheet({ dispatchId, onClose }: { dispatchId: string; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState<(typeof REASONS)[number]>();
  const [text, setText] = useState('');
  const words = reason === 'other' ? text.trim() : reason === undefined ? '' : t(`decline.${reason}`);
  const decline = (): void => {
    send('dispatch.decline', { dispatchId, reason: words });
    onClose();
  };
  return (
    <Sheet title={t('offer.declineTitle')} onClose={onClose}>
      <div className="choices" role="radiogroup" aria-label={t('offer.declineTitle')}>
        {REASONS.map((one) => (
          <label key={one}>
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
            {t(`decline.${one}`)}
          </label>
        ))}
      </div>
      {reason === 'other' && (
        <label className="field">
          <span>{t('decline.say')}</span>
          <textarea rows={2} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
        </label>
      )}
      <button type="button" className="primary large" disabled={words === ''} onClick={decline}>
        {t('offer.confirmDecline')}
      </button>
    </Sheet>
  );
}
