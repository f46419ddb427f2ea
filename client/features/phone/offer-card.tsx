import { useState } from 'react';
import type { Mission } from '#shared/dispatch/mission.ts';
import { whyNotAccept } from '#shared/dispatch/policy.ts';
import { takenOf, type Dispatch } from '#shared/dispatch/state.ts';
import { AcceptSheet } from './accept-sheet.tsx';
import { DeclineSheet } from './decline-sheet.tsx';
import { leftWords } from './minutes.ts';
import { CallLink, Hazards, NeedLine, Place, Told } from './need-parts.tsx';
import { useNow, useTeam, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** The offer on one card: what, where, what is dangerous, who else, until when; two large buttons. */
export function OfferCard({ dispatch, mission, busy }: { dispatch: Dispatch; mission: Mission; busy: boolean }) {
  const t = useWords();
  const [sheet, setSheet] = useState<'accept' | 'decline'>();
  const now = useNow();
  const why = useWhyNot(dispatch, mission, now);
  const close = (): void => setSheet(undefined);
  return (
    <article className="card offer" aria-labelledby={`offer-${dispatch.id}`} data-drill={dispatch.exercise}>
      <header>
        <span className="tag">
          {dispatch.exercise && <b className="drill">{t('drill')}</b>}
          {t('offer.title')} · {dispatch.number}
        </span>
        <h1 id={`offer-${dispatch.id}`}>{dispatch.about.title}</h1>
        <NeedLine dispatch={dispatch} />
      </header>
      <Countdown acceptBy={dispatch.acceptBy} now={now} />
      <Told mission={mission} />
      <Hazards dispatch={dispatch} />
      <Place dispatch={dispatch} />
      {dispatch.text !== undefined && <p className="prose">{dispatch.text}</p>}
      <Others dispatch={dispatch} mission={mission} />
      <CallLink dispatch={dispatch} />
      <div className="actions" data-busy={busy}>
        {why !== undefined && (
          <p className="notice" role="status">
            {t('offer.cant', { why })}
          </p>
        )}
        <button type="button" className="primary large" disabled={why !== undefined} onClick={() => setSheet('accept')}>
          {t('offer.accept')}
        </button>
        <button type="button" className="secondary large" onClick={() => setSheet('decline')}>
          {t('offer.decline')}
        </button>
      </div>
      {sheet === 'accept' && <AcceptSheet dispatch={dispatch} onClose={close} />}
      {sheet === 'decline' && <DeclineSheet dispatchId={dispatch.id} onClose={close} />}
    </article>
  );
}

/** The same rule that the server goes by, asked before anything is sent. */
function useWhyNot(dispatch: Dispatch, mission: Mission, now: number): string | undefined {
  const t = useWords();
  const time = useTime();
  const team = useTeam();
  const no = whyNotAccept(dispatch, mission, new Date(now).toISOString());
  if (no) {
    const at = no.at === undefined ? '' : ` (${time(no.at)})`;
    return `${t.refusal(no.code) ?? no.code}${at}`;
  }
  return team?.status === 'registered' ? undefined : t(`team.status.${team?.status ?? 'none'}`);
}

const SOON_MS = 5 * 60_000;

function Countdown({ acceptBy, now }: { acceptBy: string; now: number }) {
  const t = useWords();
  const time = useTime();
  const left = Date.parse(acceptBy) - now;
  return (
    <p className="countdown" data-soon={left < SOON_MS}>
      <strong role="timer">{left > 0 ? t('offer.left', { left: leftWords(left, t) }) : t('offer.over')}</strong>
      <span>{t('offer.until', { at: time(acceptBy) })}</span>
    </p>
  );
}

function Others({ dispatch, mission }: { dispatch: Dispatch; mission: Mission }) {
  const t = useWords();
  const others = dispatch.offers.filter(({ teamId }) => teamId !== mission.teamId);
  return (
    <section className="others">
      <p>
        <b>{t(others.length > 0 ? 'offer.others' : 'offer.noOthers')}</b>
        <span>{t('offer.taken', { taken: takenOf(dispatch), needed: dispatch.teamsNeeded })}</span>
      </p>
      {others.length > 0 && (
        <ul>
          {others.map(({ teamId, name, state }) => (
            <li key={teamId}>
              {name}
              <span data-state={state}>{t.missionState(state)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
