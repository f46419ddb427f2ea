import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#client/store/api.ts';
import { Empty, Notice, Skeleton } from '#client/ui/notice.tsx';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { EntryLine } from './entry-line.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { IncidentActions } from './incident-actions.tsx';
import { IncidentHead } from './incident-head.tsx';
import { markSeen } from './seen.ts';
import { TimelineList } from './timeline-list.tsx';
import { useIncident } from './use-incident.ts';

interface IncidentDetailProps {
  id: string;
  actor: Actor;
  onClose: () => void;
}

/** All that is known of one incident, and the log being written. */
export function IncidentDetail({ id, actor, onClose }: IncidentDetailProps) {
  const { t } = useTranslation();
  const loaded = useIncident(id);
  if (loaded.state === 'loading') return <Skeleton rows={10} label={t('common.loading')} />;
  if (loaded.state === 'ready') return <Ready key={id} incident={loaded.value} actor={actor} onClose={onClose} />;
  const unknown = loaded.error instanceof ApiError && (loaded.error.status === 404 || loaded.error.code === 'incident.unknown');
  return (
    <Empty
      icon="warn"
      title={t(unknown ? 'incident.detail.unknown' : 'incident.detail.failed')}
      hint={t(unknown ? 'incident.detail.unknownHint' : 'incident.detail.failedHint')}
    >
      <button type="button" className="fh-button" onClick={unknown ? onClose : loaded.retry}>
        {t(unknown ? 'incident.detail.close' : 'incident.detail.retry')}
      </button>
    </Empty>
  );
}

function Ready({ incident, actor, onClose }: { incident: Incident; actor: Actor; onClose: () => void }) {
  const { t } = useTranslation();
  useEffect(() => markSeen(incident), [incident]);
  return (
    <article className="inc-detail" aria-label={incident.title}>
      <IncidentHead incident={incident} actor={actor} onClose={onClose} />
      <div className="inc-detail-body">
        {incident.status === 'closed' && <Notice>{t('incident.detail.closedFor', { reason: incident.closedFor })}</Notice>}
        <FigurePanel incident={incident} actor={actor} />
        <IncidentActions incident={incident} actor={actor} />
        <TimelineList incident={incident} />
      </div>
      <EntryLine incident={incident} actor={actor} />
    </article>
  );
}
