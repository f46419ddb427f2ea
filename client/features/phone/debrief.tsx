import { useState } from 'react';
import { missionId, reachedAt, type Mission } from '#shared/dispatch/mission.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument } from '#client/store/world.ts';
import { amountOf, debriefOf, type DebriefSaid } from './debrief-of.ts';
import { isHalf } from './half.ts';
import { LinesField } from './lines-field.tsx';
import { likelyHours } from './stage.ts';
import { Stepper } from './stepper.tsx';
import { SubScreen } from './sub-screen.tsx';
import { TextField } from './text-field.tsx';
import { goInstead, useMembers, useTeamId } from './use-team.ts';
import { useWords } from './use-words.ts';

/** What a mission has taken: hours by person, what was used up and what broke. */
export function Debrief({ dispatchId }: { dispatchId: string }) {
  const t = useWords();
  const mission = useDocument('mission', missionId(dispatchId, useTeamId()));
  return (
    <SubScreen title={t('debrief.title')} hint={t('stage.debriefHint')}>
      {mission && (mission.members.length === 0 ? <p className="notice">{t('debrief.noRoster')}</p> : <Form mission={mission} dispatchId={dispatchId} />)}
    </SubScreen>
  );
}

const MOST_HOURS = 2000;

/** From when people left the base until they were back. */
function proposal(mission: Mission): DebriefSaid {
  const hours = likelyHours(
    reachedAt(mission, 'en_route') ?? reachedAt(mission, 'checked_in') ?? reachedAt(mission, 'accepted'),
    reachedAt(mission, 'returned'),
  );
  return { hours: Object.fromEntries(mission.members.map(({ memberId }) => [memberId, hours])), consumables: [], damage: [], kilometres: '', text: '' };
}

function Form({ mission, dispatchId }: { mission: Mission; dispatchId: string }) {
  const t = useWords();
  const members = useMembers();
  const key = `fenghuo.team.debrief.${dispatchId}`;
  const [said, setSaid] = useState<DebriefSaid>(() => {
    const kept = sessionStorage.getItem(key);
    // Written only by `set`.
    return kept === null ? proposal(mission) : (JSON.parse(kept) as DebriefSaid);
  });
  const set = (next: DebriefSaid): void => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setSaid(next);
  };
  const half = isHalf(said.consumables, ['what', 'amount', 'unit']) || isHalf(said.damage, ['what', 'text']);
  const badKm = said.kilometres !== '' && amountOf(said.kilometres) === undefined;
  const submit = (): void => {
    send('dispatch.debrief', { dispatchId, ...debriefOf(said) });
    sessionStorage.removeItem(key);
    goInstead('');
  };
  const hoursOf = (id: string): number => said.hours[id] ?? 1;
  const change = (id: string, hours: number): void => set({ ...said, hours: { ...said.hours, [id]: hours } });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{t('debrief.hours')}</h2>
      <p className="hint">{t('debrief.hoursHint')}</p>
      {mission.members.map(({ memberId, name }) => (
        <Stepper
          key={memberId}
          label={[name, members.find(({ id }) => id === memberId)?.masked.phone?.slice(-4)].filter(Boolean).join(' ')}
          value={hoursOf(memberId)}
          words={String(hoursOf(memberId))}
          less={hoursOf(memberId) > 0.5 ? hoursOf(memberId) - 0.5 : undefined}
          more={hoursOf(memberId) < MOST_HOURS ? hoursOf(memberId) + 0.5 : undefined}
          onChange={(hours) => change(memberId, hours)}
        />
      ))}
      <LinesField
        label={t('debrief.consumables')}
        fields={[
          { name: 'what', label: t('debrief.what') },
          { name: 'amount', label: t('debrief.amount'), inputMode: 'decimal' },
          { name: 'unit', label: t('debrief.unit') },
        ]}
        lines={said.consumables}
        onChange={(consumables) => set({ ...said, consumables })}
      />
      <LinesField
        label={t('debrief.damage')}
        fields={[
          { name: 'what', label: t('debrief.what') },
          { name: 'text', label: t('debrief.damageText') },
        ]}
        lines={said.damage}
        onChange={(damage) => set({ ...said, damage })}
      />
      <TextField
        label={t('debrief.km')}
        value={said.kilometres}
        inputMode="decimal"
        fault={badKm && t('refused.invalid', { fields: t('debrief.km') })}
        onChange={(kilometres) => set({ ...said, kilometres })}
      />
      <TextField label={t('debrief.text')} value={said.text} max={2000} onChange={(text) => set({ ...said, text })} />
      {half && <p className="problem">{t('lines.half')}</p>}
      <button type="submit" className="primary large" disabled={badKm || half}>
        {t('debrief.send')}
      </button>
    </form>
  );
}
