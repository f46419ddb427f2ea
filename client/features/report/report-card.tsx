import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Actor } from '#shared/seat.ts';
import { officeOf } from '#shared/report/office.ts';
import type { Report } from '#shared/report/state.ts';
import { kindWord } from '#shared/report/wording.ts';
import { Outputs } from './outputs.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportTrail } from './report-trail.tsx';
import { useOrganisation } from './reports-of.ts';

interface ReportCardProps {
  report: Report;
  actor: Actor;
  onEdit: () => void;
  onCorrect: () => void;
}

/** One report: what it is, how far it has come and by whom, what it says, what can be done with it now. */
export function ReportCard({ report, actor, onEdit, onCorrect }: ReportCardProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [outputs, setOutputs] = useState(false);
  const to = useOrganisation(report.to.org);
  const from = useOrganisation(report.from.org);
  const name = kindWord(report.kind, report.ordinal, report.typeCode);
  return (
    <li className="rep-card" data-status={report.status}>
      <header>
        <b lang="zh-CN">{name}</b>
        {report.version > 1 && <small>{t('report.version', { n: report.version })}</small>}
        <span className="rep-channel">{t(`report.channel.${report.channel}`)}</span>
        {report.late && <b className="rep-late">{t('report.late')}</b>}
        <span className="rep-status" data-status={report.status}>
          {t(`report.status.${report.status}`)}
        </span>
      </header>
      <p className="rep-way">
        {officeOf(report.from.level, from)} → {officeOf(report.to.level, to)}
        {report.sentAt !== undefined && <time>{formatTime(report.sentAt, languageNow(), serverNow())}</time>}
      </p>
      <button type="button" className="rep-text" lang="zh-CN" aria-expanded={open} onClick={() => setOpen(!open)}>
        {report.text || t('report.noText')}
      </button>
      <ReportTrail report={report} />
      <ReportActions report={report} actor={actor} onEdit={onEdit} onCorrect={onCorrect} onOutputs={() => setOutputs(true)} />
      {outputs && <Outputs report={report} onClose={() => setOutputs(false)} />}
    </li>
  );
}
