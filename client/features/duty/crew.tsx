import { useTranslation } from 'react-i18next';
import type { Shift } from '#shared/duty/state.ts';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatTime } from '#client/ui/time.ts';

export const names = (crew: Pick<Shift, 'officers'>): string => crew.officers.map(({ name }) => name).join('、');

/** `08:00–20:00`, with the day where it is not today. */
export function span({ from, to }: Pick<Shift, 'from' | 'to'>): string {
  const now = serverNow();
  return `${formatTime(from, languageNow(), now)} – ${formatTime(to, languageNow(), now)}`;
}

/** Who is at a post, under which leader, and since when. */
export function Crew({ shift }: { shift: Shift }) {
  const { t } = useTranslation();
  return (
    <dl className="duty-crew">
      <div>
        <dt>{t('duty.field.shift')}</dt>
        <dd>
          {span(shift)} <span className={`duty-state duty-state-${shift.status}`}>{t(`duty.status.${shift.status}`)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('duty.field.officers')}</dt>
        <dd>
          <b>{names(shift)}</b>
        </dd>
      </div>
      <div>
        <dt>{t('duty.field.leader')}</dt>
        <dd>{shift.leader.name}</dd>
      </div>
      {shift.startedAt && (
        <div>
          <dt>{t('duty.field.startedAt')}</dt>
          <dd>{formatTime(shift.startedAt, languageNow(), serverNow())}</dd>
        </div>
      )}
    </dl>
  );
}
