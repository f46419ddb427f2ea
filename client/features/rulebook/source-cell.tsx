import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import type { Row } from '#shared/rulebook/tables.ts';

/** Where a row comes from and how sure we are of it. Only an article that was read is called law. */
export function SourceCell({ row: { tag, source, sourceEn } }: { row: Pick<Row, 'tag' | 'source' | 'sourceEn'> }) {
  const { t } = useTranslation();
  const english = languageNow() === 'en';
  return (
    <span className="rul-source">
      <abbr title={t(`rulebook.tagHint.${tag}`)} data-tag={tag}>
        {t(`rulebook.tag.${tag}`)}
      </abbr>
      {/* The Chinese source is the one that counts: it is a pointer away. */}
      <small title={sourceEn && english ? source : undefined}>{english ? (sourceEn ?? source) : source}</small>
    </span>
  );
}
