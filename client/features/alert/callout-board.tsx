import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { CALLOUT_STATUSES, type Callout, type CalloutStatus } from '#shared/alert/callout.ts';
import type { Alert } from '#shared/alert/state.ts';
import { chainOf } from '#shared/duty/policy.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import { useAlertWords } from './use-alert-words.ts';

const ICONS: Record<CalloutStatus, IconName> = { asked: 'outbox', attempted: 'busy', delivered: 'device', read: 'search', answered: 'done', closed: 'no' };

/** 叫应 as it stands: whoever has not answered first, then by place. */
export function CalloutBoard({ alert, actor }: { alert: Alert; actor: Actor }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const all = useDocuments('callout');
  const own = [...all.values()].filter(({ alertId }) => alertId === alert.id);
  const asked = own.filter(({ role }) => role === 'answer').sort((a, b) => rankOf(a) - rankOf(b) || (a.org < b.org ? -1 : 1));
  const informed = own.filter(({ role }) => role === 'notice');
  return (
    <section aria-label={t('alert.answering.title')}>
      <h3>
        {t('alert.answering.title')} <small>{words.count(alert)}</small>
      </h3>
      {asked.length === 0 && <p>{t('alert.answering.none')}</p>}
      {asked.length > 0 && (
        <div className="warn-board">
          <table>
            <thead>
              <tr>
                <th>{t('alert.answering.org')}</th>
                <th>{t('alert.answering.status')}</th>
                <th>{t('alert.answering.last')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {asked.map((callout) => (
                <Row key={callout.id} callout={callout} actor={actor} open={alert.status === 'issued'} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {informed.length > 0 && (
        <p className="warn-informed">
          {t('alert.answering.notice')}：
          {informed.map((one) => (
            <span key={one.id}>
              {words.org(one.org)} <small>{t(`alert.callout.${one.status}`)}</small>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

const rankOf = ({ status }: Callout): number => CALLOUT_STATUSES.indexOf(status);

function Row({ callout, actor, open }: { callout: Callout; actor: Actor; open: boolean }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const [order, setOrder] = useState<string>();
  const [post, setPost] = useState<string>();
  const { alertId, org, status, answered, closed, climbs } = callout;
  const attempt = callout.attempts.at(-1);
  const climb = climbs.at(-1);
  const mine = actor.org === org;
  const above = (isDuty(actor) || isLeader(actor)) && !mine && chainOf(org).includes(actor.org);
  const waits = open && !answered && !closed;
  const tried = (channel: 'phone' | 'loudspeaker', outcome: 'no-answer' | 'delivered'): void =>
    setOrder(send('alert.attempt', { alertId, org, channel, outcome }).id);
  return (
    <tr data-status={status} data-climbed={climb !== undefined && waits}>
      <td>{words.org(org)}</td>
      <td>
        <span className="warn-status" data-status={status}>
          <Icon name={ICONS[status]} size={14} /> {t(`alert.callout.${status}`)}
        </span>
        {closed?.why === 'out-of-scope' && <small>{t('alert.answering.left')}</small>}
      </td>
      <td>
        {answered && (
          <span>
            {words.time(answered.at)} {t(`alert.channel.${answered.how}`)} {answered.post ?? answered.by.name}
            {answered.text !== undefined && `：${answered.text}`}
          </span>
        )}
        {!answered && attempt && (
          <span>
            {words.time(attempt.at)} {t(`alert.channel.${attempt.channel}`)} {t(`alert.outcome.${attempt.outcome}`)} {attempt.by.name}
          </span>
        )}
        {waits && climb && <small className="warn-climbed">{t('alert.answering.climbed', { at: words.time(climb.at), to: words.room(climb.to) })}</small>}
      </td>
      <td>
        {waits && mine && (
          <button type="button" className="fh-button fh-button-primary" onClick={() => setOrder(send('alert.answer', { alertId }).id)}>
            {t('alert.do.answer')}
          </button>
        )}
        {waits && above && post === undefined && (
          <>
            <button type="button" className="fh-button" onClick={() => setPost('')}>
              {t('alert.do.phoneAnswered')}
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={() => tried('phone', 'no-answer')}>
              {t('alert.do.phoneNone')}
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={() => tried('loudspeaker', 'delivered')}>
              {t('alert.do.loud')}
            </button>
          </>
        )}
        {waits && above && post !== undefined && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (post.trim() === '') return;
              setOrder(send('alert.answer', { alertId, org, how: 'phone', post: post.trim() }).id);
              setPost(undefined);
            }}
          >
            <input
              className="fh-input"
              autoFocus
              maxLength={60}
              aria-label={t('alert.answering.post')}
              placeholder={t('alert.answering.post')}
              value={post}
              onChange={({ target }) => setPost(target.value)}
              onKeyDown={(event) => event.key === 'Escape' && setPost(undefined)}
            />
            <button type="submit" className="fh-button fh-button-primary" disabled={post.trim() === ''}>
              {t('common.action.save')}
            </button>
          </form>
        )}
        <OrderState id={order} />
      </td>
    </tr>
  );
}
