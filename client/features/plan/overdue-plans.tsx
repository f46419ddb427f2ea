import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serverNow } from '#client/store/connection.ts';
import { actorOf, type Session } from '#client/store/session.ts';
import { useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useTick } from '#client/ui/use-tick.ts';
import { mayKeep } from '#shared/plan/policy.ts';
import { dueDatesOf } from './due-dates.ts';

/** How many of the plans that this seat keeps have something overdue, wherever in the window it is. */
export function OverduePlans({ session }: { session: Session }) {
  const { t } = useTranslation();
  const plans = useDocuments('plan');
  const schedules = useDocuments('schedule');
  const now = new Date(useTick(60_000, serverNow)).toISOString();
  const actor = actorOf(session);
  if (actor.role !== 'planner' && actor.role !== 'department') return null;
  const late = [...plans.values()].filter((plan) => mayKeep(actor, plan) && dueDatesOf(plan, schedules.values(), now)[0]?.overdue).length;
  if (late === 0) return null;
  return (
    <Link to="/plans" className="fh-bar-button fh-bar-plans">
      <Icon name="warn" />
      <span>{t('plan.overdueOwn', { count: late })}</span>
    </Link>
  );
}
