import { useTranslation } from 'react-i18next';
import type { Row } from '#shared/rulebook/tables.ts';

/** Where a row comes from and how sure we are of it. Only an article that was read is called law. */
export function SourceCell({ row: { tag, source } }: { row: Pick<Row, 'tag' | 'source'> }) {
  const { t } = useTranslation();
  return (
    <span className="rul-source">
      <abbr title={t(`rulebook.tagHint.${tag}`)} data-tag={tag}>
        {t(`rulebook.tag.${tag}`)}
      </abbr>
      <small>{source}</small>
    </span>
  );
}
