import './person.css';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '#client/store/api.ts';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { useDocuments } from '#client/store/world.ts';
import { Empty, Notice, Skeleton } from '#client/ui/notice.tsx';
import { useTitle } from '#client/ui/title.ts';
import type { Incident } from '#shared/incident/state.ts';
import { personsOf } from '#shared/person/decide.ts';
import { mayPurge, RETENTION_DAYS } from '#shared/person/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { compareCustody, custodyOf } from './custody.ts';
import { CustodyActions, CustodyState } from './custody-state.tsx';

const PAGE = 200;

/** 个人信息保管: of every incident that has names and numbers, until when they are kept; those who answer for it hold or destroy them. */
export function CustodyPage() {
  const session = useSession();
  return session ? <Keeping actor={actorOf(session)} /> : null;
}

function Keeping({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const exercise = useMode() === 'drill';
  const live = useDocuments('incident');
  const past = useArchived(exercise);
  const [destroyed, setDestroyed] = useState(false);
  useTitle(t('person.custody.title'));
  const now = new Date(serverNow()).toISOString();
  const all = new Map([...past.incidents.map((one): [string, Incident] => [one.id, one]), ...live]);
  const rows = [...all.values()]
    .filter((one) => one.exercise === exercise && personsOf(one).length > 0 && mayPurge(actor, one))
    .filter((one) => destroyed || one.personal?.purgedAt === undefined)
    .sort((a, b) => compareCustody(custodyOf(a, now), custodyOf(b, now)));
  return (
    <div className="person-page">
      <header>
        <h1>{t('person.custody.title')}</h1>
        <p>{t('person.custody.rule', { days: RETENTION_DAYS })}</p>
        <label className="person-sure">
          <input type="checkbox" checked={destroyed} onChange={({ target }) => setDestroyed(target.checked)} />
          {t('person.custody.showPurged')}
        </label>
      </header>
      {past.state === 'failed' && (
        <Notice tone="no">
          {t('person.custody.failed')}{' '}
          <button type="button" className="fh-button" onClick={past.again}>
            {t('common.action.retry')}
          </button>
        </Notice>
      )}
      {past.state === 'loading' && rows.length === 0 && <Skeleton rows={6} label={t('common.loading')} />}
      {past.state !== 'loading' && rows.length === 0 && <Empty title={t('person.custody.none')} hint={t('person.custody.noneHint')} />}
      <ul className="person-list">
        {rows.map((one) => (
          <li key={one.id}>
            <div>
              <Link to={`/?incident=${one.id}&part=record`}>{one.title}</Link> <small>{one.number}</small>
            </div>
            <span>{t('person.custody.count', { count: personsOf(one).length })}</span>
            <CustodyState incident={one} />
            <CustodyActions incident={one} actor={actor} onDone={past.again} />
          </li>
        ))}
      </ul>
      {past.more && (
        <button type="button" className="fh-button" onClick={past.more}>
          {t('person.custody.more')}
        </button>
      )}
    </div>
  );
}

interface Archived {
  state: 'loading' | 'ready' | 'failed';
  incidents: readonly Incident[];
  again: () => void;
  more: (() => void) | undefined;
}

/** Closed incidents that are live no more, the newest first, a page at a time. */
function useArchived(exercise: boolean): Archived {
  const [found, setFound] = useState<{ incidents: readonly Incident[]; next?: string | undefined; state: Archived['state'] }>({
    incidents: [],
    state: 'loading',
  });
  const [pages, setPages] = useState(1);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      let incidents: Incident[] = [];
      let cursor: string | undefined;
      for (let i = 0; i < pages; i += 1) {
        const page: { docs: Incident[]; next?: string } = await api(
          `/incidents?status=closed&exercise=${exercise}&limit=${PAGE}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        incidents = [...incidents, ...page.docs];
        cursor = page.next;
        if (cursor === undefined) break;
      }
      if (wanted) setFound({ incidents, next: cursor, state: 'ready' });
    };
    load().catch((error: unknown) => {
      console.warn('The archive could not be asked.', error);
      if (wanted) setFound((before) => ({ ...before, state: 'failed' }));
    });
    return () => {
      wanted = false;
    };
  }, [exercise, pages, tries]);
  const again = useCallback(() => setTries((n) => n + 1), []);
  return { state: found.state, incidents: found.incidents, again, more: found.next === undefined ? undefined : () => setPages(pages + 1) };
}
