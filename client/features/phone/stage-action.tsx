import { useState } from 'react';
import type { Mission, MissionState } from '#shared/dispatch/mission.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { Sheet } from './sheet.tsx';
import { nextAction, type Action } from './stage.ts';
import { go } from './use-team.ts';
import { useWords } from './use-words.ts';

/** The one large action of the stage: what comes next, by one touch. */
export function StageAction({ mission: { dispatchId = '' }, state, saidDone }: { mission: Mission; state: MissionState; saidDone: boolean }) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const action = nextAction(state, saidDone);
  if (!action) return null;
  const at = (): string => new Date(serverNow()).toISOString();
  const home = (): void => {
    setAsking(false);
    send('dispatch.progress', { dispatchId, status: 'returned', at: at() });
  };
  const run: Record<Action, () => void> = {
    en_route: () => send('dispatch.progress', { dispatchId, status: 'en_route', at: at() }),
    checked_in: () => go('mission', dispatchId, 'check-in'),
    working: () => send('dispatch.progress', { dispatchId, status: 'working', at: at() }),
    done: () => send('dispatch.log', { dispatchId, text: t('stage.doneWords'), at: at() }),
    returned: () => (state === 'released' ? home() : setAsking(true)),
    debrief: () => go('mission', dispatchId, 'debrief'),
  };
  return (
    <div className="actions">
      <button type="button" className={action === 'returned' && state !== 'released' ? 'secondary stage' : 'primary stage'} onClick={run[action]}>
        {t(`stage.${action}`)}
      </button>
      <p className="hint">{t(`stage.${action}Hint`)}</p>
      {asking && (
        <Sheet title={t('stage.returned')} onClose={() => setAsking(false)}>
          <p>{t('stage.returnedEarly')}</p>
          <button type="button" className="primary large" onClick={home}>
            {t('stage.returnedSure')}
          </button>
        </Sheet>
      )}
    </div>
  );
}
