import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { Notice } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { mayEdit } from '#shared/alert/policy.ts';
import type { Alert } from '#shared/alert/state.ts';
import type { Actor } from '#shared/seat.ts';
import { CalloutBoard } from './callout-board.tsx';
import { useAlertWords } from './use-alert-words.ts';
import { AlertActions } from './alert-actions.tsx';
import { AlertMark } from './alert-mark.tsx';
import { AlertText } from './alert-text.tsx';

/** One alert: what it says, what is to be done with it next, the measures, and who has answered. */
export function AlertDetail({ alert, actor }: { alert: Alert; actor: Actor }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const { content, draft, issued, ended, status } = alert;
  const shown = content ?? draft?.content;
  if (!shown) return null;
  return (
    <article className="warn-detail" aria-label={`${words.title(alert)} ${alert.number}`}>
      <header>
        <h2>
          {alert.exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
          <AlertMark colour={shown.colour} /> {words.title(alert)}
        </h2>
        <small>
          {alert.number} · {words.org(alert.org)} · {words.status(alert)}
          {issued && ` · ${t('alert.version', { n: issued.version })} ${words.time(issued.at)}`}
        </small>
      </header>
      {issued?.breakGlass !== undefined && (
        <Notice tone="no">{t(issued.approvedBy ? 'alert.broken' : 'alert.brokenOpen', { reason: issued.breakGlass })}</Notice>
      )}
      {ended && (
        <Notice>
          {status === 'cancelled'
            ? t('alert.endedFor', { at: words.time(ended.at), reason: ended.reason })
            : t('alert.expiredAt', { at: words.time(ended.at) })}
        </Notice>
      )}
      {draft && content && <Notice>{t('alert.changing', { reason: draft.reason ?? '' })}</Notice>}
      <AlertActions alert={alert} actor={actor} />
      {draft && <AlertText content={draft.content} {...(content ? { before: content } : {})} />}
      {content && <AlertText content={{ ...content, measures: [] }} {...(issued ? { issuedAt: issued.at } : {})} />}
      {content && <Measures alert={alert} may={status === 'issued' && mayEdit(actor, alert)} />}
      {issued && <CalloutBoard alert={alert} actor={actor} />}
      <section aria-label={t('alert.log.title')}>
        <h3>{t('alert.log.title')}</h3>
        <ol className="warn-log">
          {alert.log.toReversed().map((step) => (
            <li key={`${step.at} ${step.kind}`}>
              <time dateTime={step.at}>{words.time(step.at)}</time> <b>{t(`alert.log.${step.kind}`)}</b> {step.by.name} <small>{words.org(step.by.org)}</small>
              {step.reason !== undefined && <p>{step.reason}</p>}
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}

function Measures({ alert, may }: { alert: Alert; may: boolean }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const [order, setOrder] = useState<string>();
  return (
    <section aria-label={t('alert.field.measures')}>
      <h3>
        {t('alert.field.measures')} <OrderState id={order} />
      </h3>
      <ul className="warn-measures">
        {alert.measures.map(({ n, art, text, owner, done }) => (
          <li key={n} data-done={done !== undefined}>
            <span>
              {art !== undefined && <small>{art}</small>} {text} {owner !== undefined && <small>{owner}</small>}
              {done && <small className="warn-done">{t('alert.measure.done', { at: words.time(done.at), name: done.by.name })}</small>}
            </span>
            {may && !done && (
              <button type="button" className="fh-button" onClick={() => setOrder(send('alert.measure', { alertId: alert.id, n }).id)}>
                {t('alert.do.done')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
