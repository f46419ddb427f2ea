import './ties.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { awaitsReceipt, isHandedTo } from '#shared/incident/handed.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { useWords } from './use-words.ts';

/** What this seat has to know before it reads on: that it has not taken note yet, that it was handed over, reported past a level, or goes on elsewhere. */
export function ReceiveBar({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const { time } = useWords();
  const [order, setOrder] = useState<string>();
  const waits = awaitsReceipt(incident, actor);
  const handed = isHandedTo(incident, actor.org);
  const last = incident.transfers?.at(-1);
  const from = useOrganisationName(last?.from ?? '');
  const skipper = useOrganisationName(incident.skipLevel?.org ?? '');
  const receive = (): void => {
    if (waits && order === undefined) setOrder(send('incident.receive', { incidentId: incident.id }).id);
  };
  useShortcut('r', 'ties.receive.key', receive);
  return (
    <>
      {incident.skipLevel && (
        <p className="tie-bar" data-tone="skip">
          <b>{t('ties.skip.mark')}</b> {t('ties.skip.said', { from: skipper, at: time(incident.skipLevel.at) })}
          {incident.skipLevel.reason && `：${incident.skipLevel.reason}`}
        </p>
      )}
      {waits && (
        <div className="tie-bar" data-tone="wait">
          <span>{handed && last ? t('ties.receive.handed', { from, reason: last.reason }) : t('ties.receive.waits')}</span>
          <button type="button" className="fh-button fh-button-primary" onClick={receive}>
            {t('ties.receive.title')} <kbd>R</kbd>
          </button>
          <OrderState id={order} />
        </div>
      )}
      {!waits && order !== undefined && (
        <p className="tie-bar">
          {t('ties.receive.title')} <OrderState id={order} />
        </p>
      )}
      {incident.mergedInto !== undefined && <MergedInto id={incident.mergedInto} />}
    </>
  );
}

function MergedInto({ id }: { id: string }) {
  const { t } = useTranslation();
  const kept = useDocument('incident', id);
  return (
    <p className="tie-bar">
      {t('ties.merge.mergedInto')} <Link to={`/?incident=${id}`}>{kept ? `${kept.title} ${kept.number}` : t('ties.merge.kept')}</Link>
    </p>
  );
}
