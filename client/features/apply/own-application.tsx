import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow, useConnection } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { signOut } from '#client/store/session.ts';
import { useDocument } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { TeamFaults } from '#client/ui/team-faults.tsx';
import { formatTime } from '#client/ui/time.ts';
import type { Team } from '#shared/team/state.ts';
import { draftOf, EMPTY, fieldOf, type ApplyDraft } from './apply-draft.ts';
import { ApplyForm } from './apply-form.tsx';

/** What became of a team's application. One that was returned is mended here, with each reason at its field. */
export function OwnApplication({ teamId }: { teamId: string }) {
  const { t } = useTranslation();
  const team = useDocument('team', teamId);
  const { status } = useConnection();
  // Before the first answer nobody knows whether there is an application.
  if (!team && status === 'connecting') return <Skeleton rows={8} label={t('common.loading')} />;
  return (
    <>
      {team ? <Standing team={team} /> : <Notice>{t('apply.notYet')}</Notice>}
      {(!team || team.status === 'returned') && <Mend key={team?.since ?? 'new'} team={team} />}
      <button type="button" className="fh-button" onClick={() => void signOut().catch(console.warn)}>
        {t('apply.signOut')}
      </button>
    </>
  );
}

function Standing({ team: { name, status, since, org, reason, faults = [] } }: { team: Team }) {
  const { t } = useTranslation();
  const authority = useOrganisationName(org);
  return (
    <section className="apply-standing" aria-label={t('apply.standing')} data-status={status}>
      <h2>{name}</h2>
      <p role="status">
        <b>{t(`team.status.${status}`)}</b> · {formatTime(since, languageNow(), serverNow())} · {authority}
      </p>
      <p>{t(`apply.next.${status}`, { authority })}</p>
      {reason !== undefined && <p>{t('team.because', { reason })}</p>}
      <TeamFaults faults={faults} />
    </section>
  );
}

/** The application again, filled with what was said before. */
function Mend({ team }: { team: Team | undefined }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ApplyDraft>(() => (team ? draftOf(team) : EMPTY));
  const [order, setOrder] = useState<string>();
  const wrong = (team?.faults ?? []).map(({ path }) => fieldOf(path)).filter((field) => field !== undefined);
  return (
    <>
      <ApplyForm
        draft={draft}
        wrong={wrong}
        submit={t(team ? 'apply.again' : 'apply.submit')}
        onChange={(part) => setDraft({ ...draft, ...part })}
        onApply={(payload) => setOrder(send('team.apply', payload).id)}
      />
      <OrderState id={order} />
    </>
  );
}
