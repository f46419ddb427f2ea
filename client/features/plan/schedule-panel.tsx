import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cyclesOf } from '#plans/cycles.ts';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import { preview } from '#shared/recurrence/cycle.ts';
import { CYCLE } from '#shared/recurrence/rule.ts';
import { sayCycle } from '#shared/recurrence/say-cycle.ts';
import { cityDay, cityInstant } from '#shared/report/workdays.ts';
import { mayKeep } from '#shared/plan/policy.ts';
import type { Plan } from '#shared/plan/state.ts';
import { isOverdue } from '#shared/schedule/due.ts';
import { PURPOSES, type Purpose } from '#shared/schedule/orders.ts';
import type { Schedule } from '#shared/schedule/state.ts';
import { Line } from './item-fields.tsx';
import type { PlanPanelProps } from './plan-view.tsx';

const ZONE = 'Asia/Shanghai';
const SHOWN = 5;
const language = (): 'zh' | 'en' => (languageNow() === 'en' ? 'en' : 'zh');

/** What the plan demands again and again: the legal date, the planned one, and what was done. */
export function SchedulePanel({ plan, actor }: PlanPanelProps) {
  const { t } = useTranslation();
  const all = useDocuments('schedule');
  const mine = [...all.values()]
    .filter(({ planId, endedAt }) => planId === plan.id && endedAt === undefined)
    .sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1));
  const keeps = mayKeep(actor, plan) && plan.status !== 'abolished';
  const [adding, setAdding] = useState(false);
  return (
    <div className="pln-panel">
      {mine.length === 0 && <p className="pln-quiet">{t('plan.schedule.none')}</p>}
      {mine.map((one) => (
        <Card key={one.id} schedule={one} keeps={keeps} />
      ))}
      {keeps && (
        <button type="button" className="fh-button" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('plan.schedule.add')}
        </button>
      )}
      {keeps && adding && <SetForm plan={plan} />}
    </div>
  );
}

