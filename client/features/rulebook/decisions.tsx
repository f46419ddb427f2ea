import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Decision } from '#shared/rulebook/state.ts';
import type { TableId } from '#shared/rulebook/tables.ts';
import { DiffList } from './diff-list.tsx';

/** What was decided, the latest first: nothing of it can be taken back, only changed anew. */
export function Decisions({ table, decisions }: { table: TableId; decisions: readonly Decision[] }) {
  const { t } = useTranslation();
  if (decisions.length === 0) return null;
  return (
    <section className="rul-decisions" aria-label={t('rulebook.history')}>
      <h2>{t('rulebook.history')}</h2>
      {decisions.map((decision) => (
        <One key={`${table}${decision.decidedAt}`} decision={decision} />
      ))}
    </section>
  );
}

function One({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const [proposer, decider] = [useAuthor(decision.by), useAuthor(decision.decidedBy)];
  const rejected = decision.rejectedFor !== undefined;
  return (
    <details>
      <summary>
        <b data-no={rejected}>{t(rejected ? 'rulebook.rejected' : 'rulebook.approved')}</b>
        <span>{formatTime(decision.decidedAt, languageNow())}</span>
        <span>{t('rulebook.between', { proposer: proposer.name, decider: decider.name })}</span>
        <span className="rul-why">{decision.reason}</span>
      </summary>
      {rejected && <p>{t('rulebook.rejectedFor', { reason: decision.rejectedFor })}</p>}
      <DiffList before={decision.before} after={decision.rows} />
    </details>
  );
}
