import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesIn } from '#plans/duty.ts';
import type { Colleague } from '#shared/access/accounts.ts';
import { mayBeOfficer, mayLead } from '#shared/duty/policy.ts';
import { rotate, type Crew } from '#shared/duty/roster.ts';
import type { Actor } from '#shared/seat.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { Field } from '#client/ui/field.tsx';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { dayOf, daysOf, startOf } from './month.ts';
import { useStaff } from './use-duty.ts';

const CREWS = 4;
const ZONE = 'Asia/Shanghai';
type Row = [first: string, second: string, leader: string];

/** The pattern of an organisation: 08:00 and 20:00, the crews in turn. What is planned already from the first day on is planned anew. */
export function PlanForm({ actor, month }: { actor: Actor; month: string }) {
  const { t } = useTranslation();
  const { staff, failed } = useStaff(actor.org);
  const { dates } = daysOf(month);
  const today = dayOf(serverNow());
  const draft = useDraft<{ from: string; to: string; rows: Row[] }>(`duty.plan.${actor.org}.${month}`, {
    from: dates.includes(today) ? today : (dates[0] ?? today),
    to: dates.at(-1) ?? today,
    rows: [['', '', '']],
  });
  const { from, to, rows } = draft.value;
  const setRows = (next: Row[]): void => draft.change({ rows: next });
  const [given, setGiven] = useState<string>();
  if (failed) return <Notice tone="no">{t('duty.roster.noStaff')}</Notice>;
  if (!staff) return <Skeleton rows={5} label={t('common.loading')} />;
  const officers = staff.filter(({ role }) => mayBeOfficer(role));
  const leaders = staff.filter(({ role }) => mayLead(role));
  const crews = rows.flatMap((row) => crewOf(row, staff));
  const change = (i: number, column: 0 | 1 | 2, value: string): void =>
    setRows(rows.map((row, at) => (at === i ? (row.map((old, c) => (c === column ? value : old)) as Row) : row)));
  const plan = (): void => {
    const end = new Date(Date.parse(startOf(to)) + 86_400_000 - 1).toISOString();
    const now = new Date(serverNow()).toISOString();
    const first = new Date(Date.parse(startOf(from)) - 12 * 3_600_000).toISOString();
    const shifts = rotate(changesIn(ZONE, first, end), crews).filter(
      ({ to: over, from: begin }) => (over > now && begin >= startOf(from)) || (begin < now && over > now && from === today),
    );
    if (shifts.length > 0) setGiven(send('duty.plan', { shifts: shifts.slice(0, 70) }).id);
  };
  return (
    <form
      className="duty-form duty-plan"
      aria-label={t('duty.roster.plan')}
      onSubmit={(event) => {
        event.preventDefault();
        plan();
      }}
    >
      <h2>{t('duty.roster.plan')}</h2>
      <p className="fh-field-hint">{t('duty.roster.hint')}</p>
      <div className="duty-pair">
        <Field label={t('duty.roster.from')} type="date" value={from} onChange={({ target }) => draft.change({ from: target.value })} />
        <Field label={t('duty.roster.to')} type="date" value={to} onChange={({ target }) => draft.change({ to: target.value })} />
      </div>
      {rows.map(([first, second, leader], i) => (
        // Crews have no name but their place in the turn.
        <fieldset key={i}>
          <legend>{t('duty.roster.crew', { n: i + 1 })}</legend>
          <Pick label={t('duty.field.officer')} value={first} of={officers} onPick={(id) => change(i, 0, id)} />
          <Pick label={t('duty.field.second')} value={second} of={officers.filter(({ id }) => id !== first)} onPick={(id) => change(i, 1, id)} />
          <Pick label={t('duty.field.leader')} value={leader} of={leaders} onPick={(id) => change(i, 2, id)} />
        </fieldset>
      ))}
      <div className="duty-actions">
        {rows.length < CREWS && (
          <button type="button" className="fh-button" onClick={() => setRows([...rows, ['', '', '']])}>
            {t('duty.roster.addCrew')}
          </button>
        )}
        <button type="submit" className="fh-button fh-button-primary" disabled={crews.length < rows.length}>
          {t('duty.roster.plan')}
        </button>
        <OrderState id={given} />
      </div>
    </form>
  );
}

function crewOf([first, second, leader]: Row, staff: readonly Colleague[]): Crew[] {
  const named = (id: string) => staff.filter((one) => one.id === id).map(({ id: found, name }) => ({ id: found, name }));
  const [lead] = named(leader);
  const officers = [...named(first), ...named(second)];
  return lead && first !== '' ? [{ officers, leader: lead }] : [];
}

function Pick({ label, value, of, onPick }: { label: string; value: string; of: readonly Colleague[]; onPick: (id: string) => void }) {
  return (
    <label className="fh-field">
      <span>{label}</span>
      <select className="fh-input" value={value} onChange={({ target }) => onPick(target.value)}>
        <option value="">—</option>
        {of.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