function Card({ schedule, keeps }: { schedule: Schedule; keeps: boolean }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'complete' | 'postpone' | 'end'>();
  const { rule, dueAt, planned, missed, lastDoneAt, log, purpose } = schedule;
  const overdue = isOverdue(schedule, new Date(serverNow()).toISOString());
  return (
    <article className="pln-said" data-overdue={overdue}>
      <b>
        {t(`plan.due.${purpose === 'filing' ? 'check' : purpose}`)} · {sayCycle(rule, language())}
      </b>
      <small>
        {[
          dueAt === undefined ? '' : t('plan.schedule.legal', { at: cityDay(dueAt) }),
          planned === undefined ? '' : t('plan.schedule.planned', { at: cityDay(planned) }),
          overdue ? t('plan.due.overdue') : '',
          missed.length === 0 ? '' : t('plan.schedule.missed', { count: missed.length }),
          lastDoneAt === undefined ? '' : t('plan.schedule.last', { at: cityDay(lastDoneAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {keeps && (
        <div className="pln-row">
          {(['complete', 'postpone', 'end'] as const).map((one) => (
            <button key={one} type="button" className="fh-bar-button" aria-expanded={doing === one} onClick={() => setDoing(doing === one ? undefined : one)}>
              {t(`plan.schedule.${one}`)}
            </button>
          ))}
        </div>
      )}
      {keeps && doing && <Do key={doing} doing={doing} schedule={schedule} />}
      <details>
        <summary>{t('plan.history.title')}</summary>
        {log.toReversed().map((one, i) => (
          <small key={`${one.at} ${one.what} ${i}`} className="pln-log">
            {formatTime(one.at, languageNow())} {t(`plan.schedule.log.${one.what}`, { days: one.days ?? 0 })}{' '}
            {one.planned === undefined ? '' : cityDay(one.planned)} {one.text}
          </small>
        ))}
      </details>
    </article>
  );
}

function Do({ doing, schedule }: { doing: 'complete' | 'postpone' | 'end'; schedule: Schedule }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [text, setText] = useState('');
  const [order, setOrder] = useState<string>();
  const said = text.trim();
  const ready = doing === 'complete' || (said !== '' && (doing === 'end' || day !== ''));
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    const { id: scheduleId } = schedule;
    if (doing === 'complete') setOrder(send('plan.complete', { scheduleId, ...(said === '' ? {} : { evidence: said }) }).id);
    else if (doing === 'postpone') setOrder(send('plan.postpone', { scheduleId, planned: cityInstant(day, '09:00'), reason: said }).id);
    else setOrder(send('plan.unschedule', { scheduleId, reason: said }).id);
  };
  return (
    <form className="pln-form" onSubmit={give}>
      {doing === 'postpone' && <Line label={t('plan.schedule.to')} type="date" value={day} onChange={setDay} />}
      <Line label={t(doing === 'complete' ? 'plan.schedule.evidence' : 'plan.schedule.reason')} value={text} onChange={setText} />
      <button type="submit" className="fh-button fh-button-primary" disabled={!ready}>
        {t(`plan.schedule.${doing}`)}
      </button>
      <OrderState id={order} />
    </form>
  );
}

/** A cycle: one that a rule demands, or one's own; in words and as dates before it is saved. */
function SetForm({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const id = useId();
  const known = cyclesOf(plan.kind);
  const [cycleId, setCycleId] = useState(known[0]?.id ?? '');
  const cycle = known.find((one) => one.id === cycleId);
  const [purpose, setPurpose] = useState<Purpose>('drill');
  const [own, setOwn] = useState('FREQ=YEARLY');
  const [day, setDay] = useState(() => cityDay(new Date(serverNow()).toISOString()));
  const [order, setOrder] = useState<string>();
  const rule = cycle?.rrule ?? own.trim().toUpperCase();
  const anchor = `${day}T09:00`;
  const dates = CYCLE.test(rule) && day !== '' ? preview({ rule, anchor, zone: ZONE }, SHOWN) : [];
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (dates.length === 0) return;
    setOrder(
      send('plan.schedule', { planId: plan.id, purpose: cycle?.purpose ?? purpose, rrule: rule, anchor, zone: ZONE, ...(cycle ? { cycleId: cycle.id } : {}) })
        .id,
    );
  };
  return (
    <form className="pln-form" onSubmit={give}>
      <label htmlFor={`${id}-cycle`}>{t('plan.schedule.cycle')}</label>
      <select id={`${id}-cycle`} className="fh-input" value={cycleId} onChange={({ target }) => setCycleId(target.value)}>
        {known.map((one) => (
          <option key={one.id} value={one.id}>
            {language() === 'en' ? one.en : one.zh}
          </option>
        ))}
        <option value="">{t('plan.schedule.own')}</option>
      </select>
      {cycle && <small>{t('plan.schedule.source', { tag: cycle.tag, source: cycle.source })}</small>}
      {!cycle && (
        <>
          <select className="fh-input" aria-label={t('plan.schedule.cycle')} value={purpose} onChange={({ target }) => setPurpose(target.value as Purpose)}>
            {PURPOSES.map((one) => (
              <option key={one} value={one}>
                {t(`plan.due.${one === 'filing' ? 'check' : one}`)}
              </option>
            ))}
          </select>
          <Line label={t('plan.schedule.rule')} value={own} onChange={setOwn} />
        </>
      )}
      <Line label={t('plan.schedule.anchor')} type="date" value={day} onChange={setDay} />
      <p role="status">
        {dates.length === 0
          ? t('plan.schedule.bad')
          : `${sayCycle(rule, language())} · ${t('plan.schedule.preview', { dates: dates.map(cityDay).join('、') })}`}
      </p>
      <div className="pln-row">
        <button type="submit" className="fh-button fh-button-primary" disabled={dates.length === 0}>
          {t('plan.schedule.give')}
        </button>
        <OrderState id={order} />
      </div>
    </form>
  );
}
