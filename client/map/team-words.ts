import type { TFunction } from 'i18next';
import type { Language } from '#client/i18n/index.ts';
import { formatAge, formatTime } from '#client/ui/time.ts';
import type { TeamMark } from './team-marks.ts';

/** What the pointer is told of a team: who, how it stands, when it is there, and how old its position is. */
export function describedTeam({ name, look, etaAt, heardAt }: TeamMark, t: TFunction, language: Language, now: number): string {
  const parts = [`${name} · ${t(`map.team.look.${look}`)}`];
  if (etaAt !== undefined) parts.push(t('map.team.eta', { at: formatTime(etaAt, language, now) }));
  if (heardAt !== undefined) parts.push(t('map.team.heard', { age: formatAge(now - Date.parse(heardAt), language) }));
  else if (look !== 'available' && look !== 'off' && look !== 'asked') parts.push(t('map.team.unheard'));
  return parts.join(' · ');
}
