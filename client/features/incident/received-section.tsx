import { useTranslation } from 'react-i18next';
import { useAuthor, useOrganisationName } from '#client/ui/names.ts';
import { REPORT_LEVELS } from '#shared/report/deadline.ts';
import type { Incident, Receipt, Transfer } from '#shared/incident/state.ts';
import { AnsweredShift } from './answered-shift.tsx';
import { useWords } from './use-words.ts';

/** The levels through which every incident goes up. */
const UPWARD: readonly string[] = ['township', 'county', 'city'];

/** Which level knows of it since when, and to whom it was handed on. */
export function ReceivedSection({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { received = {}, transfers = [] } = incident;
  const owner = useOrganisationName(incident.org);
  const levels = REPORT_LEVELS.filter((level) => received[level] !== undefined || UPWARD.includes(level));
  return (
    <section aria-label={t('ties.receive.who')}>
      <h3>{t('ties.receive.who')}</h3>
      <dl className="tie-levels">
        <div>
          <dt>{t('ties.owner')}</dt>
          <dd>{owner}</dd>
        </div>
        {levels.map((level) => (
          <div key={level} data-given={received[level] !== undefined}>
            <dt>{t(`ties.level.${level}`)}</dt>
            <dd>
              <Received receipt={received[level]} />
            </dd>
          </div>
        ))}
      </dl>
      {transfers.map((one) => (
        <Handed key={one.at} transfer={one} />
      ))}
    </section>
  );
}

function Received({ receipt }: { receipt: Receipt | undefined }) {
  return receipt ? <By receipt={receipt} /> : <Waits />;
}

function Waits() {
  return <>{useTranslation().t('ties.receive.notYet')}</>;
}

function By({ receipt: { at, by } }: { receipt: Receipt }) {
  const { time } = useWords();
  const { name, seat } = useAuthor(by);
  return (
    <>
      <time dateTime={at}>{time(at)}</time> {name} <small>{seat}</small>
      <AnsweredShift by={by} at={at} />
    </>
  );
}

function Handed({ transfer: { from, to, at, reason, takenAt } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const { time } = useWords();
  const [giver, taker] = [useOrganisationName(from), useOrganisationName(to)];
  return (
    <p className="tie-line">
      <time dateTime={at}>{time(at)}</time> {t('ties.transfer.said', { from: giver, to: taker })}：{reason}{' '}
      <small>{takenAt === undefined ? t('ties.receive.notYet') : t('ties.transfer.taken', { at: time(takenAt) })}</small>
    </p>
  );
}
