import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocuments } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { Empty } from '#client/ui/notice.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { PLAN_KINDS, type PlanKind } from '#shared/plan/content.ts';
import { kindsOf } from '#shared/plan/policy.ts';
import { PLAN_STATES, stateOf, type PlanState } from '#shared/plan/state.ts';
import type { Actor } from '#shared/seat.ts';
import { NewPlan } from './new-plan.tsx';
import { titleOf, useDueWords, useRegister, type Registered } from './use-plans.ts';

/** Every plan that this seat sees; what is overdue stands first. */
export function Register({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const rows = useRegister();
  const organisations = useDocuments('organisation');
  const [wanted, setWanted] = useState('');
  const [kind, setKind] = useState<PlanKind | ''>('');
  const [state, setState] = useState<PlanState | ''>('');
  const [mine, setMine] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useShortcut('/', 'plan.search', () => search.current?.focus());
  const words = wanted.trim().toLowerCase();
  const shown = rows.filter(({ plan }) => {
    const owner = organisations.get(plan.owner);
    const said = [plan.title.zh, plan.title.en, owner?.name, owner?.nameEn, ...plan.versions.map((one) => one.docNo)].join(' ').toLowerCase();
    return said.includes(words) && (kind === '' || plan.kind === kind) && (state === '' || stateOf(plan) === state) && (!mine || plan.owner === actor.org);
  });
  return (
    <>
      <div className="pln-tools">
        <input
          ref={search}
          className="fh-input"
          type="search"
          aria-label={t('plan.search')}
          placeholder={t('plan.search')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <select className="fh-input" aria-label={t('plan.column.kind')} value={kind} onChange={({ target }) => setKind(target.value as PlanKind | '')}>
          <option value="">{`${t('plan.column.kind')}：${t('plan.all')}`}</option>
          {PLAN_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`plan.kind.${one}`)}
            </option>
          ))}
        </select>
        <select className="fh-input" aria-label={t('plan.column.state')} value={state} onChange={({ target }) => setState(target.value as PlanState | '')}>
          <option value="">{`${t('plan.column.state')}：${t('plan.all')}`}</option>
          {PLAN_STATES.map((one) => (
            <option key={one} value={one}>
              {t(`plan.state.${one}`)}
            </option>
          ))}
        </select>
        <label>
          <input type="checkbox" checked={mine} onChange={() => setMine(!mine)} /> {t('plan.mine')}
        </label>
        <span role="status">{t('plan.count', { count: shown.length, overdue: shown.filter(({ dates }) => dates[0]?.overdue).length })}</span>
        {kindsOf(actor).length > 0 && (
          <button type="button" className="fh-button fh-button-primary" aria-expanded={beginning} onClick={() => setBeginning(!beginning)}>
            {t('plan.new.open')}
          </button>
        )}
      </div>
      {beginning && <NewPlan actor={actor} />}
      {shown.length === 0 ? (
        <Empty icon="rules" title={t('plan.none')} hint={t('plan.noneHint')} />
      ) : (
        <div className="pln-scroll">
          <table>
            <thead>
              <tr>
                {(['title', 'kind', 'owner', 'state', 'version', 'due'] as const).map((one) => (
                  <th key={one}>{t(`plan.column.${one}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Row key={one.plan.id} {...one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row({ plan, dates }: Registered) {
  const { t } = useTranslation();
  const owner = useOrganisationName(plan.owner);
  const due = useDueWords();
  const state = stateOf(plan);
  const next = dates[0];
  return (
    <tr data-overdue={next?.overdue ?? false}>
      <td>
        <Link to={`/plans?plan=${plan.id}`}>{titleOf(plan)}</Link> {plan.confidential && <small>{t('plan.confidential')}</small>}
      </td>
      <td>{t(`plan.kind.${plan.kind}`)}</td>
      <td>{owner}</td>
      <td>
        <span className="pln-state" data-state={state}>
          {t(`plan.state.${state}`)}
        </span>
      </td>
      <td>
        {plan.current ? `${t('plan.version', { no: plan.current.no })} ${plan.current.docNo}` : '—'}
        {plan.draft && <small> {t('plan.draftOf', { no: plan.draft.no })}</small>}
      </td>
      <td className="pln-due">{next ? due(next) : t('plan.due.none')}</td>
    </tr>
  );
}
