import { useState } from 'react';
import type { Payload } from '#shared/catalogue.ts';
import { isCommitted, type Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { Shown } from './as-given.ts';
import { DeclineSheet } from './decline-sheet.tsx';
import { CallLink, Hazards, Place, Told } from './need-parts.tsx';
import { ShareSwitch } from './share-switch.tsx';
import { saysDone } from './stage.ts';
import { StageAction } from './stage-action.tsx';
import { Steps } from './steps.tsx';
import { useTime } from './use-team.ts';
import { useWords } from './use-words.ts';
import { Welfare } from './welfare.tsx';

interface Props {
  mission: Mission;
  shown: Shown;
  dispatch: Dispatch | undefined;
}

/** One stage a screen, with one large action; below it what one needs on the way. */
export function MissionCard({ mission, shown, dispatch }: Props) {
  const t = useWords();
  const time = useTime();
  const done = saysDone(mission, logged(shown));
  const accepting = shown.waiting.find(({ type }) => type === 'dispatch.accept');
  return (
    <article className="card mission" aria-labelledby={`mission-${mission.id}`} data-drill={mission.exercise}>
      <header>
        <span className="tag">
          {mission.exercise && <b className="drill">{t('drill')}</b>}
          {t('mission.title')}
          {dispatch && ` · ${dispatch.number}`}
        </span>
        <h1 id={`mission-${mission.id}`}>{dispatch?.about.title ?? mission.dispatchId}</h1>
        <p className="state" data-state={shown.state}>
          {done && shown.state === 'working' ? t('stage.waitRelease') : t.missionState(shown.state)}
          {shown.steps.at(-1)?.pending && <span className="pending">{t('stage.pending')}</span>}
        </p>
      </header>
      {accepting && <p className="notice">{t('offer.given', { at: time(accepting.at) })}</p>}
      <Told mission={mission} />
      <Task mission={mission} />
      <Welfare mission={mission} waiting={shown.waiting} />
      <StageAction mission={mission} state={shown.state} saidDone={done} />
      {isCommitted(mission) && <ShareSwitch mission={mission} />}
      {dispatch && isCommitted({ state: shown.state }) && (
        <>
          <Arrival mission={mission} />
          <Hazards dispatch={dispatch} />
          <Place dispatch={dispatch} />
          <CallLink dispatch={dispatch} />
        </>
      )}
      <Ways mission={mission} shown={shown} />
      <Steps steps={shown.steps} />
    </article>
  );
}

/** Words of its own log that still wait here. */
const logged = ({ waiting }: Shown): string[] =>
  // Put there by this page, by the order's schema.
  waiting.filter(({ type }) => type === 'dispatch.log').map(({ payload }) => (payload as Payload<'dispatch.log'>).text);

function Task({ mission: { zone, task, state } }: { mission: Mission }) {
  const t = useWords();
  if (task === undefined || !isCommitted({ state })) return null;
  return (
    <section className="task">
      {zone !== undefined && <b>{t('mission.zone', { zone })}</b>}
      <p>{task}</p>
    </section>
  );
}

function Arrival({ mission: { etaAt, state, people } }: { mission: Mission }) {
  const t = useWords();
  const time = useTime();
  if (etaAt === undefined || (state !== 'accepted' && state !== 'en_route')) return null;
  return (
    <p className="hint">
      {t('mission.eta', { at: time(etaAt) })}
      {people !== undefined && ` · ${t('unit.people', { n: people })}`}
    </p>
  );
}

/** The other screens of a mission, and the way out of it. */
function Ways({ mission, shown }: { mission: Mission; shown: Shown }) {
  const t = useWords();
  const [leaving, setLeaving] = useState(false);
  const at = (part: string): string => `#mission/${mission.dispatchId}/${part}`;
  const people = rosterOf(mission, shown);
  return (
    <ul className="rows ways">
      {isCommitted({ state: shown.state }) && (
        <li>
          <a href={at('roster')}>
            <Icon name="users" size={20} />
            <b>{t('roster.row')}</b>
            <span>{people === 0 ? t('roster.nobody') : t('unit.people', { n: people })}</span>
          </a>
        </li>
      )}
      <li>
        <a href={at('log')}>
          <Icon name="rules" size={20} />
          <b>{t('log.title')}</b>
          <span>{mission.log.length}</span>
        </a>
      </li>
      {(shown.state === 'accepted' || shown.state === 'en_route') && (
        <li>
          <button type="button" onClick={() => setLeaving(true)}>
            <Icon name="no" size={20} />
            <b>{t('mission.withdraw')}</b>
          </button>
        </li>
      )}
      {leaving && mission.dispatchId !== undefined && <DeclineSheet dispatchId={mission.dispatchId} onClose={() => setLeaving(false)} />}
    </ul>
  );
}

function rosterOf({ members }: Mission, { waiting }: Shown): number {
  const last = waiting.findLast(({ type }) => type === 'dispatch.roster');
  return last ? (last.payload as Payload<'dispatch.roster'>).members.length : members.length;
}
