import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import { useGiven } from '#client/ui/say-button.tsx';

/** At the staging zone's gate: the officer there reads who passes. Only the mission list can be ticked. */
export function Gate({ dispatchId, mission: { teamId, members, present } }: { dispatchId: string; mission: Mission }) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const [passing, setPassing] = useState<readonly string[]>([]);
  const outside = members.filter(({ memberId }) => !present.includes(memberId));
  const toggle = (id: string): void => setPassing(passing.includes(id) ? passing.filter((one) => one !== id) : [...passing, id]);
  const check = (): void => {
    give(send('dispatch.check-in', { dispatchId, teamId, members: [...passing] }));
    setPassing([]);
  };
  return (
    <details className="dis-gate">
      <summary>{t('dispatch.gate.title')}</summary>
      <div className="dis-ticks" role="group" aria-label={t('dispatch.gate.title')}>
        {outside.map(({ memberId, name }) => (
          <label key={memberId}>
            <input type="checkbox" checked={passing.includes(memberId)} onChange={() => toggle(memberId)} />
            {name}
          </label>
        ))}
      </div>
      <div className="dis-actions">
        <button type="button" className="fh-button fh-button-plain fh-small" onClick={() => setPassing(outside.map(({ memberId }) => memberId))}>
          {t('dispatch.gate.all')}
        </button>
        <button type="button" className="fh-button fh-small" disabled={passing.length === 0} onClick={check}>
          {t('dispatch.gate.pass', { count: passing.length })}
        </button>
        {state}
      </div>
    </details>
  );
}
