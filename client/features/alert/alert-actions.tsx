import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { needsTwo } from '#shared/alert/hazards.ts';
import { gravestOf, mayApprove, mayCancel, mayEdit, mayIssue, missingOf } from '#shared/alert/policy.ts';
import type { Alert } from '#shared/alert/state.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useAlertWords } from './use-alert-words.ts';
import { AlertForm } from './alert-form.tsx';

type Ask = 'return' | 'breakGlass' | 'cancel';

/** What this seat may do with an alert next; what it may not says why. */
export function AlertActions({ alert, actor }: { alert: Alert; actor: Actor }) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const [order, setOrder] = useState<string>();
  const [open, setOpen] = useState<Ask | 'edit' | 'confirm'>();
  const { id: alertId, draft, approval, issued, status } = alert;
  const two = needsTwo(gravestOf(alert, draft));
  const authors = draft?.authors ?? (issued ? [issued.by] : []);
  const mine = authors.some(({ id }) => id === actor.id);
  const missing = draft ? missingOf(draft.content).map(({ path }) => path) : [];
  const ratifies = !draft && issued?.breakGlass !== undefined && issued.approvedBy === undefined;
  const revision = draft?.revision ?? alert.log.findLast((step) => step.kind === 'issued')?.revision ?? 1;
  const valid = approval !== undefined && draft !== undefined && approval.revision === draft.revision && Date.parse(approval.until ?? '9999') >= serverNow();
  const approve = (): void => (two || ratifies ? setOpen('confirm') : setOrder(send('alert.approve', { alertId, revision }).id));
  const whyNotApprove =
    missing.length > 0 ? t('alert.missing', { fields: fieldWords(missing, t) }) : two && mine ? t('common.refusal.alert.same-person') : undefined;
  const live = status === 'draft' || status === 'approved' || status === 'issued';
  return (
    <div className="warn-actions">
      {draft && missing.length > 0 && <p className="fh-field-error">{t('alert.missing', { fields: fieldWords(missing, t) })}</p>}
      {draft && valid && approval && (
        <p>
          {t('alert.approvedBy', { name: approval.by.name, at: words.time(approval.at) })}
          {approval.until !== undefined && `，${t('alert.until', { at: words.time(approval.until) })}`}
        </p>
      )}
      {draft && !valid && <p>{t('alert.waits', { revision: draft.revision })}</p>}
      <div>
        {live && mayEdit(actor, alert) && <Do onClick={() => setOpen('edit')}>{t(status === 'issued' ? 'alert.do.update' : 'alert.do.edit')}</Do>}
        {((draft && !valid) || ratifies) && isLeader(actor) && mayApprove(actor, alert) && (
          <Do primary why={whyNotApprove} onClick={approve}>
            {t(ratifies ? 'alert.do.ratify' : 'alert.do.approve')}
          </Do>
        )}
        {draft && mayApprove(actor, alert) && <Do onClick={() => setOpen('return')}>{t('alert.do.return')}</Do>}
        {draft && mayIssue(actor, alert) && (
          <Do primary why={valid ? undefined : t('alert.why.offline')} onClick={() => setOrder(send('alert.issue', { alertId, revision }).id)}>
            {t('alert.do.issue')}
          </Do>
        )}
        {draft && !valid && two && missing.length === 0 && mayIssue(actor, alert) && <Do onClick={() => setOpen('breakGlass')}>{t('alert.do.breakGlass')}</Do>}
        {status === 'issued' && mayCancel(actor, alert) && <Do onClick={() => setOpen('cancel')}>{t('alert.do.cancel')}</Do>}
        <OrderState id={order} />
      </div>
      {two && draft && <small>{t('alert.hint.two')}</small>}
      {open === 'edit' && <AlertForm actor={actor} exercise={alert.exercise} alert={alert} onClose={() => setOpen(undefined)} />}
      {open === 'confirm' && (
        <ConfirmDialog
          onClose={() => setOpen(undefined)}
          onConfirmed={() => {
            setOpen(undefined);
            setOrder(send('alert.approve', { alertId, revision }).id);
          }}
        />
      )}
      {(open === 'return' || open === 'breakGlass' || open === 'cancel') && (
        <Reason
          title={t(`alert.do.${open}`)}
          onClose={() => setOpen(undefined)}
          onGive={(reason) => {
            setOpen(undefined);
            if (open === 'return') setOrder(send('alert.return', { alertId, revision, reason }).id);
            else if (open === 'cancel') setOrder(send('alert.cancel', { alertId, reason }).id);
            else setOrder(send('alert.issue', { alertId, revision, breakGlass: reason }).id);
          }}
        />
      )}
    </div>
  );
}

/** `issuer.signal` is said as the signal, `issuer` as the issuer. */
function fieldWords(paths: readonly string[], t: (key: string) => string): string {
  const named: Record<string, string> = { issuer: 'issuerName', 'issuer.kind': 'issuerKind', 'issuer.signal': 'signal' };
  return paths.map((path) => t(`alert.field.${named[path] ?? path}`)).join('、');
}

interface DoProps {
  primary?: boolean;
  why?: string | undefined;
  onClick: () => void;
  children: ReactNode;
}

function Do({ primary = false, why, onClick, children }: DoProps) {
  return (
    <button type="button" className={primary ? 'fh-button fh-button-primary' : 'fh-button'} disabled={why !== undefined} title={why} onClick={onClick}>
      {children}
    </button>
  );
}

function Reason({ title, onClose, onGive }: { title: string; onClose: () => void; onGive: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={() => onGive(reason.trim())}>
          {title}
        </button>
      }
    >
      <Field
        label={t('alert.field.reason')}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => ready && event.key === 'Enter' && !event.nativeEvent.isComposing && onGive(reason.trim())}
      />
    </Dialog>
  );
}
