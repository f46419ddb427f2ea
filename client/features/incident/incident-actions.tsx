import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayClose, mayRestrict } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { AssessDialog } from './assess-dialog.tsx';
import { assessReason } from './assess-reason.ts';
import { CloseDialog } from './close-dialog.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { RestrictDialog } from './restrict-dialog.tsx';
import { SeverityHint } from './severity-hint.tsx';

/** What can be done now; what can't says why. */
export function IncidentActions({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'assess' | 'adopt' | 'close' | 'restrict'>();
  const [orders, setOrders] = useState<{ assess?: string; close?: string; restrict?: string }>({});
  const closed = incident.status === 'closed' ? 'incident.why.closed' : undefined;
  const whyNotAssess = closed ?? assessReason(actor, incident);
  const whyNotClose = closed ?? (mayClose(actor) ? undefined : 'incident.why.notCloser');
  const whyNotRestrict = mayRestrict(actor, incident) ? undefined : 'record.restrict.notYours';
  const give = (which: 'assess' | 'close' | 'restrict') => (id: string) => {
    setOrders({ ...orders, [which]: id });
    setDialog(undefined);
  };
  return (
    <>
      <SeverityHint incident={incident} onUse={whyNotAssess === undefined ? () => setDialog('adopt') : undefined} />
      <div className="inc-actions">
        <Action
          label={t(actor.role.endsWith('leader') ? 'incident.assess.set' : 'incident.assess.propose')}
          why={whyNotAssess}
          order={orders.assess}
          onClick={() => setDialog('assess')}
        />
        <Action label={t('incident.close.title')} why={whyNotClose} order={orders.close} onClick={() => setDialog('close')} />
        <Action
          label={t(incident.sensitive ? 'record.restrict.change' : 'record.restrict.title')}
          why={whyNotRestrict}
          order={orders.restrict}
          onClick={() => setDialog('restrict')}
        />
        {(dialog === 'assess' || dialog === 'adopt') && (
          <AssessDialog incident={incident} actor={actor} proposed={dialog === 'adopt'} onGiven={give('assess')} onCancel={() => setDialog(undefined)} />
        )}
        {dialog === 'close' && <CloseDialog incident={incident} onGiven={give('close')} onCancel={() => setDialog(undefined)} />}
        {dialog === 'restrict' && <RestrictDialog incident={incident} actor={actor} onGiven={give('restrict')} onCancel={() => setDialog(undefined)} />}
      </div>
    </>
  );
}

function Action({ label, why, order, onClick }: { label: string; why: string | undefined; order: string | undefined; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <button type="button" className="fh-button" disabled={why !== undefined} title={why && t(why)} onClick={onClick}>
        {label}
      </button>
      {why ? <small>{t(why)}</small> : <OrderState id={order} />}
    </div>
  );
}
