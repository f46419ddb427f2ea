import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import { useGiven } from '#client/ui/say-button.tsx';

const EVERY = [15, 30, 60, 120] as const;

/** Where a team works and on what; of people in danger also how often they say that they are well. */
export function AssignForm({ dispatchId, mission }: { dispatchId: string; mission: Mission }) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const [zone, setZone] = useState(mission.zone ?? '');
  const [task, setTask] = useState(mission.task ?? '');
  const [every, setEvery] = useState(mission.welfare === undefined ? '' : String(mission.welfare.everyMinutes));
  const ready = zone.trim() !== '' && task.trim() !== '';
  const assign = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    const welfare = every === '' ? {} : { welfareEveryMinutes: Number(every) };
    give(send('dispatch.assign', { dispatchId, teamId: mission.teamId, zone: zone.trim(), task: task.trim(), ...welfare }));
  };
  return (
    <form className="dis-assign" aria-label={t('dispatch.assign.title')} onSubmit={assign}>
      <input
        className="fh-input"
        aria-label={t('dispatch.assign.zone')}
        placeholder={t('dispatch.assign.zone')}
        maxLength={60}
        value={zone}
        onChange={({ target }) => setZone(target.value)}
      />
      <input
        className="fh-input"
        aria-label={t('dispatch.assign.task')}
        placeholder={t('dispatch.assign.task')}
        maxLength={2000}
        value={task}
        onChange={({ target }) => setTask(target.value)}
      />
      <select className="fh-input" aria-label={t('dispatch.assign.welfare')} value={every} onChange={({ target }) => setEvery(target.value)}>
        <option value="">{t('dispatch.assign.noWelfare')}</option>
        {[...new Set([...EVERY, ...(every === '' ? [] : [Number(every)])])].map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('dispatch.welfare.every', { count: minutes })}
          </option>
        ))}
      </select>
      <button type="submit" className="fh-button fh-small" disabled={!ready}>
        {t(mission.zone === undefined ? 'dispatch.assign.give' : 'dispatch.assign.change')}
      </button>
      {state}
    </form>
  );
}
