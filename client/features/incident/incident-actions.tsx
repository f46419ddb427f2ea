import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayClose, mayRestrict } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { AssessDialog } from './assess-dialog.tsx';
import { assessReason } from './assess-reason.ts';
import { CloseDialog } from './close-dialog.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { useCommand } from '#client/ui/shortcuts.ts';
import { RestrictDialog } from './restrict-dialog.tsx';
import { SeverityHint } from './severity-hint.tsx';

interface IncidentActionsProps {
  incident: Incident;
  actor: Actor;
  /** Behind another tab it is not seen; its keys and commands work all the same and bring it forward. */
  shown: boolean;
  onNeeded: () => void;
}

/** What can be done now; what can't says why. */
export function IncidentActions({ incident, actor, shown, onNeeded }: IncidentActionsProps) {
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
  const ask = (which: 'assess' | 'close' | 'restrict') => (): void => {
    onNeeded();
    setDialog(which);
  };
  return (
    <div className="inc-acts" hidden={!shown}>
      <SeverityHint incident={incident} onUse={whyNotAssess === undefined ? () => setDialog('adopt') : undefined} actor={actor} />
      <div className="inc-actions">
        <Action
          command={actor.role.endsWith('leader') ? 'incident.assess.set' : 'incident.assess.propose'}
          keyOf="a"
          why={whyNotAssess}
          order={orders.assess}
          onClick={ask('assess')}
        />
        <Action command="incident.close.title" keyOf="k" why={whyNotClose} order={orders.close} onClick={ask('close')} />
        <Action
          command={incident.sensitive ? 'record.restrict.change' : 'record.restrict.title'}
          why={whyNotRestrict}
          order={orders.restrict}
          onClick={ask('restrict')}
        />
        {(dialog === 'assess' || dialog === 'adopt') && (
          <AssessDialog incident={incident} actor={actor} proposed={dialog === 'adopt'} onGiven={give('assess')} onCancel={() => setDialog(undefined)} />
        )}
        {dialog === 'close' && <CloseDialog incident={incident} actor={actor} onGiven={give('close')} onCancel={() => setDialog(undefined)} />}
        {dialog === 'restrict' && <RestrictDialog incident={incident} actor={actor} onGiven={give('restrict')} onCancel={() => setDialog(undefined)} />}
      </div>
    </div>
  );
}

interface ActionProps {
  /** Translation key of what it does. */
  command: string;
  keyOf?: string;
  why: string | undefined;
  order: string | undefined;
  onClick: () => void;
}

function Action({ command, keyOf, why, order, onClick }: ActionProps) {
  const { t } = useTranslation();
  useCommand({ labelKey: command, key: keyOf, why }, onClick);
  return (
    <div>
      <button type="button" className="fh-button" disabled={why !== undefined} title={why && t(why)} onClick={onClick}>
        {t(command)}
        {keyOf !== undefined && <kbd>{keyOf.toUpperCase()}</kbd>}
      </button>
      {why ? <small>{t(why)}</small> : <OrderState id={order} />}
    </div>
  );
}
