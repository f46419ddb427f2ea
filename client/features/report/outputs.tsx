import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/dialog.tsx';
import { phoneScript } from '#shared/report/phone-script.ts';
import { MESSAGE_LIMITS, shortMessage, type MessageLimit } from '#shared/report/short-message.ts';
import type { Report } from '#shared/report/state.ts';
import { toldOf } from '#shared/report/told.ts';
import { CopyButton } from './copy-button.tsx';
import { PaperButton } from '#client/ui/paper-button.tsx';
import { organisationNow } from './reports-of.ts';

/** One text, every form that it goes out in: to be read aloud, as a message, as an official paper. */
export function Outputs({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState<MessageLimit>(70);
  const told = toldOf(report, organisationNow);
  const message = shortMessage(told, limit);
  return (
    <Dialog title={t('report.out.title')} onClose={onClose}>
      <section className="rep-out" aria-label={t('report.out.paper')}>
        <h3>{t('report.out.paper')}</h3>
        <div className="rep-buttons">
          <PaperButton path={`/reports/${report.id}.docx`}>{t('report.out.docx')}</PaperButton>
          <PaperButton path={`/reports/${report.id}.pdf`}>{t('report.out.pdf')}</PaperButton>
        </div>
        <p className="rep-quiet">{t('report.out.paperHint')}</p>
      </section>
      <section className="rep-out" aria-label={t('report.out.message')}>
        <h3>
          {t('report.out.message')}
          <span className="rep-limits" role="radiogroup" aria-label={t('report.out.limit')}>
            {MESSAGE_LIMITS.map((one) => (
              <label key={one}>
                <input type="radio" name="limit" checked={limit === one} onChange={() => setLimit(one)} />
                {one}
              </label>
            ))}
          </span>
        </h3>
        <p className="rep-said" lang="zh-CN">
          {message}
        </p>
        <div className="rep-buttons">
          <CopyButton text={message} label={t('report.out.copyMessage')} />
          <small className="rep-quiet">{t('report.out.length', { count: message.length })}</small>
        </div>
      </section>
      <section className="rep-out" aria-label={t('report.out.script')}>
        <h3>{t('report.out.script')}</h3>
        <PhoneScript report={report} />
      </section>
    </Dialog>
  );
}

/** The report to be read aloud, a line a breath. */
export function PhoneScript({ report }: { report: Parameters<typeof toldOf>[0] }) {
  const { t } = useTranslation();
  const lines = phoneScript(toldOf(report, organisationNow));
  return (
    <>
      <ol className="rep-script" lang="zh-CN" tabIndex={0} aria-label={t('report.out.script')}>
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ol>
      <CopyButton text={lines.join('\n')} label={t('report.out.copyScript')} />
    </>
  );
}
