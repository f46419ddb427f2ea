import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';
import { canOwn } from '#shared/incident/transfer.ts';
import { Combobox } from './combobox.tsx';
import { IncidentPicker } from './incident-picker.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

interface TieDialogProps {
  incident: Incident;
  onGiven: (orderId: string) => void;
  onCancel: () => void;
}

/** Says that this record is of the same as another one, in which it goes on. */
export function MergeDialog({ incident, onGiven, onCancel, into }: TieDialogProps & { into?: string | undefined }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState(into);
  const [reason, setReason] = useState('');
  const give = (): void => {
    if (picked !== undefined) onGiven(send('incident.merge', { incidentId: incident.id, intoIncidentId: picked, reason: reason.trim() }).id);
  };
  const title = t('ties.merge.title');
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={picked !== undefined && reason.trim() !== ''} onSubmit={give} onCancel={onCancel}>
      <IncidentPicker incident={incident} label={t('ties.merge.which')} picked={picked} onPick={setPicked} />
      <ReasonField label={t('ties.reason')} hint={t('ties.merge.reasonHint')} value={reason} first={into !== undefined} onChange={setReason} />
      <p className="fh-field-hint">{t('ties.merge.hint')}</p>
    </OrderDialog>
  );
}

/** Makes this incident a part of another one. */
export function LinkDialog({ incident, onGiven, onCancel }: TieDialogProps) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string>();
  const give = (): void => {
    if (picked !== undefined) onGiven(send('incident.link', { incidentId: incident.id, parentIncidentId: picked }).id);
  };
  const title = t('ties.link.title');
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={picked !== undefined} onSubmit={give} onCancel={onCancel}>
      <IncidentPicker incident={incident} label={t('ties.link.which')} picked={picked} onPick={setPicked} />
      <p className="fh-field-hint">{t('ties.link.hint')}</p>
    </OrderDialog>
  );
}

/** Hands the incident on to whoever is to answer for it. */
export function TransferDialog({ incident, onGiven, onCancel }: TieDialogProps) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const [text, setText] = useState('');
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const nameOf = (one: { name: string; nameEn: string }): string => (languageNow() === 'en' ? one.nameEn : one.name);
  const target = to === undefined ? undefined : organisations.get(to);
  const choices = [...organisations.values()]
    .filter((one) => canOwn(one) && one.id !== incident.org && [one.name, one.nameEn, one.id].join(' ').toLowerCase().includes(text.trim().toLowerCase()))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, 40)
    .map((one) => ({ key: one.id, label: nameOf(one), aside: t(`common.orgKind.${one.kind}`) }));
  const give = (): void => {
    if (to !== undefined) onGiven(send('incident.transfer', { incidentId: incident.id, to, reason: reason.trim() }).id);
  };
  const title = t('ties.transfer.title');
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={to !== undefined && reason.trim() !== ''} onSubmit={give} onCancel={onCancel}>
      <div className="inc-field">
        <span>
          {t('ties.transfer.to')} <b aria-hidden>*</b>
        </span>
        <Combobox
          label={t('ties.transfer.to')}
          eager
          value={target ? nameOf(target) : text}
          choices={choices}
          placeholder={t('ties.transfer.toHint')}
          onText={(typed) => {
            setText(typed);
            setTo(undefined);
          }}
          onPick={setTo}
        />
      </div>
      <ReasonField label={t('ties.reason')} hint={t('ties.transfer.reasonHint')} value={reason} onChange={setReason} />
      <p className="fh-field-hint">{t('ties.transfer.hint')}</p>
    </OrderDialog>
  );
}

/** An order that needs a reason and nothing else. */
export function ReasonDialog({ incident, type, onGiven, onCancel }: TieDialogProps & { type: 'escalate' | 'unlink' }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const order = { incidentId: incident.id, reason: reason.trim() };
  const give = (): void => onGiven((type === 'escalate' ? send('incident.escalate', order) : send('incident.unlink', order)).id);
  const title = t(`ties.${type}.title`);
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={reason.trim() !== ''} onSubmit={give} onCancel={onCancel}>
      <ReasonField label={t('ties.reason')} hint={t(`ties.${type}.reasonHint`)} value={reason} first onChange={setReason} />
      <p className="fh-field-hint">{t(`ties.${type}.hint`)}</p>
    </OrderDialog>
  );
}
