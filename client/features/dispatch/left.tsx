import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatAge } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';

/** How long until an instant, by the second while it is near; past it, since when. */
export function Left({ until }: { until: string }) {
  const { t } = useTranslation();
  const now = useTick(1_000, serverNow);
  const ms = Date.parse(until) - now;
  if (ms < 0) return <span data-over="true">{t('dispatch.board.over', { age: formatAge(-ms, languageNow()) })}</span>;
  const seconds = Math.floor(ms / 1_000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <span className="dis-left">{t('dispatch.board.left', { time: seconds < 3_600 ? clock : formatAge(ms, languageNow()) })}</span>;
}
