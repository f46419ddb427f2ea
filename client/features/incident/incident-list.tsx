import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, serverNow } from '#client/store/connection.ts';
import { documentsNow } from '#client/store/world.ts';
import { Empty, Skeleton } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { awaitsReceipt } from '#shared/incident/handed.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered, type IncidentFilter } from './filter.ts';
import { useHeld } from './hold.ts';
import { IncidentRow, ROW_HEIGHT } from './incident-row.tsx';
import { isUnread, useSeen } from './seen.ts';
import { useReading } from './steady.ts';
import { WaitingLogs } from './waiting-logs.tsx';
import { Windowed } from './windowed.tsx';

interface IncidentListProps {
  /** Sorted and filtered. */
  incidents: readonly Incident[];
  openCount: number;
  filter: IncidentFilter;
  selected: string | undefined;
  actor: Actor;
  exercise: boolean;
  onFilter: (filter: IncidentFilter) => void;
  onSelect: (id: string) => void;
}

const find = (id: string): Incident | undefined => documentsNow('incident').get(id);

/** The open incidents, the gravest first. It keeps still while it is read. */
export function IncidentList({ incidents, openCount, filter, selected, actor, exercise, onFilter, onSelect }: IncidentListProps) {
  const { t } = useTranslation();
  const seen = useSeen();
  const now = useTick(10_000, serverNow);
  const { status, seq } = useConnection();
  const { reading, ...reads } = useReading();
  const held = useHeld(incidents, reading, JSON.stringify(filter), find);
  const [cursor, setCursor] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { rows } = held;
  const active = rows.findIndex(({ id }) => id === (cursor ?? selected));

  const move = useCallback(
    (by: number) => {
      const from = active < 0 ? (by > 0 ? -1 : rows.length) : active;
      setCursor(rows[Math.max(0, Math.min(rows.length - 1, from + by))]?.id);
      box.current?.focus({ preventScroll: true });
    },
    [active, rows],
  );
  const select = (id: string): void => {
    setCursor(id);
    onSelect(id);
  };
  useShortcut('/', 'incident.list.focusFilter', () => search.current?.focus());
  useShortcut('ArrowDown', 'incident.list.next', () => move(1));
  useShortcut('ArrowUp', 'incident.list.previous', () => move(-1));
  const intoList = (event: KeyboardEvent): void => {
    event.preventDefault();
    const first = rows[0];
    if (event.key === 'Enter' && first) select(first.id);
    else move(1);
  };

  const waiting = seq === 0 && status === 'connecting';
  return (
    <section className="inc-list" aria-label={t('incident.list.title')} {...reads}>
      <FilterBar filter={filter} box={search} onChange={onFilter} onLeave={intoList} />
      <div className="inc-count" aria-live="polite">
        <span>{t(rows.length === openCount ? 'incident.list.count' : 'incident.list.countOf', { count: rows.length, all: openCount })}</span>
        {(held.arrived > 0 || held.moved) && (
          <button type="button" className="inc-arrived" onClick={held.adopt}>
            {held.arrived > 0 ? t('incident.list.arrived', { count: held.arrived }) : t('incident.list.moved')}
          </button>
        )}
      </div>
      <WaitingLogs exercise={exercise} />
      {waiting ? (
        <Skeleton rows={10} label={t('common.loading')} />
      ) : rows.length > 0 ? (
        <Windowed
          id="inc-row"
          box={box}
          rows={rows}
          rowHeight={ROW_HEIGHT}
          keyOf={({ id }) => id}
          active={active}
          onOpen={({ id }) => select(id)}
          label={t('incident.list.title')}
          render={(incident, isActive) => (
            <IncidentRow
              incident={incident}
              selected={incident.id === selected}
              active={isActive}
              waits={awaitsReceipt(incident, actor)}
              part={filter.grouped === true && incident.parentId !== undefined && rows.some(({ id }) => id === incident.parentId)}
              unread={incident.id !== selected && isUnread(incident, seen, actor.id)}
              now={now}
              onSelect={select}
            />
          )}
        />
      ) : (
        <Nothing filtered={isFiltered(filter)} />
      )}
    </section>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  return filtered ? (
    <Empty icon="search" title={t('incident.list.noMatch')} hint={t('incident.list.noMatchHint')} />
  ) : (
    <Empty title={t('incident.list.empty')} hint={t('incident.list.emptyHint')} />
  );
}
