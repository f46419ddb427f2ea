import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { hasLeaderSeat, mayAcknowledge, mayApprove, mayReport, mayRevise, maySend, maySubmit } from '#shared/report/policy.ts';
import type { Report } from '#shared/report/state.ts';
import type { Actor } from '#shared/seat.ts';
import { AskDialog } from './ask-dialog.tsx';

interface ReportActionsProps {
  report: Report;
  actor: Actor;
  onEdit: () => void;
  onCorrect: () => void;
  onOutputs: () => void;
}

type Asking = 'return' | 'approvedPost' | 'post';

/** What this seat may do with a report now; what waits for somebody else says for whom. */
export function ReportActions({ report, actor, onEdit, onCorrect, onOutputs }: ReportActionsProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const reportId = report.id;
  const out = report.status === 'sent' || report.status === 'acknowledged';
  const sends = maySend(actor, report);
  const answered = (text: string): void => {
    if (asking === 'return') setOrder(send('report.return', { reportId, reason: text }).id);
    else if (asking === 'approvedPost') setOrder(send('report.send', { reportId, approvedPost: text }).id);
    else setOrder(send('report.acknowledge', { reportId, post: text }).id);
    setAsking(undefined);
  };
  const actions: { key: string; may: boolean; primary?: boolean; run: () => void }[] = [
    { key: 'approve', may: mayApprove(actor, report), primary: true, run: () => setOrder(send('report.approve', { reportId, rev: report.rev }).id) },
    { key: 'return', may: mayApprove(actor, report), run: () => setAsking('return') },
    {
      key: 'submit',
      may: maySubmit(actor, report) && hasLeaderSeat(report.from.level),
      primary: true,
      run: () => setOrder(send('report.submit', { reportId }).id),
    },
    {
      key: 'send',
      may: sends,
      primary: true,
      run: () => (report.status === 'approved' ? setOrder(send('report.send', { reportId }).id) : setAsking('approvedPost')),
    },
    {
      key: 'acknowledge',
      may: mayAcknowledge(actor, report),
      primary: true,
      run: () => (report.to.org === undefined ? setAsking('post') : setOrder(send('report.acknowledge', { reportId }).id)),
    },
    { key: 'edit', may: mayRevise(actor, report), run: onEdit },
    { key: 'correct', may: out && report.channel === 'written' && mayReport(actor) && actor.org === report.from.org, run: onCorrect },
  ];
  const may = actions.filter((action) => action.may);
  return (
    <div className="rep-actions">
      {may.map(({ key, primary, run }) => (
        <button key={key} type="button" className={primary ? 'fh-button fh-button-primary' : 'fh-button'} onClick={run}>
          {t(`report.action.${key}`)}
        </button>
      ))}
      <button type="button" className="fh-button fh-button-plain" onClick={onOutputs}>
        {t('report.action.outputs')}
      </button>
      <OrderState id={order} />
      {!may.some(({ primary }) => primary) && !(report.channel === 'phone') && report.status !== 'acknowledged' && (
        <small className="rep-quiet">{t(`report.waits.${report.status === 'sent' && report.to.org === undefined ? 'sentOutside' : report.status}`)}</small>
      )}
      {asking && <AskDialog what={asking} onAnswer={answered} onClose={() => setAsking(undefined)} />}
    </div>
  );
}
