import { useTranslation } from 'react-i18next';
import { dismiss, useOutbox } from '#client/store/outbox.ts';
import { SendingState } from '#client/ui/order-state.tsx';

/** Records given here that the list can't show yet: on their way, or refused. */
export function WaitingLogs({ exercise }: { exercise: boolean }) {
  const { t } = useTranslation();
  const waiting = useOutbox().filter(({ type, state, payload }) => type === 'incident.log' && state !== 'recorded' && said(payload, 'exercise') === exercise);
  if (waiting.length === 0) return null;
  return (
    <ul className="inc-waiting" aria-label={t('incident.list.waiting')}>
      {waiting.map((sending) => (
        <li key={sending.id}>
          <b>{String(said(sending.payload, 'title'))}</b>
          <SendingState sending={sending} />
          {sending.state === 'refused' && (
            <button type="button" className="inc-link" onClick={() => dismiss(sending.id)}>
              {t('incident.timeline.dismiss')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const said = (payload: unknown, field: string): unknown => (typeof payload === 'object' && payload !== null ? Reflect.get(payload, field) : undefined);
