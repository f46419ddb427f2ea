import './deadline.css';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { serverNow } from '#client/store/connection.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { formatClock } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Actor } from '#shared/seat.ts';
import { Countdown } from './countdown.tsx';
import { AHEAD_MS, placeOn, type Pending } from '#shared/report/pending.ts';
import { StageMark } from './stage-mark.tsx';
import { usePending, useRuleWords } from './use-pending.ts';

/** As many as a person can look at; the rest is counted. */
const MOST_SHOWN = 40;
const HALF_HOUR_MS = 30 * 60_000;

/** The reports of the next four hours on a line of time, what is over at its beginning, each to be taken up. */
export function DeadlineStrip() {
  const session = useSession();
  return session && <Strip actor={actorOf(session)} />;
}

function Strip({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const pending = usePending(actor);
  const list = useRef<HTMLOListElement>(null);
  const over = pending.filter(({ stage }) => stage === 'over').length;
  const open = ({ incident }: Pending): void => setParams({ incident: incident.id, part: 'report' });
  useShortcut('t', 'deadline.focus', () => list.current?.querySelector('button')?.focus());
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 'nextElementSibling' : event.key === 'ArrowLeft' ? 'previousElementSibling' : undefined;
    if (!step || !(document.activeElement instanceof HTMLElement)) return;
    event.preventDefault();
    document.activeElement.closest('li')?.[step]?.querySelector('button')?.focus();
  };
  return (
    <section className="dl-strip" aria-label={t('deadline.title')}>
      <h2>
        {t('deadline.title')}
        <small role="status">{over > 0 ? t('deadline.overCount', { count: over }) : t('deadline.count', { count: pending.length })}</small>
      </h2>
      {pending.length === 0 ? (
        <p className="dl-none">{t('deadline.none')}</p>
      ) : (
        <>
          <Line pending={pending} />
          <ol ref={list} onKeyDown={walk}>
            {pending.slice(0, MOST_SHOWN).map((one) => (
              <Item key={`${one.incident.id} ${one.row.rule} ${one.row.dueAt}`} pending={one} onOpen={open} />
            ))}
            {pending.length > MOST_SHOWN && <li className="dl-more">{t('deadline.more', { count: pending.length - MOST_SHOWN })}</li>}
          </ol>
        </>
      )}
    </section>
  );
}

function Item({ pending, onOpen }: { pending: Pending; onOpen: (pending: Pending) => void }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { incident, row, stage, owed } = pending;
  return (
    <li>
      <button type="button" className="dl-item" data-stage={stage} data-owed={owed} title={words(row.rule).name} onClick={() => onOpen(pending)}>
        <span className="dl-line">
          <StageMark stage={stage} label={stage !== 'running'} />
          <b>{t(`deadline.kind.${row.kind}`)}</b>
          <span>
            {t(`deadline.level.${row.from}`)}→{t(`deadline.level.${row.to}`)}
            {row.channel === 'any' ? '' : ` · ${t(`deadline.channel.${row.channel}`)}`}
          </span>
          <Countdown dueAt={row.dueAt} />
        </span>
        <span className="dl-what">
          {owed ? '' : `${t('deadline.waits')} `}
          {incident.title}
        </span>
      </button>
    </li>
  );
}

/** The same as places on a line, so that what comes together is seen to. */
function Line({ pending }: { pending: readonly Pending[] }) {
  const now = useTick(10_000, serverNow);
  const first = Math.ceil(now / HALF_HOUR_MS) * HALF_HOUR_MS;
  const ticks = Array.from({ length: 8 }, (_, i) => first + i * HALF_HOUR_MS).filter((at) => at < now + AHEAD_MS);
  return (
    <div className="dl-time" aria-hidden="true">
      {ticks.map((at) => (
        <span key={at} className="dl-tick" style={{ left: `${((at - now) / AHEAD_MS) * 100}%` }}>
          {formatClock(at).slice(0, 5)}
        </span>
      ))}
      {pending.slice(0, MOST_SHOWN).map(({ incident, row, stage }) => {
        const at = placeOn(row.dueAt, now);
        return at === undefined ? null : <i key={`${incident.id} ${row.rule} ${row.dueAt}`} data-stage={stage} style={{ left: `${at * 100}%` }} />;
      })}
    </div>
  );
}
