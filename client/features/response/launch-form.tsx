import { useId, useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useEdition } from '#client/store/edition.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import type { Incident } from '#shared/incident/state.ts';
import { editionId } from '#shared/plan/state.ts';
import { LEVELS, type Level } from '#shared/response/orders.ts';
import { mayLaunch } from '#shared/response/policy.ts';
import { suggestPlans, type Suggestion } from '#shared/response/suggest.ts';
import type { Actor } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import { useReasonWords } from './use-reason-words.ts';
import { MeasureList } from './measure-list.tsx';

const HOURS = [12, 24, 48, 72, 168] as const;

/** The four elements of a launch: matters, level, expected end, measures. Plan and level are suggested, with the reasons. */
export function LaunchForm({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const id = useId();
  const plans = useDocuments('plan');
  const suggested = useMemo(() => suggestPlans(plans.values(), incident, actor.org), [plans, incident, actor.org]);
  const others = [...plans.values()].filter(
    (one) => one.current && one.status !== 'abolished' && one.levels.length > 0 && !suggested.some(({ planId }) => planId === one.id),
  );
  const [chosen, setChosen] = useState<string>();
  const [level, setLevel] = useState<Level>();
  const [matters, setMatters] = useState(() => t('response.launch.mattersOf', { title: incident.title }));
  const [hours, setHours] = useState(24);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [extra, setExtra] = useState('');
  const [docNo, setDocNo] = useState('');
  const [order, setOrder] = useState<string>();
  const planId = chosen ?? suggested[0]?.planId ?? others[0]?.id;
  const plan = planId === undefined ? undefined : plans.get(planId);
  const suggestion = suggested.find((one) => one.planId === planId);
  const levels = LEVELS.flatMap((one) => plan?.levels.filter((two) => two.level === one) ?? []);
  const at = levels.find((one) => one.level === level) ?? levels.find((one) => one.level === suggestion?.level) ?? levels.at(-1);
  const { edition, failed } = useEdition(plan?.current && editionId(plan.id, plan.current.no), plan?.current?.no ?? 0);
  const measures = edition?.content.levels.find((one) => one.level === at?.level)?.measures ?? [];
  const own = extra
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const named = measures.filter((one) => !off.has(one.id)).map((one) => one.id);
  const leads = mayLaunch(actor, incident);
  if (!plan || !at) return <p className="rsp-quiet">{t('response.launch.noPlan')}</p>;

  const missing = [
    ...(matters.trim() === '' ? [t('response.launch.matters')] : []),
    ...(named.length + own.length === 0 ? [t('response.launch.measures')] : []),
  ];
  const launch = (event: FormEvent): void => {
    event.preventDefault();
    if (missing.length > 0 || !leads) return;
    const expectedUntil = addMinutes(new Date(serverNow()).toISOString(), hours * 60);
    const said = { incidentId: incident.id, planId: plan.id, level: at.level, matters: matters.trim(), expectedUntil, measures: [...named, ...own] };
    setOrder(send('response.launch', { ...said, ...(docNo.trim() === '' ? {} : { docNo: docNo.trim() }) }).id);
  };
  const title = (one: { title: { zh: string; en: string } }): string => (languageNow() === 'en' ? one.title.en : one.title.zh);
  return (
    <form className="rsp-form" aria-label={t('response.launch.title')} onSubmit={launch}>
      <h3>{t('response.launch.title')}</h3>
      {!leads && <p className="rsp-quiet">{t('response.launch.onlyLeader')}</p>}
      <label htmlFor={`${id}-plan`}>{t('response.launch.plan')}</label>
      <select
        id={`${id}-plan`}
        className="fh-input"
        value={plan.id}
        onChange={({ target }) => (setChosen(target.value), setLevel(undefined), setOff(new Set()))}
      >
        <optgroup label={t('response.launch.suggested')}>
          {suggested.map((one) => {
            const named = plans.get(one.planId);
            return named ? (
              <option key={one.planId} value={one.planId}>
                {title(named)}
              </option>
            ) : null;
          })}
        </optgroup>
        <optgroup label={t('response.launch.others')}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {title(one)}
            </option>
          ))}
        </optgroup>
      </select>
      <fieldset>
        <legend>{t('response.launch.level')}</legend>
        <div className="rsp-levels">
          {levels.map((one) => (
            <label key={one.level} data-on={one.level === at.level}>
              <input type="radio" name={`${id}-level`} checked={one.level === at.level} onChange={() => (setLevel(one.level), setOff(new Set()))} />{' '}
              {t(`response.level.${one.level}`)}
            </label>
          ))}
        </div>
        {suggestion && at.level === suggestion.level && <Why suggestion={suggestion} />}
        <details>
          <summary>
            {t('response.launch.conditions')} · {t('response.launch.approver', { approver: at.approver })}
          </summary>
          <ul>
            {at.conditions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      </fieldset>
      <label htmlFor={`${id}-matters`}>{t('response.launch.matters')}</label>
      <textarea id={`${id}-matters`} className="fh-input" rows={2} maxLength={2000} value={matters} onChange={({ target }) => setMatters(target.value)} />
      <div className="rsp-row">
        <label htmlFor={`${id}-until`}>{t('response.launch.until')}</label>
        <select id={`${id}-until`} className="fh-input" value={hours} onChange={({ target }) => setHours(Number(target.value))}>
          {HOURS.map((one) => (
            <option key={one} value={one}>
              {t('response.launch.hours', { count: one })}
            </option>
          ))}
        </select>
        <input
          className="fh-input"
          maxLength={60}
          aria-label={t('response.launch.docNo')}
          placeholder={t('response.launch.docNo')}
          value={docNo}
          onChange={({ target }) => setDocNo(target.value)}
        />
      </div>
      <fieldset>
        <legend>
          {t('response.launch.measures')} <small>{t('response.launch.measuresHint')}</small>
        </legend>
        {!edition && <p className="rsp-quiet">{t(failed ? 'response.launch.failed' : 'response.launch.loading')}</p>}
        <MeasureList measures={measures} positions={edition?.content.positions ?? []} off={off} onChange={setOff} />
      </fieldset>
      <textarea
        className="fh-input"
        rows={2}
        aria-label={t('response.launch.extra')}
        placeholder={t('response.launch.extra')}
        value={extra}
        onChange={({ target }) => setExtra(target.value)}
      />
      <div className="rsp-row rsp-foot">
        {leads && missing.length > 0 && <span className="rsp-missing">{t('response.launch.missing', { fields: missing.join('、') })}</span>}
        <OrderState id={order} />
        {leads && (
          <button type="submit" className="fh-button fh-button-primary" disabled={missing.length > 0 || !edition}>
            {t('response.launch.give', { level: t(`response.level.${at.level}`) })}
          </button>
        )}
      </div>
    </form>
  );
}

function Why({ suggestion }: { suggestion: Suggestion }) {
  const words = useReasonWords();
  return <p className="rsp-why">{suggestion.reasons.map(words).join(' · ')}</p>;
}
