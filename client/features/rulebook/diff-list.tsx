import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import type { Row } from '#shared/rulebook/tables.ts';
import { changesOf } from './diff.ts';
import { valueText } from './value-text.ts';

interface DiffListProps {
  before: readonly Row[];
  after: readonly Row[];
  /** A row can be taken out again. */
  drop?: { label: string; run: (id: string) => void };
}

/** Each row that is changed, field by field: what it was, struck through, and what it is to be. */
export function DiffList({ before, after, drop }: DiffListProps) {
  const { t } = useTranslation();
  const language = languageNow();
  return (
    <ul className="rul-diff">
      {after.map((row) => {
        const old = before.find(({ id }) => id === row.id);
        return (
          <li key={row.id}>
            <header>
              <b className="fh-mono">{row.id}</b>
              {'zh' in row && <span>{language === 'en' ? row.en : row.zh}</span>}
              {!old && <em>{t('rulebook.isNew')}</em>}
              {drop && (
                <Button size="small" type="text" onClick={() => drop.run(row.id)}>
                  {drop.label}
                </Button>
              )}
            </header>
            <dl>
              {changesOf(old, row).map(({ field, from, to }) => (
                <div key={field}>
                  <dt>{t(`rulebook.field.${field}`)}</dt>
                  <dd>
                    {from !== undefined && <del>{valueText(field, from, row, t, language)}</del>}{' '}
                    {to === undefined ? <i>{t('rulebook.removed')}</i> : <ins>{valueText(field, to, row, t, language)}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
