import { Suspense, useEffect, type ComponentType, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ApiError } from '#client/store/api.ts';
import { useVisit } from '#client/store/held.ts';
import { useDocument } from '#client/store/world.ts';
import { typesIn } from '#client/store/presence.ts';
import { Empty, Notice, Skeleton } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import type { DetailPart } from './detail-part.ts';
import { EntryLine } from './entry-line.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { IncidentActions } from './incident-actions.tsx';
import { IncidentHead } from './incident-head.tsx';
import { PartTabs } from './part-tabs.tsx';
import { ReceiveBar } from './receive-bar.tsx';
import { RecordPanel } from './record-panel.tsx';
import { markSeen } from './seen.ts';
import { TimelineList } from './timeline-list.tsx';
import { useIncident } from './use-incident.ts';

const TIMELINE = 'timeline';
const RECORD = 'record';

interface IncidentDetailProps {
  id: string;
  actor: Actor;
  parts: readonly DetailPart[];
  /** Who called: kept apart from the incident. */
  Caller?: ComponentType<{ incidentId: string }> | undefined;
  onClose: () => void;
}

/** All that is known of one incident, and the log being written. */
export function IncidentDetail({ id, actor, parts, Caller, onClose }: IncidentDetailProps) {
  const { t } = useTranslation();
  const loaded = useIncident(id);
  if (loaded.state === 'loading') return <Skeleton rows={10} label={t('common.loading')} />;
  if (loaded.state === 'ready') return <Ready key={id} incident={loaded.value} actor={actor} parts={parts} Caller={Caller} onClose={onClose} />;
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

function Ready({ incident, actor, parts, Caller, onClose }: Omit<IncidentDetailProps, 'id'> & { incident: Incident }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  // In the address, so that a link leads to it.
  const tab = params.get('part') ?? TIMELINE;
  const setTab = (next: string): void => setParams({ incident: incident.id, ...(next === TIMELINE ? {} : { part: next }) }, { replace: true });
  const visit = useVisit(incident, useDocument('incident', incident.id) !== undefined);
  useEffect(() => markSeen(incident), [incident]);
  useShortcut('e', 'record.open', () => setTab(tab === RECORD ? TIMELINE : RECORD));
  const tabs = [
    { id: TIMELINE, label: t('incident.detail.timeline') },
    { id: RECORD, label: t('record.tab') },
    ...parts.map(({ id, labelKey, Count }) => ({ id, label: t(labelKey), count: Count && <Count incident={incident} /> })),
  ];
  const part = parts.find(({ id }) => id === tab);
  return (
    <article
      className="inc-detail"
      aria-label={incident.title}
      onInput={(event) => typesIn(typedIn(event, part?.labelKey ?? (tab === RECORD ? 'record.tab' : undefined)))}
    >
      <IncidentHead incident={incident} actor={actor} onClose={onClose} />
      <div className="inc-detail-body">
        <ReceiveBar incident={incident} actor={actor} />
        {incident.status === 'closed' && <Notice>{t('incident.detail.closedFor', { reason: incident.closedFor })}</Notice>}
        {incident.status === 'closed' && incident.override && (
          <Notice tone="no">{t('ties.close.overridden', { count: incident.override.open.length, reason: incident.override.reason })}</Notice>
        )}
        {visit.state === 'failed' && (
          <Notice tone="no">
            {t('record.heldFailed')}{' '}
            <button type="button" className="inc-link" onClick={visit.retry}>
              {t('incident.detail.retry')}
            </button>
          </Notice>
        )}
        <PartTabs tabs={tabs} tab={tab} onTab={setTab} />
        {tab === RECORD && (
          <div className="inc-part" role="tabpanel" aria-label={t('record.tab')}>
            <RecordPanel incident={incident} actor={actor} Caller={Caller} />
          </div>
        )}
        {part && (
          <div className="inc-part" role="tabpanel" aria-label={t(part.labelKey)}>
            <Suspense fallback={<Skeleton rows={6} label={t('common.loading')} />}>
              <part.Panel incident={incident} actor={actor} />
            </Suspense>
          </div>
        )}
        {tab === TIMELINE && <FigurePanel incident={incident} actor={actor} />}
        <IncidentActions incident={incident} actor={actor} shown={tab === TIMELINE} onNeeded={() => setTab(TIMELINE)} />
        {tab === TIMELINE && <TimelineList incident={incident} actor={actor} />}
      </div>
      <EntryLine incident={incident} actor={actor} />
    </article>
  );
}

/** Where the others are told that something is being typed: the entry line, a form, or the part of the page. */
function typedIn({ target }: FormEvent, partKey: string | undefined): string {
  if (target instanceof Element && target.closest('dialog')) return 'incident.presence.form';
  if (target instanceof Element && target.closest('.inc-entry-line')) return 'incident.entryLine.label';
  return partKey ?? 'incident.presence.form';
}
