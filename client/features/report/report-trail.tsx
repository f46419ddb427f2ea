import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useAuthor } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Author } from '#shared/seat.ts';
import type { Report } from '#shared/report/state.ts';

interface Step {
  step: 'drafted' | 'submitted' | 'returned' | 'approved' | 'sent' | 'acknowledged' | 'said' | 'recorded';
  at: string;
  by: Author;
  more?: string | undefined;
}

/** Who did what and when: every hand that a report went through. */
export function ReportTrail({ report }: { report: Report }) {
  return (
    <ol className="rep-trail">
      {stepsOf(report).map((step) => (
        <Trail key={step.step} {...step} />
      ))}
    </ol>
  );
}

function Trail({ step, at, by, more }: Step) {
  const { t } = useTranslation();
  const { name, seat } = useAuthor(by);
  return (
    <li data-step={step} title={seat}>
      <span>{t(`report.step.${step}`)}</span> {name} <time>{formatTime(at, languageNow(), serverNow())}</time>
      {more !== undefined && <q>{more}</q>}
    </li>
  );
}

function stepsOf(report: Report): Step[] {
  const { draftedBy, draftedAt, submittedBy, submittedAt, returnedBy, returnedAt, returnedFor, approvedBy, approvedAt, sentBy, sentAt } = report;
  // When a call is said to have been made, and when it was recorded here.
  if (report.channel === 'phone')
    return sentBy && sentAt
      ? [
          { step: 'said', at: sentAt, by: sentBy, more: report.spokenTo },
          { step: 'recorded', at: draftedAt, by: draftedBy },
        ]
      : [];
  const steps: (Step | undefined)[] = [
    { step: 'drafted', at: draftedAt, by: draftedBy },
    submittedBy && submittedAt ? { step: 'submitted', at: submittedAt, by: submittedBy } : undefined,
    returnedBy && returnedAt ? { step: 'returned', at: returnedAt, by: returnedBy, more: returnedFor } : undefined,
    approvedBy && approvedAt ? { step: 'approved', at: approvedAt, by: approvedBy } : undefined,
    sentBy && sentAt ? { step: 'sent', at: sentAt, by: sentBy, more: report.approvedPost } : undefined,
    report.acknowledgedBy && report.acknowledgedAt
      ? { step: 'acknowledged', at: report.acknowledgedAt, by: report.acknowledgedBy, more: report.acknowledgedPost }
      : undefined,
  ];
  return steps.flatMap((step) => (step ? [step] : []));
}
