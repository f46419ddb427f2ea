import './ties.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderState } from '#client/ui/order-state.tsx';
import { mayTie, mayTransfer, maySkipLevel } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { FamilySection } from './family-section.tsx';
import { MergedEntries } from './merged-entries.tsx';
import { ReceivedSection } from './received-section.tsx';
import { SameList } from './same-list.tsx';
import { SourcesSection } from './sources-section.tsx';
import { LinkDialog, MergeDialog, ReasonDialog, TransferDialog } from './tie-dialogs.tsx';
import { useSame } from './use-same.ts';

type Open = { kind: 'merge'; into?: string } | { kind: 'link' | 'transfer' | 'escalate' | 'unlink' };

/** What ties this incident to others and to who answers for it. */
export function TiesPanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const [order, setOrder] = useState<string>();
  const same = useSame(incident);
  const isOpen = incident.status === 'open';
  const tie = isOpen && mayTie(actor);
  const dialog = {
    incident,
    onCancel: () => setOpen(undefined),
    onGiven: (id: string) => {
      setOrder(id);
      setOpen(undefined);
    },
  };
  return (
    <div className="tie-panel">
      <div className="tie-actions">
        {tie && <Do label={t('ties.merge.title')} onClick={() => setOpen({ kind: 'merge' })} />}
        {tie && incident.parentId === undefined && <Do label={t('ties.link.title')} onClick={() => setOpen({ kind: 'link' })} />}
        {tie && incident.parentId !== undefined && <Do label={t('ties.unlink.title')} onClick={() => setOpen({ kind: 'unlink' })} />}
        {isOpen && mayTransfer(actor, incident) && <Do label={t('ties.transfer.title')} onClick={() => setOpen({ kind: 'transfer' })} />}
        {isOpen && maySkipLevel(actor) && !incident.skipLevel && <Do label={t('ties.escalate.title')} onClick={() => setOpen({ kind: 'escalate' })} />}
        <OrderState id={order} />
      </div>
      <ReceivedSection incident={incident} />
      <FamilySection incident={incident} />
      {same.length > 0 && (
        <section aria-label={t('ties.same.title')}>
          <h3>{t('ties.same.title')}</h3>
          <SameList same={same} onMerge={tie ? (into) => setOpen({ kind: 'merge', into }) : undefined} />
        </section>
      )}
      <SourcesSection incident={incident} />
      <MergedEntries incident={incident} />
      {open?.kind === 'merge' && <MergeDialog {...dialog} into={open.into} />}
      {open?.kind === 'link' && <LinkDialog {...dialog} />}
      {open?.kind === 'transfer' && <TransferDialog {...dialog} />}
      {(open?.kind === 'escalate' || open?.kind === 'unlink') && <ReasonDialog {...dialog} type={open.kind} />}
    </div>
  );
}

function Do({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="fh-button" onClick={onClick}>
      {label}
    </button>
  );
}
