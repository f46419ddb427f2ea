import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOrganisationName } from '#client/ui/names.ts';
import type { Obligation } from '#shared/incident/obligations.ts';
import { useWords } from './use-words.ts';

interface ObligationListProps {
  incidentId: string;
  open: readonly Obligation[];
  /** Told when a link was followed. */
  onGo?: () => void;
}

/** What is still owed about an incident, each with the way to it. */
export function ObligationList({ incidentId, open, onGo }: ObligationListProps) {
  return (
    <ul className="tie-owed">
      {open.map((one) => (
        <li key={one.kind === 'deadline' ? `${one.rule} ${one.dueAt}` : `${one.kind} ${one.id}`}>
          <Owed incidentId={incidentId} obligation={one} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

function Owed({ incidentId, obligation, onGo }: { incidentId: string; obligation: Obligation; onGo: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { time } = useWords();
  const to = useOrganisationName(obligation.kind === 'instruction' ? obligation.to : obligation.kind === 'report' ? obligation.from : '');
  switch (obligation.kind) {
    case 'deadline':
      return (
        <Link to={`/?incident=${incidentId}&part=report`} onClick={onGo}>
          {t('ties.owed.deadline', {
            from: t(`ties.level.${obligation.from}`),
            to: t(`ties.level.${obligation.to}`),
            at: time(obligation.dueAt),
            channel: t(`ties.channel.${obligation.channel}`),
          })}{' '}
          <small>{obligation.rule}</small>
        </Link>
      );
    case 'report':
      return (
        <Link to={`/?incident=${incidentId}&part=report`} onClick={onGo}>
          {t('ties.owed.report', { from: to })}
        </Link>
      );
    case 'instruction':
      return (
        <Link to={`/?incident=${incidentId}&part=instruction`} onClick={onGo}>
          {t('ties.owed.instruction', { to })}
        </Link>
      );
    case 'dispatch':
      return (
        <Link to={`/?incident=${incidentId}&part=dispatch`} onClick={onGo}>
          {obligation.teams.length === 0
            ? t('ties.owed.dispatch', { number: obligation.number })
            : t('ties.owed.mission', { number: obligation.number, teams: obligation.teams.join(t('ties.owed.and')) })}
        </Link>
      );
    case 'response':
      return (
        <Link to={`/?incident=${incidentId}&part=response`} onClick={onGo}>
          {t('ties.owed.response', { plan: obligation.plan, level: obligation.level })}
        </Link>
      );
    case 'child':
      return (
        <Link to={`/?incident=${obligation.id}`} onClick={onGo}>
          {t('ties.owed.child', { number: obligation.number })}
        </Link>
      );
    default:
      return obligation satisfies never;
  }
}
