import './alert.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMode } from '#client/store/mode.ts';
import { send } from '#client/store/outbox.ts';
import { actorOf, type Session } from '#client/store/session.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { Popup } from '#client/ui/popup.tsx';
import type { Callout } from '#shared/alert/callout.ts';
import type { Actor } from '#shared/seat.ts';
import { useAlertWords } from './use-alert-words.ts';
import { AlertMark } from './alert-mark.tsx';
import { AlertText } from './alert-text.tsx';

/** The alerts that whoever sits here has to answer, wherever in the window they are. */
export function WaitingAlerts({ session }: { session: Session }) {
  const { t } = useTranslation();
  const exercise = useMode() === 'drill';
  const actor = actorOf(session);
  const waiting = [...useDocuments('callout').values()]
    .filter((one) => one.org === actor.org && one.role === 'answer' && one.exercise === exercise && !one.answered && !one.closed)
    .sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
  if (waiting.length === 0) return null;
  const label = t('alert.waiting', { count: waiting.length });
  return (
    <Popup
      kind="dialog"
      label={label}
      className="warn-waiting"
      marks={{ 'data-red': waiting.some(({ colour, climbs }) => colour === 'red' || climbs.length > 0) }}
      button={
        <>
          <Icon name="warn" />
          <span>{label}</span>
        </>
      }
    >
      <div className="warn-popup">
        {waiting.map((one) => (
          <Waiting key={one.id} callout={one} actor={actor} />
        ))}
      </div>
    </Popup>
  );
}

/** Opened here it counts as read; read is not answered. */
function Waiting({ callout, actor }: { callout: Callout; actor: Actor }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const { alertId, status } = callout;
  const alert = useDocument('alert', alertId);
  const [order, setOrder] = useState<string>();
  const unread = callout.readAt === undefined && status !== 'answered';
  useEffect(() => {
    if (unread && actor.role !== 'auditor') send('alert.read', { alertId });
  }, [alertId, unread, actor.role]);
  if (!alert?.content) return null;
  return (
    <article aria-label={words.title(alert)}>
      <h3>
        <AlertMark colour={alert.content.colour} /> <Link to={`/alerts?alert=${alertId}`}>{words.title(alert)}</Link>
      </h3>
      <AlertText content={alert.content} {...(alert.issued ? { issuedAt: alert.issued.at } : {})} />
      <button type="button" className="fh-button fh-button-primary" onClick={() => setOrder(send('alert.answer', { alertId }).id)}>
        {t('alert.do.answer')}
      </button>
      <OrderState id={order} />
    </article>
  );
}
