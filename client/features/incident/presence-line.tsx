import { useTranslation } from 'react-i18next';
import { useLooksAt, usePresent } from '#client/store/presence.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import type { Present } from '#shared/protocol.ts';

/** As many as fit beside each other; the rest is counted. */
const MOST_SHOWN = 4;

/** Who else has this incident open, and who is typing what. */
export function PresenceLine({ incidentId, me }: { incidentId: string; me: string }) {
  const { t } = useTranslation();
  useLooksAt(incidentId);
  const others = usePresent(incidentId, me);
  if (others.length === 0) return null;
  // Who types comes first: that is what one waits for.
  const shown = [...others].sort((a, b) => Number(b.typing) - Number(a.typing)).slice(0, MOST_SHOWN);
  return (
    <ul className="inc-present" aria-label={t('incident.presence.title')}>
      {shown.map((one) => (
        <Person key={one.userId} present={one} />
      ))}
      {others.length > MOST_SHOWN && <li>{t('incident.presence.more', { count: others.length - MOST_SHOWN })}</li>}
    </ul>
  );
}

function Person({ present: { name, org, typing, field } }: { present: Present }) {
  const { t } = useTranslation();
  const organisation = useOrganisationName(org);
  return (
    <li data-typing={typing} title={`${name} · ${organisation}`}>
      <i aria-hidden="true">{initialsOf(name)}</i>
      <span>
        {name}
        <small>{typing ? t('incident.presence.typing', { field: t(field ?? 'incident.presence.form') }) : organisation}</small>
      </span>
    </li>
  );
}

/** 王建国 → 王; Wang Jianguo → WJ. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/^\p{Script=Han}/u.test(name)) return Array.from(name)[0] ?? '';
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('');
}
