import { useTranslation } from 'react-i18next';
import { names } from './crew.tsx';
import { fullMinute } from './minute.ts';
import { useShifts } from './use-duty.ts';

const TWO_DAYS_MS = 2 * 86_400_000;

/** Who is on duty today and tomorrow. */
export function PackRoster({ org, at }: { org: string; at: string }) {
  const { t } = useTranslation();
  const until = new Date(Date.parse(at) + TWO_DAYS_MS).toISOString();
  const shifts = useShifts(org).filter(({ from, to, status }) => status !== 'closed' && to > at && from < until);
  return (
    <section>
      <h2>{t('duty.pack.roster')}</h2>
      <table>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.id}>
              <td>
                {fullMinute(shift.from)} – {fullMinute(shift.to).slice(11)}
              </td>
              <td>
                <b>{names(shift)}</b>
              </td>
              <td>
                {t('duty.field.leader')} {shift.leader.name}
              </td>
            </tr>
          ))}
          {shifts.length === 0 && (
            <tr>
              <td>{t('duty.noRoster')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
