import './team.css';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { serverNow } from '#client/store/connection.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { useDocuments } from '#client/store/world.ts';
import { Empty } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { useTitle } from '#client/ui/title.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Actor } from '#shared/seat.ts';
import { inOrder, matcher, matches, NO_FILTER } from './register.ts';
import { TeamCounts } from './team-counts.tsx';
import { TeamDetail } from './team-detail.tsx';
import { TeamFilter } from './team-filter.tsx';
import { TeamRow } from './team-row.tsx';

/** 队伍名录: every rescue team that this authority registers, what it can do and how long its papers hold. */
export function Teams() {
  const session = useSession();
  return session ? <Register actor={actorOf(session)} /> : null;
}

function Register({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const teams = useDocuments('team');
  const [filter, setFilter] = useState(NO_FILTER);
  const [params, setParams] = useSearchParams();
  const search = useRef<HTMLInputElement>(null);
  const now = new Date(Math.floor(useTick(60_000, serverNow) / 60_000) * 60_000).toISOString();
  const all = useMemo(() => [...teams.values()], [teams]);
  const shown = useMemo(() => inOrder(all.filter((team) => matches(team, filter, matcher(filter.text)))), [all, filter]);
  const selected = params.get('team') ?? undefined;
  const team = selected === undefined ? undefined : teams.get(selected);
  const select = (id: string | undefined): void => setParams(id === undefined ? {} : { team: id }, { replace: true });
  const step = (by: 1 | -1): void => {
    const at = shown.findIndex(({ id }) => id === selected);
    const next = shown[at === -1 ? (by === 1 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (!next) return;
    select(next.id);
    document.getElementById(`team-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useTitle(t('team.title'));
  useShortcut('/', 'team.search', () => search.current?.focus());
  useShortcut('ArrowDown', 'team.next', () => step(1));
  useShortcut('ArrowUp', 'team.previous', () => step(-1));
  useShortcut('Escape', 'team.leave', () => select(undefined));
  return (
    <div className="team-page" data-detail={team !== undefined}>
      <section className="team-left" aria-label={t('team.title')}>
        <h1>{t('team.title')}</h1>
        <TeamCounts teams={all} now={now} filter={filter} onFilter={setFilter} />
        <TeamFilter teams={all} filter={filter} onFilter={setFilter} search={search} />
        <p className="team-quiet" role="status">
          {t('team.count', { count: shown.length })} · {t('team.order')}
        </p>
        {shown.length === 0 ? (
          <Empty icon="users" title={t(all.length === 0 ? 'team.none' : 'team.noMatch')} hint={t(all.length === 0 ? 'team.noneHint' : 'team.noMatchHint')} />
        ) : (
          <ul className="team-list">
            {shown.map((one) => (
              <TeamRow key={one.id} team={one} now={now} selected={one.id === selected} onSelect={select} />
            ))}
          </ul>
        )}
      </section>
      {team ? (
        <TeamDetail key={team.id} team={team} actor={actor} now={now} onClose={() => select(undefined)} />
      ) : (
        <div className="team-none">
          <Empty icon="users" title={t(selected === undefined ? 'team.choose' : 'team.unknown')} hint={t('team.chooseHint')} />
        </div>
      )}
    </div>
  );
}
