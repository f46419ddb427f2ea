import './palette.css';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { matchesText } from '#client/features/incident/filter.ts';
import { compareIncidents } from '#client/features/incident/order-of.ts';
import { markOf } from '#client/map/mark.ts';
import { useMode } from '#client/store/mode.ts';
import { documentsNow } from '#client/store/world.ts';
import { Keys } from '#client/ui/keys.tsx';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { areaOf, newestOf, useCommands } from '#client/ui/shortcuts.ts';
import { useSounds } from '#client/ui/sounds.ts';
import type { Incident } from '#shared/incident/state.ts';
import { matches, useFoundElsewhere } from './palette-search.ts';

interface Item {
  id: string;
  group: string;
  label: string;
  /** Of whom or what: by that it is found by sound, not by the words around it. */
  name?: string;
  aside?: string;
  key?: string | undefined;
  incident?: Incident;
  /** Why it can't be done now. */
  why?: string | undefined;
  run: () => void;
}

const MOST_INCIDENTS = 8;

/** Everything that can be done here, and every incident, by a few letters. What can't be done now says why. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const items = useItems(typed);
  const at = Math.min(marked, items.length - 1);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, items]);
  const run = (item: Item | undefined): void => {
    if (!item || item.why !== undefined) return;
    // Closed first: what it does may want the focus.
    onClose();
    setTimeout(item.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setMarked((at + step + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter') run(items[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="fh-palette"
      role="dialog"
      aria-label={t('shell.palette.title')}
      onCancel={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className="fh-input"
        role="combobox"
        aria-label={t('shell.palette.what')}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={at >= 0 ? `palette-${at}` : undefined}
        placeholder={t('shell.palette.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id="palette-list" role="listbox" aria-label={t('shell.palette.title')}>
        {items.map((item, i) => (
          <Row
            key={item.id}
            item={item}
            id={`palette-${i}`}
            on={i === at}
            first={items[i - 1]?.group !== item.group}
            onRun={() => run(item)}
            onMark={() => setMarked(i)}
          />
        ))}
        {items.length === 0 && <li className="fh-palette-none">{t('shell.palette.nothing')}</li>}
      </ul>
    </dialog>
  );
}

interface RowProps {
  item: Item;
  id: string;
  on: boolean;
  first: boolean;
  onRun: () => void;
  onMark: () => void;
}

function Row({ item: { group, label, aside, key, incident, why }, id, on, first, onRun, onMark }: RowProps) {
  const mark = incident && markOf(incident);
  return (
    <>
      {first && (
        <li role="presentation" className="fh-palette-group">
          {group}
        </li>
      )}
      <li id={id} role="option" aria-selected={on} aria-disabled={why !== undefined} onClick={onRun} onPointerMove={() => !on && onMark()}>
        {mark !== undefined && <LevelMark level={typeof mark === 'number' ? mark : null} label={false} size={16} />}
        <span>{label}</span>
        <small>{why ?? aside}</small>
        {key !== undefined && <Keys of={key} />}
      </li>
    </>
  );
}

function useItems(typed: string): readonly Item[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const exercise = useMode() === 'drill';
  const registered = useCommands();
  const sounds = useSounds(typed);
  const elsewhere = useFoundElsewhere(typed, exercise);
  return useMemo(() => {
    const open = (id: string) => (): void => void navigate(`/?incident=${id}`);
    // Of two keys for one thing the first is shown.
    const commands = [
      ...new Map(
        newestOf(registered)
          .reverse()
          .map((one) => [`${one.labelKey} ${JSON.stringify(one.values ?? {})}`, one]),
      ).values(),
    ].reverse();
    const done = commands.map((one): Item => {
      const group = t(`shell.area.${areaOf(one)}`);
      const why = one.why === undefined ? undefined : t(one.why);
      const name = one.values?.['name'];
      return {
        ...(name === undefined ? {} : { name: String(name) }),
        id: `${one.labelKey} ${JSON.stringify(one.values ?? {})}`,
        group,
        label: t(one.labelKey, one.values ?? {}),
        key: one.key,
        why,
        run: () => one.run(),
      };
    });
    const wanted = done.filter(({ label, name }) => matches(label, typed) || matches(name ?? label, typed, sounds));
    // What the page itself can do comes first, what can be done everywhere last.
    const everywhere = t('shell.area.shell');
    const groups = [...new Set(wanted.map(({ group }) => group))].sort((a, b) => Number(a === everywhere) - Number(b === everywhere));
    const grouped = groups.flatMap((group) => byKey(wanted.filter((one) => one.group === group)));
    if (typed.trim() === '') return grouped;
    const here = [...documentsNow('incident').values()].filter((one) => one.exercise === exercise && matchesText(one, typed, sounds)).sort(compareIncidents);
    const live = here.slice(0, MOST_INCIDENTS).map((incident) => incidentItem(incident, t('shell.palette.incidents'), open(incident.id)));
    const closed = elsewhere.incidents.filter(({ id }) => !here.some((one) => one.id === id));
    const archived = closed.map((incident) => incidentItem(incident, t('shell.palette.closed'), open(incident.id)));
    const notes = elsewhere.notes.map((note): Item => ({
      id: note.id,
      group: t('shell.palette.entries'),
      label: note.text,
      aside: documentsNow('incident').get(note.incidentId)?.title ?? '',
      run: open(note.incidentId),
    }));
    return [...live, ...grouped, ...archived, ...notes];
  }, [registered, typed, sounds, elsewhere, exercise, navigate, t]);
}

/** What has a key is done often. */
const byKey = (items: readonly Item[]): Item[] => [...items.filter(({ key }) => key !== undefined), ...items.filter(({ key }) => key === undefined)];

const incidentItem = (incident: Incident, group: string, run: () => void): Item => ({
  id: incident.id,
  group,
  label: incident.title,
  aside: `${incident.place.text} · ${incident.number}`,
  incident,
  run,
});
