import { useState } from 'react';
import type { Team } from '#shared/team/state.ts';
import { isWaiting, send, useOutbox } from '#client/store/outbox.ts';
import { dayOffOn, withWaiting, type Days } from './availability-shown.ts';
import { OrderLine } from './order-line.tsx';
import { todayNow, useTeam } from './use-team.ts';
import { useWords } from './use-words.ts';
import { Weekly } from './weekly.tsx';

/** When the team can be called: at once by a switch, by days off, and by the week. */
export function Availability() {
  const t = useWords();
  const team = useTeam();
  return (
    <main className="screen">
      <h1>{t('ready.title')}</h1>
      {team ? (
        <OfTeam team={team} />
      ) : (
        <p className="notice">
          {t('quiet.notYet')} <a href="#team">{t('quiet.apply')}</a>
        </p>
      )}
    </main>
  );
}

function OfTeam({ team }: { team: Team }) {
  const t = useWords();
  const waiting = useOutbox().filter((entry) => isWaiting(entry) && entry.type === 'team.availability');
  const shown = withWaiting(team.availability, waiting);
  const [last, setLast] = useState<string>();
  const change = (set: Partial<Team['availability']>): void => {
    const { onDuty, weekly, daysOff } = set;
    const { id } = send('team.availability', {
      teamId: team.id,
      ...(onDuty === undefined ? {} : { onDuty }),
      ...(weekly === undefined ? {} : { weekly: [...weekly] }),
      ...(daysOff === undefined ? {} : { daysOff: [...daysOff] }),
    });
    setLast(id);
  };
  const offToday = shown.onDuty && dayOffOn(shown.daysOff, todayNow()) !== undefined;
  return (
    <>
      <div className="card switch-row">
        <button type="button" role="switch" aria-checked={shown.onDuty} className="switch" onClick={() => change({ onDuty: !shown.onDuty })}>
          <b>{t(shown.onDuty ? 'ready.on' : 'ready.off')}</b>
          <i aria-hidden="true" />
        </button>
        <p className="hint">{t(offToday ? 'ready.today' : 'ready.switchHint')}</p>
        <OrderLine id={last} />
      </div>
      <DaysOff days={shown.daysOff} onChange={(daysOff) => change({ daysOff })} />
      <Weekly windows={shown.weekly} onChange={(weekly) => change({ weekly })} />
    </>
  );
}

function DaysOff({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const t = useWords();
  const today = todayNow();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [text, setText] = useState('');
  const add = (): void => {
    const fresh = { from, to, ...(text.trim() === '' ? {} : { text: text.trim() }) };
    // What is over is of no use to anybody any more.
    onChange([...days.filter((one) => one.to >= today), fresh].sort((a, b) => (a.from < b.from ? -1 : 1)));
    setText('');
  };
  return (
    <section className="card" aria-labelledby="days-off">
      <h2 id="days-off">{t('ready.daysOff')}</h2>
      {days.length === 0 && <p className="hint">{t('ready.noDays')}</p>}
      <ul className="rows">
        {days.map((one) => (
          <li key={`${one.from} ${one.to}`}>
            <b>{one.from === one.to ? one.from : `${one.from} – ${one.to}`}</b>
            {one.text !== undefined && <small>{one.text}</small>}
            <button
              type="button"
              className="icon-button"
              aria-label={t('ready.removeDays', { from: one.from, to: one.to })}
              onClick={() => onChange(days.filter((other) => other !== one))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <label className="field">
          <span>{t('ready.from')}</span>
          <input type="date" min={today} value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label className="field">
          <span>{t('ready.to')}</span>
          <input type="date" min={today} value={to} onChange={({ target }) => setTo(target.value)} />
        </label>
      </div>
      <label className="field">
        <span>{t('ready.reason')}</span>
        <input maxLength={120} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      {to < from && <p className="problem">{t('ready.badDays')}</p>}
      <button type="button" className="secondary" disabled={from === '' || to === '' || to < from} onClick={add}>
        {t('ready.addDays')}
      </button>
    </section>
  );
}
