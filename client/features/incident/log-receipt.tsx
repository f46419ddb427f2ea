import { useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState, SendingState } from '#client/ui/order-state.tsx';

interface LogReceiptProps {
  orderId: string;
  /** The order that keeps the caller with it, if one was named. */
  callerId: string | undefined;
  title: string;
  /** Asks who called, once there is an incident that it can be kept with. */
  Caller?: ComponentType<{ incidentId: string }> | undefined;
  onOpen: (incidentId: string) => void;
  onAnother: () => void;
  /** Takes the text of a refused record back into the form. */
  onCorrect: () => void;
}

/** What became of the record: the officer sees it is safe before the next call. */
export function LogReceipt({ orderId, callerId, title, Caller, onOpen, onAnother, onCorrect }: LogReceiptProps) {
  const { t } = useTranslation();
  const sending = useSending(orderId);
  const made = sending?.answer?.ok ? sending.answer.refs['incident'] : undefined;
  const incident = useDocument('incident', made);
  const refused = sending?.state === 'refused';
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), [made, refused]);
  return (
    <div className="inc-receipt">
      <Icon name={refused ? 'warn' : made === undefined ? 'wait' : 'done'} size={28} />
      <strong>{title}</strong>
      {incident && <span className="inc-number">{incident.number}</span>}
      {sending && <SendingState sending={sending} />}
      {!refused && made === undefined && <p>{t('incident.log.waits')}</p>}
      {callerId !== undefined && !refused && (
        <p>
          {t('person.title')} <OrderState id={callerId} />
        </p>
      )}
      {made !== undefined && callerId === undefined && Caller && <Caller incidentId={made} />}
      <div>
        {made !== undefined && (
          <button ref={main} type="button" className="fh-button fh-button-primary" onClick={() => onOpen(made)}>
            {t('incident.log.open')}
          </button>
        )}
        {refused && (
          <button ref={main} type="button" className="fh-button fh-button-primary" onClick={onCorrect}>
            {t('incident.log.correct')}
          </button>
        )}
        <button ref={refused || made !== undefined ? undefined : main} type="button" className="fh-button" onClick={onAnother}>
          {t('incident.log.another')}
        </button>
      </div>
    </div>
  );
}
