import { useTranslation } from 'react-i18next';
import { LevelMark } from '#client/ui/level-mark.tsx';
import { hasSeverity } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { gradeOf, type Proposal } from '#plans/severity.ts';
import { firedText, sourceOfProposal } from './severity-words.ts';
import { useLadders } from './use-ladders.ts';

/** The grade that the figures of an incident reach by the ladders. */
export function useGrade({ typeCode, casualties, losses }: Incident): Proposal | null {
  const ladders = useLadders();
  return gradeOf(typeCode, { ...casualties, ...losses }, ladders);
}

/** A quiet word on what the figures reach, while the level that was given is not as grave. A person sets it. */
export function SeverityHint({ incident, onUse }: { incident: Incident; onUse: (() => void) | undefined }) {
  const { t } = useTranslation();
  const grade = useGrade(incident);
  const given = incident.severity?.value ?? null;
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
      <small>
        {firedText(grade, t)}
        <br />
        <i title={grade.fired.ladder.source}>{sourceOfProposal(grade, t)}</i>
      </small>
    </aside>
  );
}
