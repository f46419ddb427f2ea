import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import type { TeamEntry } from '#shared/team/state.ts';
import { expiryName } from './team-row.tsx';

/** Who changed its standing, when and why, the latest first. */
export function TeamLog({ log, now }: { log: readonly TeamEntry[]; now: string }) {
  return (
    <ol className="team-log">
      {log.toReversed().map((entry) => (
        <Entry key={entry.at + entry.kind + (entry.of ?? '')} entry={entry} now={now} />
      ))}
    </ol>
  );
}

function Entry({ entry: { kind, at, by, reason, of, validTo, days }, now }: { entry: TeamEntry; now: string }) {
  const { t } = useTranslation();
  const { name, seat } = useAuthor(by);
  return (
    <li>
      <time dateTime={at}>{formatTime(at, languageNow(), Date.parse(now))}</time> <b>{t(`team.entry.${kind}`)}</b>{' '}
      {of !== undefined && <span>{expiryName(of, t)}</span>} {validTo !== undefined && t('team.validTo', { date: validTo })}{' '}
      {days !== undefined && t('team.daysLeft', { count: days })} {reason !== undefined && <span>{reason}</span>}{' '}
      <small className="team-quiet">
        {name} {seat}
      </small>
    </li>
  );
}
