import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useDraft } from '#client/store/draft.ts';
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
  const draft = useDraft<{ picked?: string | undefined; reason: string }>(`merge.${incident.id}.${into ?? ''}`, { picked: into, reason: '' });
  const { picked, reason } = draft.value;
  const give = (): void => {
    if (picked === undefined) return;
    const { id } = send('incident.merge', { incidentId: incident.id, intoIncidentId: picked, reason: reason.trim() });
    draft.given(id);
    onGiven(id);
  };
  const title = t('ties.merge.title');
  return (
    <OrderDialog
      title={title}
      subject={incident}
      submit={title}
      ready={picked !== undefined && reason.trim() !== ''}
      draft={draft}
      onSubmit={give}
      onCancel={onCancel}
    >
      <IncidentPicker incident={incident} label={t('ties.merge.which')} picked={picked} onPick={(one) => draft.change({ picked: one })} />
      <ReasonField
        label={t('ties.reason')}
        hint={t('ties.merge.reasonHint')}
        value={reason}
        first={into !== undefined}
        onChange={(said) => draft.change({ reason: said })}
      />
      <p className="fh-field-hint">{t('ties.merge.hint')}</p>
    </OrderDialog>
  );
}

/** Makes this incident a part of another one. */
export function LinkDialog({ incident, onGiven, onCancel }: TieDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft<{ picked?: string | undefined }>(`link.${incident.id}`, {});
  const { picked } = draft.value;
  const give = (): void => {
    if (picked === undefined) return;
    const { id } = send('incident.link', { incidentId: incident.id, parentIncidentId: picked });
    draft.given(id);
    onGiven(id);
  };
  const title = t('ties.link.title');
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={picked !== undefined} draft={draft} onSubmit={give} onCancel={onCancel}>
      <IncidentPicker incident={incident} label={t('ties.link.which')} picked={picked} onPick={(one) => draft.change({ picked: one })} />
      <p className="fh-field-hint">{t('ties.link.hint')}</p>
    </OrderDialog>
  );
}

/** Hands the incident on to whoever is to answer for it. */
export function TransferDialog({ incident, onGiven, onCancel }: TieDialogProps) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const draft = useDraft<{ text: string; to?: string | undefined; reason: string }>(`transfer.${incident.id}`, { text: '', reason: '' });
  const { text, to, reason } = draft.value;
  const nameOf = (one: { name: string; nameEn: string }): string => (languageNow() === 'en' ? one.nameEn : one.name);
  const target = to === undefined ? undefined : organisations.get(to);
  const choices = [...organisations.values()]
    .filter((one) => canOwn(one) && one.id !== incident.org && [one.name, one.nameEn, one.id].join(' ').toLowerCase().includes(text.trim().toLowerCase()))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, 40)
    .map((one) => ({ key: one.id, label: nameOf(one), aside: t(`common.orgKind.${one.kind}`) }));
  const give = (): void => {
    if (to === undefined) return;
    const { id } = send('incident.transfer', { incidentId: incident.id, to, reason: reason.trim() });
    draft.given(id);
    onGiven(id);
  };
  const title = t('ties.transfer.title');
  return (
    <OrderDialog
      title={title}
      subject={incident}
      submit={title}
      ready={to !== undefined && reason.trim() !== ''}
      draft={draft}
      onSubmit={give}
      onCancel={onCancel}
    >
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
          onText={(typed) => draft.change({ text: typed, to: undefined })}
          onPick={(picked) => draft.change({ to: picked })}
        />
      </div>
      <ReasonField label={t('ties.reason')} hint={t('ties.transfer.reasonHint')} value={reason} onChange={(said) => draft.change({ reason: said })} />
      <p className="fh-field-hint">{t('ties.transfer.hint')}</p>
    </OrderDialog>
  );
}

/** An order that needs a reason and nothing else. */
export function ReasonDialog({ incident, type, onGiven, onCancel }: TieDialogProps & { type: 'escalate' | 'unlink' }) {
  const { t } = useTranslation();
  const draft = useDraft(`${type}.${incident.id}`, { reason: '' });
  const { reason } = draft.value;
  const order = { incidentId: incident.id, reason: reason.trim() };
  const give = (): void => {
    const { id } = type === 'escalate' ? send('incident.escalate', order) : send('incident.unlink', order);
    draft.given(id);
    onGiven(id);
  };
  const title = t(`ties.${type}.title`);
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={reason.trim() !== ''} draft={draft} onSubmit={give} onCancel={onCancel}>
      <ReasonField label={t('ties.reason')} hint={t(`ties.${type}.reasonHint`)} value={reason} first onChange={(said) => draft.change({ reason: said })} />
      <p className="fh-field-hint">{t(`ties.${type}.hint`)}</p>
    </OrderDialog>
  );
}
