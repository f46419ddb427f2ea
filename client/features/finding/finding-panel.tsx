import './finding.css';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { send } from '#client/store/outbox.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { CLASSES, hasSeverity, typeName } from '#shared/incident/classes.ts';
import type { Severity } from '#shared/incident/events.ts';
import type { Incident } from '#shared/incident/state.ts';
import { mayFind } from '#shared/report/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { findingsOf, orderOf, OUTSIDERS, type Findings, type Outsider } from './finding-values.ts';

const LEVELS: readonly Severity[] = [1, 2, 3, 4];
/** Who outside has a clock of their own, by the category of the incident. */
const CONCERNED: Readonly<Record<Outsider, string>> = { firm: 'A', hospital: 'H', operator: 'S07' };

/** What the rules of reporting ask about an incident: from it follow the deadlines of other regimes, and the end of the daily ones. */
export function FindingPanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Partial<Findings>>({});
  const [given, setGiven] = useState<string>();
  const found: Findings = { ...findingsOf(incident), ...typed };
  const order = orderOf(incident, found);
  const closed = !mayFind(actor);
  const language = languageNow() === 'en' ? 'en' : 'zh';
  const outsiders = OUTSIDERS.filter((one) => incident.typeCode.startsWith(CONCERNED[one]) || found.noticed[one] !== '');
  const set = (change: Partial<Findings>): void => setTyped({ ...typed, ...change });
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (!order) return;
    setGiven(send('report.find', order).id);
    setTyped({});
  };
  return (
    <form className="fnd-form" onSubmit={give} aria-label={t('finding.title')}>
      <fieldset disabled={closed}>
        <label>
          <span>{t('finding.stableAt')}</span>
          <input className="fh-input" type="datetime-local" value={found.stableAt} onChange={(event) => set({ stableAt: event.target.value })} />
          <small>{t('finding.stableHint')}</small>
        </label>
        {incident.circumstances?.stableAt !== undefined && <Unsettle incidentId={incident.id} onGiven={setGiven} />}
        <div>
          <span>{t('finding.alsoTypes')}</span>
          <p className="fnd-types">
            {found.alsoTypes.map((code) => (
              <button
                key={code}
                type="button"
                aria-label={t('finding.drop', { name: typeName(code, language) })}
                onClick={() => set({ alsoTypes: found.alsoTypes.filter((one) => one !== code) })}
              >
                {typeName(code, language)} <Icon name="no" size={12} />
              </button>
            ))}
            <select
              className="fh-input"
              aria-label={t('finding.addType')}
              value=""
              onChange={(event) => event.target.value && set({ alsoTypes: [...found.alsoTypes, event.target.value] })}
            >
              <option value="">{t('finding.addType')}</option>
              {CLASSES.filter(({ code }) => !incident.typeCode.startsWith(code) && !found.alsoTypes.includes(code)).map((one) => (
                <option key={one.code} value={one.code}>
                  {one.code} {one[language]}
                </option>
              ))}
            </select>
          </p>
          <small>{t('finding.alsoHint')}</small>
        </div>
        {outsiders.map((one) => (
          <label key={one}>
            <span>{t(`finding.noticed.${one}`)}</span>
            <input
              className="fh-input"
              type="datetime-local"
              value={found.noticed[one]}
              onChange={(event) => set({ noticed: { ...found.noticed, [one]: event.target.value } })}
            />
          </label>
        ))}
        {!hasSeverity(incident.typeCode) && (
          <label>
            <span>{t('finding.grade')}</span>
            <select
              className="fh-input"
              value={found.grade ?? ''}
              onChange={(event) => set({ grade: LEVELS.find((one) => String(one) === event.target.value) ?? null })}
            >
              <option value="">{t('finding.noGrade')}</option>
              {LEVELS.map((one) => (
                <option key={one} value={one}>
                  {t(`common.level.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Tick label={t('finding.drinkingWater')} on={found.drinkingWater} onChange={(drinkingWater) => set({ drinkingWater })} />
        {incident.typeCode.startsWith('S') && (
          <Tick
            label={t('finding.criticalInfrastructure')}
            on={found.criticalInfrastructure}
            onChange={(criticalInfrastructure) => set({ criticalInfrastructure })}
          />
        )}
      </fieldset>
      <footer>
        <button type="submit" className="fh-button fh-button-primary" disabled={closed || !order} title={closed ? t('finding.notYours') : undefined}>
          {t('finding.record')}
        </button>
        <OrderState id={given} />
      </footer>
    </form>
  );
}

/** Takes back that the situation is stable: the daily reports go on, and what was late stays so. */
function Unsettle({ incidentId, onGiven }: { incidentId: string; onGiven: (orderId: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <div>
      <label htmlFor="fnd-unsettle">{t('finding.unsettle.reason')}</label>
      <input id="fnd-unsettle" className="fh-input" maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <button
        type="button"
        className="fh-button"
        disabled={reason.trim() === ''}
        onClick={() => onGiven(send('report.unsettle', { incidentId, reason: reason.trim() }).id)}
      >
        {t('finding.unsettle.give')}
      </button>
      <small>{t('finding.unsettle.hint')}</small>
    </div>
  );
}

function Tick({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="fnd-tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
