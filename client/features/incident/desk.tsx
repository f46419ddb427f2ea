import './desk.css';
import './list.css';
import './log.css';
import './detail.css';
import { useCallback, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MapExtrasProps } from '#client/map/map-extras.ts';
import { MapView, type MapHandle } from '#client/map/map-view.tsx';
import { regionAt } from '#client/map/region-at.ts';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { documentsNow } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { useTitle } from '#client/ui/title.ts';
import { mayLog } from '#shared/incident/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { DeskCommands } from './desk-commands.tsx';
import { DeskTabs, type DeskTab } from './desk-tabs.tsx';
import type { DetailPart } from './detail-part.ts';
import { NO_FILTER } from './filter.ts';
import { IncidentDetail } from './incident-detail.tsx';
import { IncidentList } from './incident-list.tsx';
import { isEmptyDraft, placeOf } from './log-draft.ts';
import { LogDrawer, type GivenLog } from './log-drawer.tsx';
import { openSeen } from './seen.ts';
import { Unselected } from './unselected.tsx';
import { useCounties } from './use-counties.ts';
import { isNobody } from './log-caller.ts';
import { useLogCaller } from './use-log-caller.ts';
import { useLogDraft } from './use-log-draft.ts';
import { useOpenIncidents } from './use-open-incidents.ts';

const FOLDED = 'fenghuo.desk.folded';

/** The duty officer's screen: what is open, where it is, what is known of the one selected. */
export function Desk(props: DeskProps) {
  const session = useSession();
  return session && <SeatedDesk {...props} actor={actorOf(session)} />;
}

interface DeskProps {
  parts: readonly DetailPart[];
  /** Who called, name and number: kept apart from the incident. */
  Caller?: ComponentType<{ incidentId: string }> | undefined;
  /** Along the bottom, under list, map and detail. */
  strip?: ReactNode;
  /** Tools at the map's right edge. */
  MapExtras?: ComponentType<MapExtrasProps>;
}

function SeatedDesk({ actor, parts, strip, Caller, MapExtras }: DeskProps & { actor: Actor }) {
  const { t } = useTranslation();
  const mode = useMode();
  const [params, setParams] = useSearchParams();
  const selected = params.get('incident') ?? undefined;
  const [filter, setFilter] = useState(NO_FILTER);
  const [logging, setLogging] = useState(false);
  const [sent, setSent] = useState<GivenLog>();
  const [tab, setTab] = useState<DeskTab>('list');
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'yes');
  const map = useRef<MapHandle>(null);
  const counties = useCounties();
  const draft = useLogDraft(actor.id, mode, serverNow);
  const who = useLogCaller(actor.id, mode);
  const untouched = isEmptyDraft(draft.draft) && isNobody(who.caller);
  const open = useOpenIncidents(filter, actor);
  const canLog = mayLog(actor);
  useTitle(t('incident.desk'));
  useEffect(() => openSeen(actor.id, new Date(serverNow()).toISOString()), [actor.id]);

  const regionOf = useCallback((at: { lng: number; lat: number }) => counties && regionAt(counties, at)?.adcode, [counties]);
  const select = useCallback(
    (id: string | undefined, here = true) => {
      if (here) setParams(id === undefined ? {} : { incident: id }, { replace: true });
      setTab(id === undefined ? 'list' : 'detail');
      if (id !== undefined) setFolded(false);
      const place = id === undefined ? undefined : documentsNow('incident').get(id)?.place;
      if (place) map.current?.show(place);
    },
    [setParams],
  );
  const fold = (): void => {
    setFolded(!folded);
    localStorage.setItem(FOLDED, folded ? 'no' : 'yes');
  };
  const startLog = (): void => {
    if (!canLog) return;
    setSent(undefined);
    if (untouched) draft.restart();
    setLogging(true);
    setTab('list');
  };
  useEffect(() => {
    if (selected !== undefined) select(selected, false);
  }, [selected, select]);
  useShortcut('n', 'incident.log.title', startLog, { why: canLog ? undefined : 'incident.why.notLogger' });
  useShortcut('f', folded ? 'incident.detail.unfold' : 'incident.detail.fold', fold);
  useShortcut('Escape', 'incident.detail.close', () => (logging ? setLogging(false) : select(undefined)));

  const place = logging ? placeOf(draft.draft, { org: actor.org, regionOf }) : undefined;
  return (
    <div className="inc-desk" data-tab={tab} data-logging={logging} data-folded={folded}>
      <h1 className="fh-hidden">{t('incident.desk')}</h1>
      <DeskCommands filter={filter} onFilter={setFilter} map={map} onMap={() => setTab('map')} />
      <div className="inc-left">
        <div className="inc-new">
          <button
            type="button"
            className="fh-button fh-button-primary"
            disabled={!canLog}
            title={canLog ? undefined : t('incident.why.notLogger')}
            onClick={startLog}
          >
            <Icon name="plus" />
            {t(untouched ? 'incident.log.title' : 'incident.log.resume')}
            <kbd>N</kbd>
          </button>
          {!canLog && <small>{t('incident.why.notLogger')}</small>}
        </div>
        <IncidentList
          incidents={open.incidents}
          openCount={open.openCount}
          filter={filter}
          selected={selected}
          actor={actor}
          exercise={mode === 'drill'}
          onFilter={setFilter}
          onSelect={select}
        />
        {logging && (
          <LogDrawer
            key={mode}
            state={draft}
            who={who}
            sent={sent}
            onSent={setSent}
            actor={actor}
            exercise={mode === 'drill'}
            regionOf={regionOf}
            Caller={Caller}
            onSelect={select}
            onClose={() => setLogging(false)}
          />
        )}
      </div>
      <MapView
        handle={map}
        renderTools={MapExtras && ((board) => <MapExtras board={board} actor={actor} incidentId={selected} />)}
        shown={open.shown}
        selected={selected}
        fresh={open.fresh}
        draft={logging && !sent ? (draft.draft.picked?.at ?? place ?? null) : undefined}
        onSelect={select}
        onPick={({ at, adcode }) => draft.change({ picked: { at, ...(adcode === undefined ? {} : { adcode }) } })}
      />
      <div className="inc-right">
        {selected === undefined ? (
          <Unselected incidents={open.incidents} />
        ) : (
          <IncidentDetail id={selected} actor={actor} parts={parts} Caller={Caller} onClose={() => select(undefined)} />
        )}
      </div>
      <button
        type="button"
        className="inc-fold"
        onClick={fold}
        aria-expanded={!folded}
        aria-label={t(folded ? 'incident.detail.unfold' : 'incident.detail.fold')}
        title={t(folded ? 'incident.detail.unfold' : 'incident.detail.fold')}
      >
        {folded ? '‹' : '›'}
      </button>
      {strip && <div className="inc-strip">{strip}</div>}
      <DeskTabs tab={tab} onTab={setTab} count={open.openCount} logging={logging} detail={selected !== undefined} />
    </div>
  );
}
