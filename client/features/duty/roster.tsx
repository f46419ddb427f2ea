import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayPlan } from '#shared/duty/policy.ts';
import { warningsOf } from '#shared/duty/roster.ts';
import { rowsOf } from '#shared/rulebook/state.ts';
import type { Actor } from '#shared/seat.ts';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocuments } from '#client/store/world.ts';
import { names } from './crew.tsx';
import { daysOf, dayOf, monthAfter, monthOf } from './month.ts';
import { fullMinute } from './minute.ts';
import { PlanForm } from './plan-form.tsx';
import { Swaps } from './swaps.tsx';
import { useShifts } from './use-duty.ts';

/** 排班: a month of shifts, what is wrong with it, and who changes with whom. */
export function Roster({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const [month, setMonth] = useState(() => monthOf(serverNow()));
  const shifts = useShifts(actor.org);
  const books = useDocuments('rulebook');
  const holidays = useMemo(() => {
    // The screen has the tables as the server has them.
    const rows = rowsOf({ get: ((_kind: string, id: string) => books.get(id)) as never }, 'holidays');
    return new Map(rows.map((row) => [row.id, row]));
  }, [books]);
  const days = daysOf(month);
  const now = new Date(serverNow()).toISOString();
  const shown = shifts.filter(({ from }) => dayOf(from).startsWith(month));
  const warnings = warningsOf(shifts.filter(({ to }) => to > now));
  const english = languageNow() === 'en';
  const weekday = new Intl.DateTimeFormat(english ? 'en-GB' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className="duty-roster">
      <div>
        <div className="duty-month">
          <button type="button" className="fh-button" aria-label={t('duty.roster.before')} onClick={() => setMonth(monthAfter(month, -1))}>
            ‹
          </button>
          <h2>{month}</h2>
          <button type="button" className="fh-button" aria-label={t('duty.roster.after')} onClick={() => setMonth(monthAfter(month, 1))}>
            ›
          </button>
        </div>
        {warnings.length > 0 && (
          <ul className="duty-warnings" aria-label={t('duty.roster.warnings')}>
            {warnings.slice(0, 8).map((one) => (
              <li key={one.kind === 'gap' ? one.from : `${one.shiftId}${one.name}`}>
                {one.kind === 'gap'
                  ? t('duty.roster.gap', { from: fullMinute(one.from), to: fullMinute(one.to) })
                  : t('duty.roster.double', { name: one.name, at: fullMinute(shifts.find(({ id }) => id === one.shiftId)?.from ?? now) })}
              </li>
            ))}
          </ul>
        )}
        <ol className="duty-grid" style={{ '--first': String(days.first) } as never}>
          {days.dates.map((date) => {
            const holiday = holidays.get(date);
            return (
              <li key={date} data-today={dayOf(now) === date} data-off={holiday?.off}>
                <header>
                  <b>{Number(date.slice(8))}</b> <span>{weekday.format(new Date(date))}</span>
                  {holiday && <small>{english ? holiday.en : holiday.zh}</small>}
                </header>
                {shown
                  .filter(({ from }) => dayOf(from) === date)
                  .map((shift) => (
                    <p key={shift.id} data-mine={shift.officers.some(({ id }) => id === actor.id)} title={`${t('duty.field.leader')} ${shift.leader.name}`}>
                      <span>{fullMinute(shift.from).slice(11)}</span> {names(shift)} <small>{shift.leader.name}</small>
                    </p>
                  ))}
              </li>
            );
          })}
        </ol>
      </div>
      <aside>
        {mayPlan(actor, actor.org) && <PlanForm actor={actor} month={month} />}
        <Swaps actor={actor} shifts={shifts} />
      </aside>
    </div>
  );
}
