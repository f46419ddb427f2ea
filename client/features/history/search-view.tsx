import { Button, Table } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { MapView, type MapHandle } from '#client/map/map-view.tsx';
import { markOf } from '#client/map/mark.ts';
import { serverNow } from '#client/store/connection.ts';
import { Empty, Notice } from '#client/ui/notice.tsx';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { formatTime } from '#client/ui/time.ts';
import { typeName } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { queryOf, type Asked } from './asked.ts';
import { figuresOf } from './figures.ts';
import { fixedSource } from './replay.ts';
import { SearchFields } from './search-fields.tsx';
import { ReportTally } from './report-tally.tsx';
import { useSearch } from './use-search.ts';

interface SearchViewProps {
  asked: Asked;
  exercise: boolean;
  onAsk: (asked: Asked) => void;
  onOpen: (id: string) => void;
}

const NOBODY: ReadonlySet<string> = new Set();
const all = (): boolean => true;

/** The archive: what is asked above, what was found below, and where. */
export function SearchView({ asked, exercise, onAsk, onOpen }: SearchViewProps) {
  const { t } = useTranslation();
  const map = useRef<MapHandle>(null);
  const query = queryOf(asked, exercise);
  const { state, incidents, more, again } = useSearch(query);
  const [pointed, setPointed] = useState<string>();
  const [counted, setCounted] = useState(false);
  const source = useMemo(() => fixedSource(incidents.map((doc) => ({ kind: 'incident', id: doc.id, doc }) as const)), [incidents]);
  const inView = useCallback(() => map.current?.view(), []);
  return (
    <div className="his-search">
      <SearchFields asked={asked} onAsk={onAsk} />
      <div className="his-tools">
        <span role="status">{state === 'asking' ? t('history.asking') : t(more ? 'history.foundMore' : 'history.found', { count: incidents.length })}</span>
        <Button
          size="small"
          type={asked.area ? 'primary' : 'default'}
          aria-pressed={asked.area !== ''}
          onClick={() => onAsk({ ...asked, area: asked.area ? '' : cornersOf(inView()) })}
        >
          {t(asked.area ? 'history.areaOff' : 'history.areaOn')}
        </Button>
        {!exercise && (
          <Button size="small" aria-expanded={counted} onClick={() => setCounted(!counted)}>
            {t(counted ? 'history.tally.hide' : 'history.tally.title')}
          </Button>
        )}
        <span className="fh-bar-space" />
        <Button size="small" href={`/api/v1/incidents.xlsx?${query}&language=${languageNow()}`} disabled={incidents.length === 0}>
          {t('history.xlsx')}
        </Button>
        <Button size="small" href={`/api/v1/incidents.geojson?${query}`} download disabled={incidents.length === 0}>
          {t('history.geojson')}
        </Button>
      </div>
      <div className="his-found">
        {counted && <ReportTally key={query} query={query} />}
        {state === 'failed' && (
          <Notice tone="no">
            {t('history.failed')}{' '}
            <Button size="small" onClick={again}>
              {t('common.action.retry')}
            </Button>
          </Notice>
        )}
        <Results incidents={incidents} asking={state === 'asking'} onPoint={setPointed} onOpen={onOpen} />
        {more && <Button onClick={more}>{t('history.more')}</Button>}
      </div>
      <MapView handle={map} shown={all} source={source} selected={pointed} fresh={NOBODY} onSelect={onOpen} />
    </div>
  );
}

/** The part of the map in sight as a ring. */
function cornersOf(view: { west: number; south: number; east: number; north: number } | undefined): string {
  if (!view) return '';
  const [w, s, e, n] = [view.west, view.south, view.east, view.north].map((degrees) => degrees.toFixed(5));
  return `${w},${s};${e},${s};${e},${n};${w},${n}`;
}

interface ResultsProps {
  incidents: readonly Incident[];
  asking: boolean;
  onPoint: (id: string | undefined) => void;
  onOpen: (id: string) => void;
}

function Results({ incidents, asking, onPoint, onOpen }: ResultsProps) {
  const { t } = useTranslation();
  const language = languageNow();
  const time = (iso: string): string => formatTime(iso, language, serverNow());
  return (
    <Table<Incident>
      size="small"
      rowKey="id"
      loading={asking}
      dataSource={[...incidents]}
      pagination={false}
      sticky
      scroll={{ x: 720 }}
      locale={{ emptyText: asking ? ' ' : <Empty icon="search" title={t('history.none')} hint={t('history.noneHint')} /> }}
      onRow={({ id }) => ({
        tabIndex: 0,
        onClick: () => onOpen(id),
        onKeyDown: (event) => event.key === 'Enter' && onOpen(id),
        onMouseEnter: () => onPoint(id),
        onMouseLeave: () => onPoint(undefined),
        onFocus: () => onPoint(id),
      })}
      columns={[
        { title: t('incident.field.severity'), width: 96, render: (_, incident) => <Level incident={incident} /> },
        {
          title: t('incident.field.title'),
          render: (_, { title, number, exercise }) => (
            <span className="his-title">
              <b>
                {exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
                {title}
              </b>
              <small>{number}</small>
            </span>
          ),
        },
        {
          title: t('incident.field.class'),
          width: 190,
          render: (_, { typeCode, place }) => (
            <span className="his-title">
              <span>{typeName(typeCode, language === 'en' ? 'en' : 'zh')}</span>
              <small>{place.text}</small>
            </span>
          ),
        },
        { title: t('incident.field.receivedAt'), width: 104, render: (_, { receivedAt }) => time(receivedAt) },
        {
          title: t('history.state'),
          width: 110,
          render: (_, incident) => (incident.status === 'open' ? t('incident.status.open') : `${t('incident.status.closed')} ${time(incident.closedAt)}`),
        },
        { title: t('incident.field.casualties'), width: 150, render: (_, incident) => figuresOf(incident, t) },
      ]}
    />
  );
}

function Level({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const mark = markOf(incident);
  if (mark === 'none') return t('incident.ungraded');
  return <LevelMark level={mark === 'pending' ? null : mark} />;
}
