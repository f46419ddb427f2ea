import './plan.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDocument } from '#client/store/world.ts';
import { useTitle } from '#client/ui/title.ts';
import { CalendarLink } from './calendar-link.tsx';
import { Coverage } from './coverage-view.tsx';
import { PlanView } from './plan-view.tsx';
import { Register } from './register.tsx';
import { useActor } from './use-plans.ts';
import { Year } from './year-view.tsx';

const VIEWS = { register: Register, coverage: Coverage, year: Year, calendar: CalendarLink } as const;
type View = keyof typeof VIEWS;

/** 应急预案: the register and its views, or one plan. */
export function Plans() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const me = useActor();
  const plan = useDocument('plan', params.get('plan') ?? undefined);
  useTitle(plan ? plan.title.zh : t('plan.title'));
  if (!me) return null;
  if (plan) return <PlanView key={plan.id} plan={plan} version={Number(params.get('version')) || undefined} {...me} />;
  const view = (params.get('view') ?? 'register') as View;
  const Shown = VIEWS[view] ?? Register;
  return (
    <div className="pln-page">
      <header>
        <h1>{t('plan.title')}</h1>
        <p>{t('plan.lead')}</p>
      </header>
      <nav className="pln-tabs" aria-label={t('plan.title')}>
        {(Object.keys(VIEWS) as View[]).map((one) => (
          <button key={one} type="button" className="fh-button" aria-current={one === view ? 'page' : undefined} onClick={() => setParams({ view: one })}>
            {t(`plan.view.${one}`)}
          </button>
        ))}
      </nav>
      <Shown actor={me.actor} />
    </div>
  );
}
