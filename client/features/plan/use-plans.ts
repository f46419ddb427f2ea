import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Plan } from '#shared/plan/state.ts';
import type { Organisation } from '#shared/organisation/state.ts';
import type { Actor } from '#shared/seat.ts';
import { dueDatesOf, type DueDate } from './due-dates.ts';

export interface Registered {
  plan: Plan;
  dates: DueDate[];
}

/** The plans that this seat sees with what is due of them: overdue first, then by day, then by name. */
export function useRegister(): Registered[] {
  const plans = useDocuments('plan');
  const schedules = useDocuments('schedule');
  const now = new Date(useTick(60_000, serverNow)).toISOString();
  return useMemo(() => {
    const rows = [...plans.values()].map((plan) => ({ plan, dates: dueDatesOf(plan, schedules.values(), now) }));
    const key = ({ plan, dates }: Registered): string =>
      `${plan.status === 'abolished' ? 2 : dates[0]?.overdue ? 0 : 1}${dates[0]?.day ?? '9999'}${plan.title.zh}`;
    return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }, [plans, schedules, now]);
}

/** Who sits here, and the organisation that this seat is of. */
export function useActor(): { actor: Actor; own: Organisation | undefined } | undefined {
  const session = useSession();
  const own = useDocument('organisation', session?.user.org);
  return session ? { actor: actorOf(session), own } : undefined;
}

export const titleOf = ({ title }: Pick<Plan, 'title'>): string => (languageNow() === 'en' ? title.en : title.zh);

/** `评估 2026-09-21`, and the planned day beside it. */
export function useDueWords(): (date: DueDate) => string {
  const { t } = useTranslation();
  return ({ what, day, planned, overdue }) =>
    [t(`plan.due.${what}`), day, overdue ? t('plan.due.overdue') : '', planned === undefined ? '' : t('plan.schedule.planned', { at: planned })]
      .filter(Boolean)
      .join(' ');
}
