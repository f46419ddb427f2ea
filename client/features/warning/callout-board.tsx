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
import { useWarningWords } from './use-warning-words.ts';

const ICONS: Record<CalloutStatus, IconName> = { asked: 'outbox', attempted: 'busy', delivered: 'device', read: 'search', answered: 'done', closed: 'no' };

/** 叫应 as it stands: whoever has not answered first, then by place. */
export function CalloutBoard({ alert, actor }: { alert: Alert; actor: Actor }) {
  const { t } = useTranslation();
  const words = useWarningWords();
  const all = useDocuments('callout');
  const own = [...all.values()].filter(({ alertId }) => alertId === alert.id);
  const asked = own.filter(({ role }) => role === 'answer').sort((a, b) => rankOf(a) - rankOf(b) || (a.org < b.org ? -1 : 1));
  const informed = own.filter(({ role }) => role === 'notice');
  return (
    <section aria-label={t('warning.answering.title')}>
      <h3>
        {t('warning.answering.title')} <small>{words.count(alert)}</small>
      </h3>
      {asked.length === 0 && <p>{t('warning.answering.none')}</p>}
      {asked.length > 0 && (
        <div className="warn-board">
          <table>
            <thead>
              <tr>
                <th>{t('warning.answering.org')}</th>
                <th>{t('warning.answering.status')}</th>
                <th>{t('warning.answering.last')}</th>
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
          {t('warning.answering.notice')}：
          {informed.map((one) => (
            <span key={one.id}>
              {words.org(one.org)} <small>{t(`warning.callout.${one.status}`)}</small>
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
  const words = useWarningWords();
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
          <Icon name={ICONS[status]} size={14} /> {t(`warning.callout.${status}`)}
        </span>
        {closed?.why === 'out-of-scope' && <small>{t('warning.answering.left')}</small>}
      </td>
      <td>
        {answered && (
          <span>
            {words.time(answered.at)} {t(`warning.channel.${answered.how}`)} {answered.post ?? answered.by.name}
            {answered.text !== undefined && `：${answered.text}`}
          </span>
        )}
        {!answered && attempt && (
          <span>
            {words.time(attempt.at)} {t(`warning.channel.${attempt.channel}`)} {t(`warning.outcome.${attempt.outcome}`)} {attempt.by.name}
          </span>
        )}
        {waits && climb && <small className="warn-climbed">{t('warning.answering.climbed', { at: words.time(climb.at), to: words.room(climb.to) })}</small>}
      </td>
      <td>
        {waits && mine && (
          <button type="button" className="fh-button fh-button-primary" onClick={() => setOrder(send('alert.answer', { alertId }).id)}>
            {t('warning.do.answer')}
          </button>
        )}
        {waits && above && post === undefined && (
          <>
            <button type="button" className="fh-button" onClick={() => setPost('')}>
              {t('warning.do.phoneAnswered')}
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={() => tried('phone', 'no-answer')}>
              {t('warning.do.phoneNone')}
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={() => tried('loudspeaker', 'delivered')}>
              {t('warning.do.loud')}
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
              aria-label={t('warning.answering.post')}
              placeholder={t('warning.answering.post')}
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
