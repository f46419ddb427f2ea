import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { Icon } from '#client/ui/icon.tsx';
import { formatAge, formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import { addMinutes } from '#shared/time.ts';
import { Left } from './left.tsx';

/** When people in danger must next say that they are well; when they have not, an alarm that nobody overlooks. */
export function WelfareLine({ mission: { welfare, teamName } }: { mission: Mission }) {
  const { t } = useTranslation();
  const now = useTick(1_000, serverNow);
  if (!welfare) return null;
  const { everyMinutes, lastAt, missedAt } = welfare;
  const last = formatTime(lastAt, languageNow(), now);
  if (missedAt !== undefined)
    return (
      <p className="dis-missed" role="alert">
        <Icon name="warn" />
        <b>{t('dispatch.welfare.missed', { team: teamName })}</b>
        <span>{t('dispatch.welfare.since', { at: last, age: formatAge(now - Date.parse(lastAt), languageNow()) })}</span>
      </p>
    );
  return (
    <p className="dis-welfare">
      <span>{t('dispatch.welfare.every', { count: everyMinutes })}</span>
      <span>{t('dispatch.welfare.last', { at: last })}</span>
      <Left until={addMinutes(lastAt, everyMinutes)} />
    </p>
  );
}
