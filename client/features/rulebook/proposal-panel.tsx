import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { send } from '#client/store/outbox.ts';
import { useAuthor } from '#client/ui/names.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import type { Actor } from '#shared/seat.ts';
import { mayDecide } from '#shared/rulebook/policy.ts';
import type { Proposal } from '#shared/rulebook/state.ts';
import type { Row, TableId } from '#shared/rulebook/tables.ts';
import { DiffList } from './diff-list.tsx';

interface ProposalPanelProps {
  table: TableId;
  rows: readonly Row[];
  proposal: Proposal;
  actor: Actor;
}

/** A change that waits: what it changes, why, and who proposed it. Another person decides. */
export function ProposalPanel({ table, rows, proposal, actor }: ProposalPanelProps) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<string>();
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const who = useAuthor(proposal.by);
  const { version } = proposal;
  const own = proposal.by.id === actor.id;
  const decides = mayDecide(actor, { proposal });
  const reject = (): void => {
    setGiven(send('rulebook.reject', { rulebookId: table, version, reason: reason.trim() }).id);
    setRejecting(false);
  };
  return (
    <section className="rul-proposal" aria-label={t('rulebook.proposal.title')}>
      <header>
        <h2>{t('rulebook.proposal.title')}</h2>
        <span>
          {who.name} {who.seat && `· ${who.seat} `}· {formatTime(proposal.at, languageNow())}
        </span>
      </header>
      <p>{t('rulebook.proposal.reason', { reason: proposal.reason })}</p>
      <DiffList before={rows} after={proposal.rows} />
      <footer>
        {decides && (
          <Button type="primary" onClick={() => setGiven(send('rulebook.approve', { rulebookId: table, version }).id)}>
            {t('rulebook.proposal.approve')}
          </Button>
        )}
        {(decides || own) && <Button onClick={() => setRejecting(true)}>{t(own ? 'rulebook.proposal.withdraw' : 'rulebook.proposal.reject')}</Button>}
        {!decides && <span className="fh-field-hint">{t('rulebook.proposal.another')}</span>}
        <OrderState id={given} />
      </footer>
      <Modal
        open={rejecting}
        title={t(own ? 'rulebook.proposal.withdraw' : 'rulebook.proposal.reject')}
        okText={t(own ? 'rulebook.proposal.withdraw' : 'rulebook.proposal.reject')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        onOk={reject}
        onCancel={() => setRejecting(false)}
      >
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={reason}
          placeholder={t('rulebook.reason')}
          aria-label={t('rulebook.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </section>
  );
}
