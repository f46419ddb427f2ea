import './wall.css';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { MapView, type MapHandle } from '#client/map/map-view.tsx';
import { markOf } from '#client/map/mark.ts';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { documentsNow, useDocument, useDocuments } from '#client/store/world.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { formatAge } from '#client/ui/time.ts';
import { useTitle } from '#client/ui/title.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { typeName } from '#shared/incident/classes.ts';
import type { Incident, Note } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { briefFigures } from './change-words.ts';
import { FOR_A_ROOM } from './filter.ts';
import { useSteady } from './steady.ts';
import { tickerText } from './ticker.ts';
import { MARKS, totalsOf } from './totals.ts';
import { useOpenIncidents } from './use-open-incidents.ts';
import { useWords } from './use-words.ts';

/** As many as can be read from six metres away. */
const CARDS = 6;
const LINES = 4;
/** After showing what changed, the map goes back to the whole city. */
const STAYS_MS = 25_000;

/** For the room: what is open, how grave, where, and what was last said. Nobody touches it. */
export function Wall({ deadlines, teams }: { deadlines?: ReactNode; teams?: ReactNode }) {
  const session = useSession();
  return session && <SeatedWall actor={actorOf(session)} deadlines={deadlines} teams={teams} />;
}

function SeatedWall({ actor, deadlines, teams }: { actor: Actor; deadlines: ReactNode; teams: ReactNode }) {
  const { t } = useTranslation();
  const { incidents, fresh, shown } = useOpenIncidents(FOR_A_ROOM, actor);
  const openCount = incidents.length;
  const map = useRef<MapHandle>(null);
  const latest = useLatestNotes();
  const newest = latest[0]?.id;
  const changed = useDocument('incident', latest[0]?.incidentId);
  const now = useTick(10_000, serverNow);
  useTitle(t('incident.wall.title'));
  useEffect(() => {
    // The newest entry alone moves the map, not each new version of its incident: so they are looked up, not followed.
    const note = newest === undefined ? undefined : documentsNow('note').get(newest);
    const place = note && documentsNow('incident').get(note.incidentId)?.place;
    if (!place || serverNow() - Date.parse(note.at) > STAYS_MS) return;
    map.current?.goTo(place, true);
    const back = setTimeout(() => map.current?.fitCity(), STAYS_MS);
    return () => clearTimeout(back);
  }, [newest]);

  return (
    <div className="wall">
      <h1 className="fh-hidden">{t('incident.wall.title')}</h1>
      <Numbers incidents={incidents}>{teams}</Numbers>
      <MapView
        handle={map}
        shown={shown}
        fresh={fresh}
        selected={changed && serverNow() - Date.parse(changed.lastEntryAt) < STAYS_MS ? changed.id : undefined}
        controls={false}
      />
      <ol className="wall-cards" aria-label={t('incident.list.title')}>
        {incidents.slice(0, CARDS).map((incident) => (
          <Card key={incident.id} incident={incident} now={now} />
        ))}
        {openCount > CARDS && <li className="wall-more">{t('incident.wall.more', { count: openCount - CARDS })}</li>}
        {openCount === 0 && <li className="wall-more">{t('incident.list.empty')}</li>}
      </ol>
      {deadlines && <div className="wall-deadlines">{deadlines}</div>}
      <Ticker notes={latest.slice(0, LINES)} />
    </div>
  );
}

function Numbers({ incidents, children }: { incidents: readonly Incident[]; children: ReactNode }) {
  const { t } = useTranslation();
  const { open, byMark, figures } = totalsOf(incidents);
  return (
    <dl className="wall-numbers">
      <div className="wall-open">
        <dt>{t('incident.overview.open')}</dt>
        <dd>{open}</dd>
      </div>
      {MARKS.map((mark) => (
        <div key={mark} data-zero={byMark[mark] === 0}>
          <dt>
            <LevelMark level={typeof mark === 'number' ? mark : null} size={26} />
          </dt>
          <dd>{byMark[mark]}</dd>
        </div>
      ))}
      {(['dead', 'missing', 'trapped', 'evacuated'] as const).map((figure) => (
        <div key={figure} className="wall-figure" data-figure={figure} data-zero={figures[figure] === 0}>
          <dt>{t(`incident.figure.${figure}`)}</dt>
          <dd>{figures[figure]}</dd>
        </div>
      ))}
      {children}
    </dl>
  );
}

function Card({ incident, now }: { incident: Incident; now: number }) {
  const { t } = useTranslation();
  const { language } = useWords();
  const mark = markOf(incident);
  const casualties = briefFigures(incident.casualties, { t });
  return (
    <li className="wall-card" data-mark={mark}>
      <LevelMark level={typeof mark === 'number' ? mark : null} size={40} label={false} />
      <div>
        <strong>{incident.title}</strong>
        <span>
          {typeName(incident.typeCode, language)} · {incident.place.text}
        </span>
        {casualties && <em>{casualties}</em>}
      </div>
      <time dateTime={incident.lastEntryAt}>{formatAge(now - Date.parse(incident.lastEntryAt), languageNow())}</time>
    </li>
  );
}

function Ticker({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const incidents = useDocuments('incident');
  return (
    <ul className="wall-ticker" aria-label={t('incident.wall.ticker')}>
      {notes.map((note) => (
        <li key={note.id}>
          <time dateTime={note.at}>{words.time(note.at)}</time>
          <b>{incidents.get(note.incidentId)?.title ?? ''}</b>
          <span>{tickerText(note, words)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The latest entries of this mode, newest first. */
function useLatestNotes(): readonly Note[] {
  const exercise = useMode() === 'drill';
  const notes = useSteady(useDocuments('note'), 1_000);
  return useMemo(() => latestOf(notes.values(), exercise), [notes, exercise]);
}

function latestOf(notes: Iterable<Note>, exercise: boolean): Note[] {
  const found: Note[] = [];
  for (const note of notes) {
    if (
      note.exercise !== exercise ||
      documentsNow('incident').get(note.incidentId)?.sensitive ||
      (found.length === LINES && note.at <= (found.at(-1)?.at ?? ''))
    )
      continue;
    found.push(note);
    found.sort((a, b) => (a.at < b.at ? 1 : -1));
    found.length = Math.min(found.length, LINES);
  }
  return found;
}
