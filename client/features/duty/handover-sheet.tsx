import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLeaderOf, isOfficer } from '#shared/duty/policy.ts';
import { SIDES, type Side } from '#shared/duty/orders.ts';
import type { Handover, Shift } from '#shared/duty/state.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import { send, useSending } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { names, span } from './crew.tsx';
import { ItemLine } from './item-line.tsx';
import { fullMinute } from './minute.ts';
import { useSheetItems } from './use-items.ts';

/** The sheet: every open matter with who takes it, and three signatures. Once signed it can only be read and printed. */
export function HandoverSheet({ actor, handover }: { actor: Actor; handover: Handover }) {
  const { t } = useTranslation();
  const out = useDocument('shift', handover.shiftId);
  const into = useDocument('shift', handover.toShiftId);
  const org = useOrganisationName(handover.org);
  const [given, setGiven] = useState<string>();
  const items = useSheetItems(handover, useSending(given)?.answer);
  const open = handover.status === 'open';
  const takes = open && into !== undefined && isOfficer(actor, into);
  const take = (keys: readonly string[], owner: string): void =>
    setGiven(send('duty.take', { handoverId: handover.id, items: keys.map((key) => ({ key, owner })) }).id);
  const rest = items.filter((item) => !item.owner && !item.settled).map(({ key }) => key);
  const [outgoing, incoming] = [handover.outgoing ?? out, handover.incoming ?? into];
  return (
    <article className="duty-sheet" aria-label={t('duty.sheet.title')}>
      <header>
        <h2>
          {org}
          {t('duty.sheet.title')}
        </h2>
        <span className={`duty-state duty-state-${handover.status}`}>{t(`duty.handed.${handover.status}`)}</span>
        <button type="button" className="fh-button duty-noprint" onClick={() => print()}>
          {t('duty.sheet.print')}
        </button>
      </header>
      <p>
        {outgoing && `${t('duty.side.outgoing')} ${names(outgoing)}（${span(outgoing)}）`} →{' '}
        {incoming && `${t('duty.side.incoming')} ${names(incoming)}（${span(incoming)}）`} · {t('duty.sheet.openedAt')} {fullMinute(handover.openedAt)}
        {handover.endedAt && ` · ${t('duty.sheet.endedAt')} ${fullMinute(handover.endedAt)}`}
      </p>
      {handover.text && <p>{handover.text}</p>}
      <table>
        <thead>
          <tr>
            <th>{t('duty.sheet.kind')}</th>
            <th>{t('duty.sheet.matter')}</th>
            <th>{t('duty.sheet.due')}</th>
            <th>{t('duty.sheet.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemLine key={item.key} item={item} takers={takes && into ? [...into.officers, into.leader] : []} onTake={(owner) => take([item.key], owner)} />
          ))}
          {items.length === 0 && (
            <tr>
              <td colSpan={4}>{t('duty.sheet.nothing')}</td>
            </tr>
          )}
        </tbody>
      </table>
      {takes && rest.length > 0 && (
        <button type="button" className="fh-button duty-noprint" onClick={() => take(rest, actor.id)}>
          {t('duty.sheet.takeAll', { count: rest.length })}
        </button>
      )}
      {open && rest.length > 0 && <p className="duty-unowned">{t('duty.sheet.unowned', { count: rest.length })}</p>}
      <div className="duty-signs">
        {SIDES.map((side) => (
          <Sign key={side} side={side} handover={handover} actor={actor} out={out} into={into} onGiven={setGiven} />
        ))}
      </div>
      <div className="duty-noprint">
        <OrderState id={given} />
      </div>
      {open && out && (isOfficer(actor, out) || isLeaderOf(actor, [out])) && <Resume handover={handover} onGiven={setGiven} />}
    </article>
  );
}

interface SignProps {
  side: Side;
  handover: Handover;
  actor: Actor;
  out: Shift | undefined;
  into: Shift | undefined;
  onGiven: (id: string) => void;
}

function Sign({ side, handover, actor, out, into, onGiven }: SignProps) {
  const { t } = useTranslation();
  const signature = handover.signatures[side];
  const shift = side === 'incoming' ? into : out;
  const theirs =
    side === 'leader'
      ? isLeaderOf(
          actor,
          [out, into].filter((one) => one !== undefined),
        )
      : shift !== undefined && isOfficer(actor, shift);
  const [reason, setReason] = useState<string>();
  const instead = side === 'outgoing' && !theirs && isLeader(actor) && actor.org === handover.org;
  const sign = (): void => onGiven(send('duty.sign', { handoverId: handover.id, as: side, ...(reason?.trim() ? { insteadFor: reason.trim() } : {}) }).id);
  return (
    <div>
      <span>{t(`duty.side.${side}`)}</span>
      {signature && (
        <b>
          {signature.by.name} {fullMinute(signature.at)} {signature.insteadFor && `（${t('duty.sheet.instead')}：${signature.insteadFor}）`}
        </b>
      )}
      {!signature && handover.status === 'open' && theirs && (
        <button type="button" className="fh-button fh-button-primary duty-noprint" onClick={sign}>
          {t('duty.sheet.sign')}
        </button>
      )}
      {!signature && handover.status === 'open' && instead && (
        <span className="duty-noprint duty-instead">
          <input
            className="fh-input"
            aria-label={t('duty.sheet.insteadWhy')}
            placeholder={t('duty.sheet.insteadWhy')}
            value={reason ?? ''}
            onChange={({ target }) => setReason(target.value)}
          />
          <button type="button" className="fh-button" disabled={!reason?.trim()} onClick={sign}>
            {t('duty.sheet.instead')}
          </button>
        </span>
      )}
      {!signature && !theirs && !instead && <i>{t('duty.sheet.unsigned')}</i>}
    </div>
  );
}

function Resume({ handover, onGiven }: { handover: Handover; onGiven: (id: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <form
      className="duty-resume duty-noprint"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onGiven(send('duty.resume', { handoverId: handover.id, reason: reason.trim() }).id);
      }}
    >
      <input
        className="fh-input"
        aria-label={t('duty.sheet.resumeWhy')}
        placeholder={t('duty.sheet.resumeWhy')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <button type="submit" className="fh-button" disabled={reason.trim() === ''}>
        {t('duty.sheet.resume')}
      </button>
    </form>
  );
}
