import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayHand } from '#shared/duty/policy.ts';
import type { Handover } from '#shared/duty/state.ts';
import type { Actor } from '#shared/seat.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Empty, Notice } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { names, span } from './crew.tsx';
import { HandoverSheet } from './handover-sheet.tsx';
import { fullMinute } from './minute.ts';
import { useTurn } from './use-duty.ts';
import { useCurrentItems } from './use-items.ts';

/** 交接班: the sheet that is open, and those that were signed, which can only be read. */
export function HandoverView({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const handovers = useDocuments('handover');
  const mine = useMemo(
    () => [...handovers.values()].filter(({ org }) => org === actor.org).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)),
    [handovers, actor.org],
  );
  const [chosen, setChosen] = useState<string>();
  const shown = mine.find(({ id }) => id === chosen) ?? mine.find(({ status }) => status === 'open');
  return (
    <div className="duty-handovers">
      <aside className="duty-noprint">
        <h2>{t('duty.sheet.all')}</h2>
        <ul>
          {mine.map((one) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === shown?.id} onClick={() => setChosen(one.id)}>
                {fullMinute(one.openedAt)} <span>{t(`duty.handed.${one.status}`)}</span>
              </button>
            </li>
          ))}
          {mine.length === 0 && <li className="duty-none">{t('duty.sheet.none')}</li>}
        </ul>
      </aside>
      {shown ? <HandoverSheet actor={actor} handover={shown} /> : <OpenHandover actor={actor} last={mine[0]} />}
    </div>
  );
}

/** Before a handover is opened: what will be on it. */
function OpenHandover({ actor }: { actor: Actor; last: Handover | undefined }) {
  const { t } = useTranslation();
  const { now, next } = useTurn(actor.org);
  const [given, setGiven] = useState<string>();
  const [text, setText] = useState('');
  const count = useCurrentItems(actor.org).length;
  if (!now) return <Empty icon="users" title={t('duty.nobody')} hint={t('duty.sheet.nobodyHint')} />;
  if (!next) return <Empty icon="users" title={t('duty.sheet.noRelief')} hint={t('duty.sheet.noReliefHint')} />;
  return (
    <section className="duty-sheet">
      <h2>{t('duty.sheet.openTitle')}</h2>
      <p>
        {names(now)}（{span(now)}） → <b>{names(next)}</b>（{span(next)}）
      </p>
      <p>{t('duty.sheet.willHave', { count })}</p>
      {mayHand(actor, now) ? (
        <>
          <label className="fh-field">
            <span>{t('duty.sheet.text')}</span>
            <textarea className="fh-input" rows={3} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)} />
          </label>
          <div className="duty-actions">
            <button
              type="button"
              className="fh-button fh-button-primary"
              onClick={() => setGiven(send('duty.hand', { shiftId: now.id, toShiftId: next.id, ...(text.trim() === '' ? {} : { text: text.trim() }) }).id)}
            >
              {t('duty.sheet.open')}
            </button>
            <OrderState id={given} />
          </div>
        </>
      ) : (
        <Notice>{t('duty.sheet.byOutgoing')}</Notice>
      )}
    </section>
  );
}
