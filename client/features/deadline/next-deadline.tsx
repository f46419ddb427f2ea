import './deadline.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { actorOf, type Session } from '#client/store/session.ts';
import { Countdown } from './countdown.tsx';
import { StageMark } from './stage-mark.tsx';
import { usePending } from './use-pending.ts';

/** The next report that this desk owes, always in sight. */
export function NextDeadline({ session }: { session: Session }) {
  const { t } = useTranslation();
  const next = usePending(actorOf(session)).find(({ owed }) => owed);
  if (!next) return null;
  const { incident, row, stage } = next;
  return (
    <Link to={`/?incident=${incident.id}&part=report`} className="dl-next" data-stage={stage} title={incident.title}>
      <StageMark stage={stage} label={false} />
      <span>{t('deadline.next', { kind: t(`deadline.kind.${row.kind}`) })}</span>
      <Countdown dueAt={row.dueAt} />
    </Link>
  );
}
