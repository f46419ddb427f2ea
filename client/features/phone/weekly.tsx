import { useState } from 'react';
import { DAYS, saidOf, windowOf, type Day, type Windows } from './availability-shown.ts';
import type { Words } from './text.ts';
import { todayNow } from './use-team.ts';
import { useWords } from './use-words.ts';

function windowWords(window: Windows[number], t: Words): string {
  const { days, from, to, nextDay } = saidOf(window);
  return `${days.map((day) => t(`ready.day.${day}`)).join(' ')} ${from}–${nextDay ? t('ready.nextDay', { at: to }) : to}`;
}

/** The pattern of the week: days to tick, from when, until when. */
export function Weekly({ windows, onChange }: { windows: Windows; onChange: (windows: Windows) => void }) {
  const t = useWords();
  const [days, setDays] = useState<readonly Day[]>([]);
  const [from, setFrom] = useState('19:00');
  const [to, setTo] = useState('07:00');
  const add = (): void => {
    onChange([...windows, windowOf(days, from, to, todayNow())]);
    setDays([]);
  };
  return (
    <section className="card" aria-labelledby="weekly">
      <h2 id="weekly">{t('ready.weekly')}</h2>
      <p className="hint">{t('ready.weeklyHint')}</p>
      {windows.length === 0 && <p className="hint">{t('ready.noWeekly')}</p>}
      <ul className="rows">
        {windows.map((window, n) => {
          const what = windowWords(window, t);
          return (
            <li key={`${what} ${n}`}>
              <b>{what}</b>
              <button
                type="button"
                className="icon-button"
                aria-label={t('ready.removeWeekly', { what })}
                onClick={() => onChange(windows.filter((other) => other !== window))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <div className="days" role="group" aria-label={t('ready.weekly')}>
        {DAYS.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={days.includes(one)}
              onChange={() => setDays(days.includes(one) ? days.filter((other) => other !== one) : [...days, one])}
            />
            {t(`ready.day.${one}`)}
          </label>
        ))}
      </div>
      <div className="row">
        <label className="field">
          <span>{t('ready.start')}</span>
          <input type="time" value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label className="field">
          <span>{t('ready.end')}</span>
          <input type="time" value={to} onChange={({ target }) => setTo(target.value)} />
        </label>
      </div>
      {days.length === 0 && <p className="hint">{t('ready.pickDays')}</p>}
      <button type="button" className="secondary" disabled={days.length === 0 || from === '' || to === ''} onClick={add}>
        {t('ready.addWeekly')}
      </button>
    </section>
  );
}
