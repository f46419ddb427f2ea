import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import { freeOf } from '#shared/dispatch/state.ts';
import type { Incident } from '#shared/incident/state.ts';

/** How many teams this incident still lacks; or that somebody of its teams is missed, which goes before. */
export function DispatchCount({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const dispatches = useDocuments('dispatch');
  const missions = useDocuments('mission');
  const missed = [...missions.values()].some((one) => one.incidentId === incident.id && one.welfare?.missedAt !== undefined);
  if (missed) return <small className="dis-alarm">! {t('dispatch.strip.missedShort')}</small>;
  const open = [...dispatches.values()].filter((one) => one.incidentId === incident.id && (one.state === 'open' || one.state === 'lapsed'));
  const lacking = open.reduce((sum, one) => sum + freeOf(one), 0);
  return lacking > 0 ? <small>{lacking}</small> : null;
}
