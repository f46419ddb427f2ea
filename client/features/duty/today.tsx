import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chainOf, isOfficer, mayCheck, mayHand, mayStart } from '#shared/duty/policy.ts';
import { shiftOnPost } from '#shared/duty/state.ts';
import type { Actor } from '#shared/seat.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { Empty, Notice } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { Crew, names, span } from './crew.tsx';
import { ShiftLog } from './shift-log.tsx';
import { useTurn } from './use-duty.ts';

/** Who is at the post here, above and below, and what this shift has written. */
export function Today({ actor, onHandover, onRoster }: { actor: Actor; onHandover: () => void; onRoster: () => void }) {
  const { t } = useTranslation();
  const { now, next } = useTurn(actor.org);
  const [given, setGiven] = useState<string>();
  const [checking, setChecking] = useState<string>();
  const own = useOrganisationName(actor.org);
  const shifts = useDocuments('shift');
  const checked = checking === undefined ? undefined : shifts.get(checking);
  return (
    <div className="duty-today">
      <section aria-label={t('duty.here')}>
        <h2>
          {own} · {t('duty.here')}
        </h2>
        {now?.reliefLateAt && <Notice tone="no">{t('duty.reliefLate', { name: names(now), leader: now.leader.name })}</Notice>}
        {now ? <Crew shift={now} /> : <Empty icon="users" title={t('duty.nobody')} hint={t(next ? 'duty.nobodyHint' : 'duty.noRoster')} />}
        <div className="duty-actions">
          {!now && next && mayStart(actor, next) && (
            <button type="button" className="fh-button fh-button-primary" onClick={() => setGiven(send('duty.start', { shiftId: next.id }).id)}>
              {t('duty.start')}
            </button>
          )}
          {!now && !next && (
            <button type="button" className="fh-button" onClick={onRoster}>
              {t('duty.plan')}
            </button>
          )}
          {now && (mayHand(actor, now) || now.status === 'handing_over') && (
            <button type="button" className="fh-button fh-button-primary" onClick={onHandover}>
              {t('duty.handover')}
            </button>
          )}
          {now && (mayCheck(actor, now, 'officers') || mayCheck(actor, now, 'leader')) && (
            <button type="button" className="fh-button" onClick={() => setChecking(now.id)}>
              {t(isOfficer(actor, now) ? 'duty.check.leader' : 'duty.check.title')}
            </button>
          )}
          <OrderState id={given} />
        </div>
        {next && (
          <p className="duty-next">
            {t('duty.next')}：{span(next)} · <b>{names(next)}</b> · {t('duty.field.leader')} {next.leader.name}
          </p>
        )}
        <Others actor={actor} onCheck={setChecking} />
      </section>
      <ShiftLog actor={actor} shift={now} />
      {checked && <CheckDialog actor={actor} shift={checked} onClose={() => setChecking(undefined)} />}
    </div>
  );
}

const BELOW: readonly string[] = ['county', 'township', 'department'];

/** Duty offices above and below, the nearest first. */
function Others({ actor, onCheck }: { actor: Actor; onCheck: (shiftId: string) => void }) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const own = organisations.get(actor.org);
  // A department stands below its region.
  const above = own?.kind === 'department' && own.parent !== undefined ? chainOf(own.parent) : chainOf(actor.org).slice(1);
  const below = [...organisations.values()]
    .filter(({ parent, kind }) => parent === actor.org && BELOW.includes(kind))
    .map(({ id }) => id)
    .sort();
  return (
    <>
      {above.length > 0 && <OrgList title={t('duty.above')} orgs={above} actor={actor} onCheck={onCheck} />}
      {below.length > 0 && <OrgList title={t('duty.below')} orgs={below} actor={actor} onCheck={onCheck} />}
    </>
  );
}

function OrgList({ title, orgs, actor, onCheck }: { title: string; orgs: readonly string[]; actor: Actor; onCheck: (shiftId: string) => void }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="duty-orgs">
        {orgs.map((org) => (
          <OrgLine key={org} org={org} actor={actor} onCheck={onCheck} />
        ))}
      </ul>
    </>
  );
}

function OrgLine({ org, actor, onCheck }: { org: string; actor: Actor; onCheck: (shiftId: string) => void }) {
  const { t } = useTranslation();
  const shift = shiftOnPost(useDocuments('shift').values(), org);
  const name = useOrganisationName(org);
  return (
    <li>
      <span>{name}</span>
      {shift ? (
        <span>
          <b>{names(shift)}</b> · {t('duty.field.leader')} {shift.leader.name}
        </span>
      ) : (
        <span className="duty-none">{t('duty.notOnPost')}</span>
      )}
      {shift && mayCheck(actor, shift, 'officers') && (
        <button type="button" className="fh-bar-button" onClick={() => onCheck(shift.id)}>
          {t('duty.check.title')}
        </button>
      )}
    </li>
  );
}
