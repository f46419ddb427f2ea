import './response.css';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import { Empty } from '#client/ui/notice.tsx';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { LaunchForm } from './launch-form.tsx';
import { ResponseCard } from './response-card.tsx';

/** The responses to an incident, what each of them asks of whom, and the form that launches one. */
export function ResponsePanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const all = useDocuments('response');
  const mine = [...all.values()]
    .filter(({ incidentId }) => incidentId === incident.id)
    .sort((a, b) => Number(a.status === 'terminated') - Number(b.status === 'terminated') || (a.launchedAt < b.launchedAt ? 1 : -1));
  const running = mine.some(({ status, org }) => status === 'running' && org === actor.org);
  return (
    <div className="rsp-panel">
      {mine.map((one) => (
        <ResponseCard key={one.id} response={one} incident={incident} actor={actor} />
      ))}
      {mine.length === 0 && incident.status === 'closed' && <Empty title={t('response.none')} hint={t('response.noneHint')} />}
      {incident.status === 'open' && !running && <LaunchForm key={incident.id} incident={incident} actor={actor} />}
    </div>
  );
}
