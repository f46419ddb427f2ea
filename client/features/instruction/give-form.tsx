import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import type { Incident } from '#shared/incident/state.ts';
import { isBelow } from '#shared/instruction/policy.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';

const WITHIN = [30, 60, 120, 360, 1440] as const;

/** A leader's instruction: what, to whom, by when. A duty officer records one that was given by word of mouth. */
export function GiveForm({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const id = useId();
  const organisations = useDocuments('organisation');
  const leader = isLeader(actor);
  const below = [...organisations.values()].filter((one) => isBelow(one, actor.org)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const county = incident.place.adcode.slice(0, 6);
  const draft = useDraft(`instruct.${incident.id}`, { text: '', to: below.some((one) => one.id === county) ? county : actor.org, within: '', post: '' });
  const { text, to, within, post } = draft.value;
  const [order, setOrder] = useState<string>();
  const ready = text.trim() !== '' && (leader || post.trim() !== '');
  const give = (): void => {
    if (!ready) return;
    const now = new Date(serverNow()).toISOString();
    const payload = {
      incidentId: incident.id,
      text: text.trim(),
      to,
      ...(within === '' ? {} : { dueAt: addMinutes(now, Number(within)) }),
      ...(leader ? {} : { onBehalfOf: post.trim() }),
    };
    const { id: given } = send('instruction.give', payload);
    setOrder(given);
    draft.given(given);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    give();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give();
  };
  return (
    <form className="ins-form" aria-label={t('instruction.give')} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <textarea
        className="fh-input"
        rows={2}
        maxLength={2000}
        aria-label={t('instruction.text')}
        placeholder={t(leader ? 'instruction.textHint' : 'instruction.recordHint')}
        value={text}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      <div className="ins-row">
        <label htmlFor={`${id}-to`}>{t('instruction.to')}</label>
        <select id={`${id}-to`} className="fh-input" value={to} onChange={(event) => draft.change({ to: event.target.value })}>
          {below.map((one) => (
            <option key={one.id} value={one.id}>
              {languageNow() === 'en' ? one.nameEn : one.name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-due`}>{t('instruction.within')}</label>
        <select id={`${id}-due`} className="fh-input" value={within} onChange={(event) => draft.change({ within: event.target.value })}>
          <option value="">{t('instruction.noLimit')}</option>
          {WITHIN.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes < 60 ? t('instruction.minutes', { count: minutes }) : t('instruction.hours', { count: minutes / 60 })}
            </option>
          ))}
        </select>
      </div>
      {!leader && (
        <input
          className="fh-input"
          maxLength={60}
          aria-label={t('instruction.onBehalfOf')}
          placeholder={t('instruction.onBehalfOfHint')}
          value={post}
          onChange={(event) => draft.change({ post: event.target.value })}
        />
      )}
      <div className="ins-row ins-foot">
        <OrderState id={order} />
        <button type="submit" className="fh-button fh-button-primary" disabled={!ready}>
          {t(leader ? 'instruction.give' : 'instruction.record')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}
