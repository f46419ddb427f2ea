import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Report } from '#shared/report/state.ts';
import { kindWord } from '#shared/report/wording.ts';
import { compared } from './report-draft.ts';

/** What the last report said, with what is no longer said struck through, and what is new in this one. */
export function Before({ last, text }: { last: Report | undefined; text: string }) {
  const { t } = useTranslation();
  if (!last) return <p className="rep-before rep-quiet">{t('report.before.none')}</p>;
  const { last: before, fresh } = compared(last.text, text);
  return (
    <section className="rep-before" aria-label={t('report.before.title')}>
      <h3>
        {t('report.before.title')} · <span lang="zh-CN">{kindWord(last.kind, last.ordinal, last.typeCode)}</span>{' '}
        <time>{formatTime(last.sentAt ?? last.draftedAt, languageNow(), serverNow())}</time>
      </h3>
      <div lang="zh-CN" tabIndex={0}>
        {before.map(({ text: sentence, kept }, i) => (kept ? <span key={i}>{sentence}</span> : <del key={i}>{sentence}</del>))}
        {fresh.length > 0 && <h4>{t('report.before.fresh')}</h4>}
        {fresh.map((sentence, i) => (
          <ins key={i}>{sentence}</ins>
        ))}
      </div>
    </section>
  );
}
