import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { onChanges } from '#client/store/world.ts';
import { onTheme } from '#client/ui/theme.ts';
import type { LngLat } from '#shared/geo.ts';
import type { Incident } from '#shared/incident/state.ts';
import { createBoard, type Board, type BoardOptions, type View } from './board.ts';
import { loadBase, type BaseData } from './counties.ts';
import type { DraftPlace } from './draft-marker.ts';
import type { Spot } from './incident-index.ts';
import { MapControls } from './map-controls.tsx';
import { PileList } from './pile-list.tsx';
import { usePlaceAsked } from './place-asked.ts';
import { regionAt } from './region-at.ts';
import { useHiddenLayers } from './layer-state.ts';
import { describedAs, saidOf } from './sketch-words.ts';
import { spotOf } from './spots.ts';
import { useUploadLayer } from './uploads/upload-list.tsx';
import { useSketches } from './use-sketches.ts';
import { describedTeam } from './team-words.ts';
import { useTeams } from './use-teams.ts';

export interface MapHandle {
  goTo(at: LngLat, slowly?: boolean): void;
  /** Moves only if the place is out of sight. */
  show(at: LngLat): void;
  fitCity(): void;
  /** The part in sight; undefined before the map is there. */
  view(): View | undefined;
}

export interface Picked {
  at: LngLat;
  /** The county there; absent outside the city or while the borders are not loaded. */
  adcode?: string;
}

interface MapViewProps {
  /** Which incidents are shown. A new function means a new choice. */
  shown: (incident: Incident) => boolean;
  selected?: string | undefined;
  fresh: ReadonlySet<string>;
  /** Where the documents come from: what is live now, unless a page shows the past. A new function means other documents. */
  source?: typeof onChanges;
  /** Null or a position while a place is asked for. */
  draft?: DraftPlace;
  controls?: boolean;
  /** What a page puts at the map's right edge. */
  renderTools?: ((board: Board) => ReactNode) | undefined;
  onSelect?: (id: string) => void;
  onPick?: (picked: Picked) => void;
  handle?: Ref<MapHandle>;
}

const nothing = (): void => undefined;
/** On the wall nobody can say what to show: it shows all. */
const NOTHING_HIDDEN: ReadonlySet<never> = new Set();

