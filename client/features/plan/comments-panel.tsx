import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { send } from '#client/store/outbox.ts';
import { useAuthor } from '#client/ui/names.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import { mayComment, mayWrite } from '#shared/plan/policy.ts';
import { clauseNumbers } from '#shared/plan/number.ts';
import type { Comment } from '#shared/plan/state.ts';
import type { PlanPanelProps } from './plan-view.tsx';

/** What was said in consultation, clause by clause, and what became of it. */
export function CommentsPanel({ plan, edition, actor }: PlanPanelProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [clauseId, setClauseId] = useState('');
  const [order, setOrder] = useState<string>();
  const consulting = plan.draft?.stage === 'consultation' && edition?.no === plan.draft.no;
  const may = mayComment(actor, plan);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    setOrder(send('plan.comment', { planId: plan.id, text: text.trim(), ...(clauseId === '' ? {} : { clauseId }) }).id);
    setText('');
  };
  const comments = edition?.comments ?? [];
  const numbers = clauseNumbers(edition?.content ?? { clauses: [] });
  return (
    <div className="pln-panel">
      {consulting && !may && <p className="pln-quiet">{t('plan.why.not-asked')}</p>}
      {consulting && may && (
        <form className="pln-form" onSubmit={give}>
          <select className="fh-input" aria-label={t('plan.comments.say')} value={clauseId} onChange={({ target }) => setClauseId(target.value)}>
            <option value="">{t('plan.comments.whole')}</option>
            {edition?.content.clauses.map((one) => (
              <option key={one.id} value={one.id}>
                {numbers.get(one.id)} {one.title}
              </option>
            ))}
          </select>
          <textarea
            className="fh-input"
            rows={3}
            maxLength={2000}
            aria-label={t('plan.comments.say')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="pln-row">
            <button type="submit" className="fh-button fh-button-primary" disabled={text.trim() === ''}>
              {t('plan.comments.give')}
            </button>
            <OrderState id={order} />
          </div>
        </form>
      )}
      {comments.length === 0 && <p className="pln-quiet">{t('plan.comments.none')}</p>}
      {comments.map((one) => (
        <Said
          key={one.id}
          comment={one}
          number={numbers.get(one.clauseId ?? '')}
          planId={plan.id}
          answers={mayWrite(actor, plan) && plan.draft?.no === edition?.no}
        />
      ))}
    </div>
  );
}

function Said({ comment, number, planId, answers }: { comment: Comment; number: string | undefined; planId: string; answers: boolean }) {
  const { t } = useTranslation();
  const { name, seat } = useAuthor(comment.by);
  const [reply, setReply] = useState('');
  const [order, setOrder] = useState<string>();
  const { clauseId, resolved } = comment;
  const give = (adopted: boolean): void => setOrder(send('plan.resolve', { planId, commentId: comment.id, adopted, reply: reply.trim() }).id);
  return (
    <article className="pln-said">
      <small>
        {clauseId === undefined ? t('plan.comments.whole') : <a href={`#clauses-${clauseId}`}>{t('plan.comments.on', { id: number ?? clauseId })}</a>} · {name}{' '}
        {seat} · {formatTime(comment.at, languageNow())}
      </small>
      <p>{comment.text}</p>
      {resolved && <small>{t(resolved.adopted ? 'plan.comments.adopted' : 'plan.comments.declined', { reply: resolved.reply })}</small>}
      {!resolved && answers && (
        <div className="pln-row">
          <input
            className="fh-input"
            aria-label={t('plan.comments.reply')}
            placeholder={t('plan.comments.reply')}
            value={reply}
            onChange={({ target }) => setReply(target.value)}
          />
          <button type="button" className="fh-button" disabled={reply.trim() === ''} onClick={() => give(true)}>
            {t('plan.comments.adopt')}
          </button>
          <button type="button" className="fh-button" disabled={reply.trim() === ''} onClick={() => give(false)}>
            {t('plan.comments.decline')}
          </button>
        </div>
      )}
      <OrderState id={order} />
    </article>
  );
}
