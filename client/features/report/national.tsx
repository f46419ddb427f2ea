import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import type { Incident } from '#shared/incident/state.ts';
import { NATIONAL_SYSTEMS, type NationalSystem } from '#shared/report/national.ts';
import { isDuty, type Actor } from '#shared/seat.ts';
import { PaperButton } from '#client/ui/paper-button.tsx';

/** The system and the form of a class of incident: what is there already is not typed again. */
function forms(typeCode: string): { system: NationalSystem | undefined; form: string | undefined } {
  if (typeCode.startsWith('N')) return { system: 'disaster', form: 'natural-disaster' };
  if (typeCode.startsWith('A')) return { system: 'accident', form: 'work-accident' };
  if (typeCode.startsWith('H06')) return { system: 'animal', form: undefined };
  if (typeCode.startsWith('H')) return { system: 'disease', form: 'public-health' };
  return { system: typeCode.startsWith('S07') ? 'cyber' : undefined, form: undefined };
}

/** Whether it is in the national system already, and the fields of the national form to copy from. */
export function National({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [order, setOrder] = useState<string>();
  const { system, form } = forms(incident.typeCode);
  const entered = incident.national?.find((one) => one.system === system);
  if (system === undefined) return null;
  const name = NATIONAL_SYSTEMS[system][languageNow() === 'en' ? 1 : 0];
  const may = !incident.exercise && (isDuty(actor) || actor.role === 'department');
  return (
    <section className="rep-national" aria-label={t('report.national.title')}>
      <label className="rep-switch">
        <input type="checkbox" role="switch" checked={entered !== undefined} disabled={!may || entered !== undefined} onChange={() => setAsking(true)} />
        {t('report.national.entered', { system: name })}
      </label>
      {entered && (
        <small>
          {entered.by.name} {formatTime(entered.at, languageNow(), serverNow())}
          {entered.number !== undefined && ` · ${entered.number}`}
        </small>
      )}
      {!may && !entered && <small className="rep-quiet">{t(incident.exercise ? 'report.why.drillNational' : 'report.why.notDuty')}</small>}
      <OrderState id={order} />
      {form !== undefined && <PaperButton path={`/incidents/${incident.id}/forms/${form}.xlsx`}>{t('report.national.form')}</PaperButton>}
      {asking && (
        <NumberDialog
          name={name}
          onAnswer={(number) => {
            setOrder(send('report.national', { incidentId: incident.id, system, ...(number === '' ? {} : { number }) }).id);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** The number that the national system gave, where it gave one. Once recorded it is not taken back. */
function NumberDialog({ name, onAnswer, onClose }: { name: string; onAnswer: (number: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  return (
    <Dialog
      title={t('report.national.entered', { system: name })}
      onClose={onClose}
      footer={
        <button type="button" className="fh-button fh-button-primary" onClick={() => onAnswer(number.trim())}>
          {t('common.action.confirm')}
        </button>
      }
    >
      <label className="rep-field">
        {t('report.national.number')}
        <input
          className="fh-input"
          maxLength={60}
          data-first
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && onAnswer(number.trim())}
        />
      </label>
      <p className="rep-quiet">{t('report.national.hint')}</p>
    </Dialog>
  );
}