/** React only mounts the map and tells it what changed; the rest is the board's. */
export function MapView({
  shown,
  selected,
  fresh,
  source = onChanges,
  draft,
  controls = true,
  renderTools,
  onSelect = nothing,
  onPick = nothing,
  handle,
}: MapViewProps) {
  const { t } = useTranslation();
  const mount = useRef<HTMLDivElement>(null);
  const pointer = useRef<HTMLOutputElement>(null);
  const base = useRef<BaseData>(undefined);
  const [board, setBoard] = useState<Board>();
  const [baseFailed, setBaseFailed] = useState(false);
  const [pile, setPile] = useState<readonly Spot[]>([]);
  const language = languageNow();
  const asked = usePlaceAsked();
  // What the page itself asks for comes first.
  const answersForm = controls && draft === undefined && asked !== undefined;
  const marked = answersForm ? asked.at : draft;

  const calls = useRef<Omit<BoardOptions, 'now' | 'controls' | 'onPile'>>(undefined);
  useEffect(() => {
    calls.current = {
      describe: (what) => ('count' in what ? t('map.group', { count: what.count }) : what.title),
      pinLabel: () => t('map.pin'),
      saySketch: (sketch) => saidOf(sketch, t, serverNow()),
      describeSketch: (sketch) => describedAs(sketch, t, language, serverNow()),
      onSelect,
      describeTeam: (mark) => describedTeam(mark, t, language, serverNow()),
      teamLetter: (look) => t(`map.team.letter.${look}`),
      onPick: (at) => (answersForm ? asked.onPick : onPick)({ at, ...countyAt(base.current, at) }),
      onPointer: (at) => {
        if (pointer.current) pointer.current.textContent = at ? readout(base.current, at, language) : '';
      },
    };
  });

  useEffect(() => {
    if (!mount.current) return;
    const made = createBoard(mount.current, {
      now: serverNow,
      controls,
      pinLabel: () => calls.current?.pinLabel() ?? '',
      describe: (what) => calls.current?.describe(what) ?? '',
      saySketch: (sketch) => calls.current?.saySketch(sketch) ?? { label: '', glyph: '', lapsed: false },
      describeSketch: (sketch) => calls.current?.describeSketch(sketch) ?? '',
      describeTeam: (mark) => calls.current?.describeTeam(mark) ?? '',
      teamLetter: (look) => calls.current?.teamLetter(look) ?? '',
      onSelect: (id) => calls.current?.onSelect(id),
      onPile: setPile,
      onPick: (at) => calls.current?.onPick(at),
      onPointer: (at) => calls.current?.onPointer(at),
    });
    setBoard(made);
    const stop = onTheme(() => made.restyle());
    return () => {
      stop();
      made.destroy();
      setBoard(undefined);
    };
    // The board is made once; what it calls is always the latest.
  }, [controls]);

  const load = (into: Board): void => {
    setBaseFailed(false);
    loadBase().then(
      (data) => {
        base.current = data;
        into.setBase(data);
      },
      (error: unknown) => {
        console.warn('The borders could not be loaded.', error);
        setBaseFailed(true);
      },
    );
  };
  useEffect(() => {
    if (board) load(board);
  }, [board]);

  useEffect(() => board?.setLanguage(language), [board, language]);
  const hidden = useHiddenLayers();
  useEffect(() => board?.setHidden(controls ? hidden : NOTHING_HIDDEN), [board, controls, hidden]);
  useSketches(board, source);
  useTeams(board, source);
  useUploadLayer(board, controls);
  useEffect(() => board?.setDraft(marked), [board, marked]);
  useEffect(() => board?.incidents.flag({ selected, fresh }), [board, selected, fresh]);
  useEffect(() => {
    if (!board) return;
    return source('incident', ({ puts, drops, reset }) => {
      const hidden = puts.filter((incident) => !shown(incident)).map(({ id }) => id);
      board.incidents.update({ puts: puts.filter(shown).map(spotOf), drops: [...drops, ...hidden], reset });
    });
  }, [board, shown, source]);
  useImperativeHandle(
    handle,
    () => ({
      goTo: (at, slowly) => board?.goTo(at, slowly),
      show: (at) => board?.show(at),
      fitCity: () => board?.fitCity(),
      view: () => board?.view(),
    }),
    [board],
  );

  const focus = selected === undefined ? undefined : board?.incidents.get(selected);
  return (
    <section className={controls ? 'map' : 'map map-wall'} aria-label={t('map.label')}>
      <div ref={mount} className="map-mount" />
      {controls && board && <MapControls board={board} focus={focus} />}
      {controls && board && renderTools?.(board)}
      {controls && <output ref={pointer} className="map-readout" aria-hidden />}
      {marked !== undefined && <p className="map-hint">{t(marked ? 'map.drag' : answersForm ? 'map.point' : 'map.pick')}</p>}
      {baseFailed && (
        <p className="map-hint map-hint-no" role="alert">
          {t('map.noBase')} <button onClick={() => board && load(board)}>{t('map.retry')}</button>
        </p>
      )}
      {pile.length > 0 && <PileList spots={pile} onSelect={onSelect} onClose={() => setPile([])} />}
    </section>
  );
}

function countyAt(base: BaseData | undefined, at: LngLat): { adcode?: string } {
  const county = base && regionAt(base.counties, at);
  return county ? { adcode: county.adcode } : {};
}

function readout(base: BaseData | undefined, at: LngLat, language: string): string {
  const county = base && regionAt(base.counties, at);
  const name = county ? (language === 'en' ? county.nameEn : county.name) : '';
  return `${name} ${at.lng.toFixed(4)}, ${at.lat.toFixed(4)}`.trim();
}
