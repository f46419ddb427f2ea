import { useTranslation } from 'react-i18next';
import type { AlertContent } from '#shared/alert/orders.ts';
import { useAlertWords } from './use-alert-words.ts';

interface AlertTextProps {
  content: AlertContent;
  /** What is in force, where this is to replace it: what differs is marked. */
  before?: AlertContent;
  issuedAt?: string;
}

/** The elements that law asks for, in the order in which they are read. */
export function AlertText({ content, before, issuedAt }: AlertTextProps) {
  const { t } = useTranslation();
  const words = useAlertWords();
  const rows = (of: AlertContent): Record<string, string> => ({
    colour: `${t(`alert.colour.${of.colour}`)}（${t(`alert.level.${of.colour}`)}）`,
    startAt: of.startAt === undefined ? '' : words.time(of.startAt),
    expectedEnd: of.expectedEnd === undefined ? '' : words.time(of.expectedEnd),
    scope: words.scope(of),
    cautions: of.cautions ?? '',
    measures: (of.measures ?? []).map(({ art, text, owner }) => [art, text, owner && `（${owner}）`].filter(Boolean).join(' ')).join('\n'),
    issuerName: [of.issuer?.name, of.issuer?.signal].filter(Boolean).join(' '),
    notify: (of.notify ?? []).map(words.org).join('、'),
    englishCautions: of.english?.cautions ?? '',
    englishMeasures: of.english?.measures ?? '',
  });
  const [now, was] = [rows(content), before && rows(before)];
  return (
    <dl className="warn-text">
      {Object.entries(now)
        .filter(([key, value]) => value !== '' || (was?.[key] ?? '') !== '')
        .map(([key, value]) => (
          <div key={key} data-changed={was !== undefined && was[key] !== value}>
            <dt>{t(`alert.field.${key}`)}</dt>
            <dd>
              {was !== undefined && was[key] !== value && was[key] !== '' && <del>{was[key]}</del>}
              {value !== '' && (was !== undefined && was[key] !== value ? <ins>{value}</ins> : value)}
            </dd>
          </div>
        ))}
      {issuedAt !== undefined && (
        <div>
          <dt>{t('alert.field.issuedAt')}</dt>
          <dd>{words.time(issuedAt)}</dd>
        </div>
      )}
    </dl>
  );
}
