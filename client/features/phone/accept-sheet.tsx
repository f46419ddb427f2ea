import { useState } from 'react';
import { insuredOf } from '#shared/dispatch/fitness.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { distanceM } from '#shared/geo.ts';
import type { Team } from '#shared/team/state.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { earlier, later, minutesWords } from './minutes.ts';
import { Sheet } from './sheet.tsx';
import { Stepper } from './stepper.tsx';
import { useNow, useTeam, useTime } from './use-team.ts';
import { useWords } from './use-words.ts';
import { likelyMinutes } from './way.ts';

const A_CREW = 10;
const UNKNOWN_MINUTES = 60;

/** How many and by when are proposed, so that the second touch is the last one. */
function proposal(dispatch: Dispatch, team: Team | undefined, insured: number): { people: number; minutes: number } {
  const people = Math.max(1, Math.min(dispatch.people ?? A_CREW, insured));
  return { people, minutes: team ? likelyMinutes(distanceM(team.base, dispatch.staging), team.responseMinutes) : UNKNOWN_MINUTES };
}

export function AcceptSheet({ dispatch, onClose }: { dispatch: Dispatch; onClose: () => void }) {
  const t = useWords();
  const time = useTime();
  const team = useTeam();
  const now = useNow();
  const insured = team ? insuredOf(team, new Date(now).toISOString()) : 0;
  const [{ people, minutes }, set] = useState(() => proposal(dispatch, team, insured));
  const at = time(new Date(now + minutes * 60_000).toISOString());
  const accept = (): void => {
    send('dispatch.accept', { dispatchId: dispatch.id, etaMinutes: minutes, people, acceptBy: dispatch.acceptBy, at: new Date(serverNow()).toISOString() });
    onClose();
    window.scrollTo(0, 0);
  };
  return (
    <Sheet title={t('offer.accepting')} onClose={onClose}>
      <Stepper
        label={t('offer.count')}
        value={people}
        words={t('unit.people', { n: people })}
        less={people > 1 ? people - 1 : undefined}
        more={people < insured ? people + 1 : undefined}
        onChange={(n) => set({ people: n, minutes })}
      />
      <p className="hint">{t('offer.insured', { n: insured })}</p>
      <Stepper
        label={t('offer.eta')}
        value={minutes}
        words={minutesWords(minutes, t)}
        less={earlier(minutes)}
        more={later(minutes)}
        onChange={(n) => set({ people, minutes: n })}
      />
      <p className="hint">{t('offer.etaAt', { at })}</p>
      <button type="button" className="primary large" disabled={insured === 0} onClick={accept}>
        {t('offer.confirm', { n: people, at })}
      </button>
    </Sheet>
  );
}
