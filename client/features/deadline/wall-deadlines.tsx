import './deadline.css';
import { useTranslation } from 'react-i18next';
import { actorOf, useSession } from '#client/store/session.ts';
import type { Actor } from '#shared/seat.ts';
import { Countdown } from './countdown.tsx';
import { StageMark } from './stage-mark.tsx';
import { usePending } from './use-pending.ts';

/** As many as can be read from six metres away. */
const LINES = 7;

export function WallDeadlines() {
  const session = useSession();
  return session && <Column actor={actorOf(session)} />;
}

function Column({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  // What is restricted to persons is not for a room.
  const pending = usePending(actor).filter(({ incident }) => !incident.sensitive);
  return (
    <section className="dl-wall" aria-label={t('deadline.title')}>
      <h2>{t('deadline.title')}</h2>
      {pending.length === 0 && <p>{t('deadline.none')}</p>}
      <ol>
        {pending.slice(0, LINES).map(({ incident, row, stage }) => (
          <li key={`${incident.id} ${row.rule} ${row.dueAt}`} data-stage={stage}>
            <StageMark stage={stage} label={false} />
            <b>
              {t(`deadline.kind.${row.kind}`)} {t(`deadline.level.${row.from}`)}→{t(`deadline.level.${row.to}`)}
            </b>
            <Countdown dueAt={row.dueAt} />
            <span>{incident.title}</span>
          </li>
        ))}
      </ol>
      {pending.length > LINES && <p>{t('deadline.more', { count: pending.length - LINES })}</p>}
    </section>
  );
}
