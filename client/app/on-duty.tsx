import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { standsDuty } from '#shared/duty/policy.ts';
import { shiftOnPost } from '#shared/duty/state.ts';
import { isLeader } from '#shared/seat.ts';
import { actorOf, type Session } from '#client/store/session.ts';
import { useDocuments } from '#client/store/world.ts';

/** Who is at the post of my organisation, and whether the relief is late. */
export function OnDuty({ session }: { session: Session }) {
  const { t } = useTranslation();
  const actor = actorOf(session);
  const shift = shiftOnPost(useDocuments('shift').values(), actor.org);
  if (!standsDuty(actor) && !isLeader(actor)) return null;
  const names = shift?.officers.map(({ name }) => name).join('、');
  return (
    <Link to="/duty" className="fh-bar-duty" data-late={shift?.reliefLateAt !== undefined} data-none={!shift}>
      {t('duty.bar.onPost')} {names ?? t('duty.bar.nobody')}
      {shift?.reliefLateAt !== undefined && ` · ${t('duty.bar.late')}`}
    </Link>
  );
}
