import './ties.css';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { Notice } from '#client/ui/notice.tsx';
import { mayOverride } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { ObligationList } from './obligation-list.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import { useObligations } from './use-obligations.ts';

interface CloseDialogProps {
  incident: Incident;
  actor: Actor;
  onGiven: (orderId: string) => void;
  onCancel: () => void;
}

/** Ends an incident. What is still owed stands in the way, with links to it; a leader may close it all the same and says why. */
export function CloseDialog({ incident, actor, onGiven, onCancel }: CloseDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`close.${incident.id}`, { reason: '', override: '' });
  const { reason, override } = draft.value;
  const open = useObligations(incident);
  const owing = open.length > 0;
  const may = mayOverride(actor);
  const ready = reason.trim() !== '' && (!owing || (may && override.trim() !== ''));
  const order = { incidentId: incident.id, reason: reason.trim(), ...(owing && may ? { override: override.trim() } : {}) };
  const give = (): void => {
    const { id } = send('incident.close', order);
    draft.given(id);
    onGiven(id);
  };
  const title = t('incident.close.title');
  return (
    <OrderDialog title={title} subject={incident} submit={title} ready={ready} draft={draft} onSubmit={give} onCancel={onCancel}>
      {owing && (
        <div className="tie-open">
          <Notice tone="no">{t(may ? 'ties.close.openLeader' : 'ties.close.open', { count: open.length })}</Notice>
          <ObligationList incidentId={incident.id} open={open} onGo={onCancel} />
        </div>
      )}
      <ReasonField
        label={t('incident.close.reason')}
        hint={t('incident.close.reasonHint')}
        value={reason}
        first
        onChange={(said) => draft.change({ reason: said })}
      />
      {owing && may && (
        <ReasonField
          label={t('ties.close.override')}
          hint={t('ties.close.overrideHint')}
          value={override}
          onChange={(said) => draft.change({ override: said })}
        />
      )}
      <p className="fh-field-hint">{t('incident.close.hint')}</p>
    </OrderDialog>
  );
}
