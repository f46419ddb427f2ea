import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { titleOf, useRegister } from './use-plans.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** A year at a glance: plans down, months across, what is due in each. */
export function Year() {
  const { t } = useTranslation();
  const rows = useRegister();
  const now = new Date(serverNow()).getFullYear();
  const [year, setYear] = useState(now);
  const shown = rows.filter(({ plan }) => plan.status !== 'abolished');
  const nameOf = (month: number): string =>
    new Intl.DateTimeFormat(languageNow() === 'en' ? 'en' : 'zh-CN', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1));
  return (
    <>
      <div className="pln-tools">
        <select className="fh-input" aria-label={t('plan.year.pick')} value={year} onChange={({ target }) => setYear(Number(target.value))}>
          {Array.from({ length: 8 }, (_, i) => now - 3 + i).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <span>{t('plan.year.lead')}</span>
      </div>
      <div className="pln-scroll">
        <table className="pln-matrix">
          <thead>
            <tr>
              <th scope="col">{t('plan.column.title')}</th>
              {MONTHS.map((month) => (
                <th key={month} scope="col">
                  {nameOf(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ plan, dates }) => (
              <tr key={plan.id}>
                <th scope="row">
                  <Link to={`/plans?plan=${plan.id}`}>{titleOf(plan)}</Link>
                </th>
                {MONTHS.map((month) => {
                  const prefix = `${year}-${String(month).padStart(2, '0')}`;
                  return (
                    <td key={month}>
                      {dates
                        .filter(({ day }) => day.startsWith(prefix))
                        .map(({ what, day, overdue }) => (
                          <span key={what + day} className="pln-chip" data-overdue={overdue} title={day}>
                            {day.slice(8)} {t(`plan.due.${what}`)}
                          </span>
                        ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
