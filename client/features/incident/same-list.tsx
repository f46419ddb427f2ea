import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Likeness } from '#shared/incident/similar.ts';
import { sameReasons } from './same-reasons.ts';
import { useWords } from './use-words.ts';

interface SameListProps {
  same: readonly Likeness[];
  /** Offered where one may say that it is. */
  onMerge?: ((id: string) => void) | undefined;
}

/** Incidents that may be the same, and why. A person says whether they are. */
export function SameList({ same, onMerge }: SameListProps) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <ul className="tie-list">
      {same.map((likeness) => {
        const { id, title, number } = likeness.incident;
        return (
          <li key={id}>
            <Link to={`/?incident=${id}`}>{title}</Link> <small>{number}</small>
            <small>{sameReasons(likeness, words)}</small>
            {onMerge && (
              <button type="button" className="inc-link" onClick={() => onMerge(id)}>
                {t('ties.merge.into')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
