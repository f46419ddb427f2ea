import { serverNow } from '#client/store/connection.ts';
import { readyAt } from '#shared/team/ready.ts';
import { useMemo } from 'react';
import type { Mission } from '#shared/dispatch/mission.ts';
import { isCommitted } from '#shared/dispatch/mission.ts';
import { useOutbox } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { asGiven, type Shown } from './as-given.ts';
import { Conflicts } from './conflicts.tsx';
import { MissionCard } from './mission-card.tsx';
import { NotifySwitch } from './notify-switch.tsx';
import { OfferCard } from './offer-card.tsx';
import { useTeam, useTeamId, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

interface Mine {
  mission: Mission;
  shown: Shown;
}

/** What is to be done now: the mission that is under way, then what is asked; else that nothing is. */
export function Home() {
  const t = useWords();
  const mine = useMine();
  const dispatches = useDocuments('dispatch');
  const active = mine.filter(({ shown: { state } }) => isCommitted({ state }) || state === 'returned');
  const asked = mine.flatMap(({ mission, shown }) => {
    const dispatch = dispatches.get(mission.dispatchId ?? '');
    const open = shown.state === 'offered' || shown.state === 'no_reply';
    return dispatch && open && dispatch.state !== 'closed' && dispatch.state !== 'cancelled' ? [{ dispatch, mission }] : [];
  });
  return (
    <main className="screen">
      <Conflicts />
      {active.map(({ mission, shown }) => (
        <MissionCard key={mission.id} mission={mission} shown={shown} dispatch={dispatches.get(mission.dispatchId ?? '')} />
      ))}
      {asked.map((one) => (
        <OfferCard key={one.mission.id} {...one} busy={active.length > 0} />
      ))}
      {active.length === 0 && asked.length === 0 && <Quiet />}
      <NotifySwitch />
      <Past missions={mine.filter((one) => !active.includes(one) && !asked.some(({ mission }) => mission === one.mission))} />
      <p className="hidden" aria-live="assertive">
        {asked.length > 0 ? t('offer.title') : ''}
      </p>
    </main>
  );
}

function useMine(): Mine[] {
  const teamId = useTeamId();
  const missions = useDocuments('mission');
  const entries = useOutbox();
  return useMemo(
    () =>
      [...missions.values()]
        .filter((mission) => mission.teamId === teamId && mission.dispatchId !== undefined)
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map((mission) => ({ mission, shown: asGiven(mission, entries) })),
    [missions, entries, teamId],
  );
}

function Quiet() {
  const t = useWords();
  const team = useTeam();
  const registered = team?.status === 'registered';
  // As the ranking reads it, but for holidays: their table is not on the phone.
  const ready = team !== undefined && readyAt(team, new Date(serverNow()).toISOString(), false).ready;
  return (
    <section className="card quiet-card">
      <h1>{t('quiet.title')}</h1>
      <p>{t(!registered ? 'quiet.notYet' : ready ? 'quiet.onDuty' : 'quiet.offDuty')}</p>
      {registered ? (
        <a className="secondary" href="#ready">
          {t('ready.title')}
        </a>
      ) : (
        <a className="primary" href="#team">
          {t(team ? 'team.title' : 'quiet.apply')}
        </a>
      )}
    </section>
  );
}

const PAST_SHOWN = 10;

function Past({ missions }: { missions: readonly Mine[] }) {
  const t = useWords();
  const time = useTime();
  const dispatches = useDocuments('dispatch');
  if (missions.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 id="past">{t('past.title')}</h2>
      <ul className="rows">
        {missions.slice(0, PAST_SHOWN).map(({ mission, shown }) => (
          <li key={mission.id}>
            <b>{dispatches.get(mission.dispatchId ?? '')?.about.title ?? mission.dispatchId}</b>
            <span>{t.missionState(shown.state)}</span>
            <small>{time(mission.at)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
