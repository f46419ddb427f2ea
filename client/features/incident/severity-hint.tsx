import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { hasSeverity } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { mayReport } from '#shared/report/policy.ts';
import { isLeader, type Actor } from '#shared/seat.ts';
import { gradeOf, type Proposal } from '#plans/severity.ts';
import { firedText, sourceOfProposal } from './severity-words.ts';
import { useLadders } from './use-ladders.ts';

/** The grade that the figures of an incident reach by the ladders. */
export function useGrade({ typeCode, casualties, losses }: Incident): Proposal | null {
  const ladders = useLadders();
  return gradeOf(typeCode, { ...casualties, ...losses }, ladders);
}

interface SeverityHintProps {
  incident: Incident;
  actor: Actor;
  onUse: (() => void) | undefined;
}

/** A quiet word on what the figures reach, while the level that was given is not as grave. A person sets it. */
export function SeverityHint({ incident, actor, onUse }: SeverityHintProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<string>();
  const grade = useGrade(incident);
  // What has no level is graded by its own guideline, and the deadlines of its regime follow from that.
  const given = incident.severity?.value ?? incident.circumstances?.grade ?? null;
  if (!grade || incident.status === 'closed' || (given !== null && given <= grade.value)) return null;
  const graded = hasSeverity(incident.typeCode);
  return (
    <aside className="inc-severity-hint" role="note" aria-label={t('record.severity.title')}>
      <span>
        {t(graded ? 'record.severity.title' : 'record.severity.guideline')} <LevelMark level={grade.value} size={14} />
      </span>
      {graded && onUse && (
        <button type="button" className="inc-link" onClick={onUse}>
          {t('record.severity.use')}
        </button>
      )}
      {!graded && (mayReport(actor) || isLeader(actor)) && (
        <button type="button" className="inc-link" onClick={() => setOrder(send('report.find', { incidentId: incident.id, grade: grade.value }).id)}>
          {t('record.severity.grade')}
        </button>
      )}
      <OrderState id={order} />
      <small>
        {firedText(grade, t)}
        <br />
        <i title={grade.fired.ladder.source}>{sourceOfProposal(grade, t)}</i>
      </small>
    </aside>
  );
}
