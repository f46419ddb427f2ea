import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { HAZARD_CODES, HAZARDS, isMet, needsTwo, type HazardCode } from '#shared/alert/hazards.ts';
import { homeOf, mayDraft } from '#shared/alert/policy.ts';
import type { Alert } from '#shared/alert/state.ts';
import type { Actor } from '#shared/seat.ts';
import { languageNow } from '#client/i18n/index.ts';
import { ColourField } from './colour-field.tsx';
import { contentOf, dropDraft, keptDraft, keepDraft, typedOf, type Typed } from './draft.ts';
import { MeasureFields } from './measure-fields.tsx';
import { ScopeField } from './scope-field.tsx';

interface AlertFormProps {
  actor: Actor;
  exercise: boolean;
  /** The one that is edited, or updated when it is in force. */
  alert?: Alert;
  onClose: () => void;
  onMade?: (id: string) => void;
}

/** The elements of an alert. Every field is kept on this device as it is typed. */
export function AlertForm({ actor, exercise, alert, onClose, onMade }: AlertFormProps) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const org = useDocument('organisation', actor.org);
  const home = alert?.home ?? (org ? homeOf(org) : actor.org);
  const updates = alert?.status === 'issued';
  const key = alert?.id ?? 'new';
  const [typed, setTyped] = useState<Typed>(() => keptDraft(key) ?? typedOf(alert?.draft?.content ?? alert?.content, home));
  const [order, setOrder] = useState<string>();
  const set = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    keepDraft(key, next);
  };
  const hazards = HAZARD_CODES.filter((hazard) => (alert ? hazard === typed.hazard : true) && (alert !== undefined || mayDraft(actor, org, hazard)));
  const issuers = HAZARDS[typed.hazard].issuers;
  const ready = typed.reason.trim() !== '' || !updates;
  const save = (): void => {
    if (!ready) return;
    const content = contentOf(typed);
    const given = updates
      ? send('alert.update', { ...content, alertId: alert.id, reason: typed.reason.trim() })
      : send('alert.draft', { ...content, ...(alert ? { alertId: alert.id } : { exercise }) });
    setOrder(given.id);
    void given.done.then((answer) => {
      if (!answer.ok) return;
      dropDraft(key);
      onMade?.(alert?.id ?? given.id);
      onClose();
    });
  };
  const neighbours = [...organisations.values()].filter(
    ({ kind, id }) => kind === 'neighbour' || (kind === 'county' && id !== home && home.length === 6 && !home.endsWith('00')),
  );
  return (
    <Dialog
      wide
      title={t(updates ? 'alert.do.update' : alert ? 'alert.do.edit' : 'alert.new')}
      onClose={onClose}
      footer={
        <>
          <OrderState id={order} />
          <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={save}>
            {t('alert.do.save')} <kbd>Ctrl ↵</kbd>
          </button>
        </>
      }
    >
      <div className="warn-form" onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save()}>
        {updates && <Field label={t('alert.field.reason')} value={typed.reason} maxLength={500} onChange={({ target }) => set({ reason: target.value })} />}
        <div className="warn-row">
          <label className="fh-field">
            <span>{t('alert.field.hazard')}</span>
            <select
              className="fh-input"
              data-first
              value={typed.hazard}
              // The options are these codes.
              onChange={({ target }) => set({ hazard: target.value as HazardCode, issuerKind: HAZARDS[target.value as HazardCode].issuers[0] })}
            >
              {hazards.map((hazard) => (
                <option key={hazard} value={hazard}>
                  {HAZARDS[hazard][languageNow() === 'en' ? 'en' : 'zh']}
                </option>
              ))}
            </select>
          </label>
          <ColourField colour={typed.colour} onChange={(colour) => set({ colour })} />
        </div>
        {needsTwo(typed.colour) && <small className="fh-field-hint">{t('alert.hint.two')}</small>}
        <div className="warn-row">
          <label className="fh-field">
            <span>{t('alert.field.issuerKind')}</span>
            <select className="fh-input" value={typed.issuerKind} onChange={({ target }) => set({ issuerKind: target.value as Typed['issuerKind'] })}>
              {issuers.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`alert.issuer.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <Field label={t('alert.field.issuerName')} value={typed.issuerName} maxLength={100} onChange={({ target }) => set({ issuerName: target.value })} />
          <Field
            label={t('alert.field.signal')}
            hint={isMet(typed.hazard) ? t('alert.hint.signal') : undefined}
            value={typed.signal}
            maxLength={60}
            onChange={({ target }) => set({ signal: target.value })}
          />
        </div>
        <div className="warn-row">
          <Field label={t('alert.field.startAt')} type="datetime-local" value={typed.startAt} onChange={({ target }) => set({ startAt: target.value })} />
          <Field
            label={t('alert.field.expectedEnd')}
            type="datetime-local"
            value={typed.expectedEnd}
            onChange={({ target }) => set({ expectedEnd: target.value })}
          />
        </div>
        <ScopeField home={home} adcodes={typed.adcodes} onChange={(adcodes) => set({ adcodes })} />
        <Field
          label={t('alert.field.scopeText')}
          placeholder={t('alert.hint.scopeText')}
          value={typed.scopeText}
          maxLength={500}
          onChange={({ target }) => set({ scopeText: target.value })}
        />
        <Area label={t('alert.field.cautions')} value={typed.cautions} onChange={(cautions) => set({ cautions })} />
        <MeasureFields colour={typed.colour} measures={typed.measures} onChange={(measures) => set({ measures })} />
        <div className="warn-row">
          <Area label={t('alert.field.englishCautions')} value={typed.englishCautions} onChange={(englishCautions) => set({ englishCautions })} />
          <Area label={t('alert.field.englishMeasures')} value={typed.englishMeasures} onChange={(englishMeasures) => set({ englishMeasures })} />
        </div>
        {neighbours.length > 0 && (
          <fieldset className="warn-scope">
            <legend>{t('alert.field.notify')}</legend>
            {neighbours.map(({ id, name, nameEn }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={typed.notify.includes(id)}
                  onChange={({ target }) => set({ notify: target.checked ? [...typed.notify, id] : typed.notify.filter((one) => one !== id) })}
                />
                {languageNow() === 'en' ? nameEn || name : name}
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}

function Area({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <label className="fh-field">
      <span>{label}</span>
      <textarea className="fh-input" rows={3} maxLength={2000} value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}
