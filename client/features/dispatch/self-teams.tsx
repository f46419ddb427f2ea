import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import { mayReportSelf } from '#shared/dispatch/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { SayButton, useGiven } from '#client/ui/say-button.tsx';
import { StateMark } from './state-mark.tsx';

/** 报备: teams that came by themselves. A record and no more: no order, no slot. */
export function SelfTeams({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const missions = useDocuments('mission');
  const [adding, setAdding] = useState(false);
  const { give, state } = useGiven();
  const mine = [...missions.values()].filter((one) => one.incidentId === incident.id && one.dispatchId === undefined);
  const may = mayReportSelf(actor) && incident.status === 'open';
  if (mine.length === 0 && !may) return null;
  return (
    <section className="dis-self" aria-label={t('dispatch.self.title')}>
      <h3>
        {t('dispatch.self.title')} <small>{t('dispatch.self.hint')}</small>
      </h3>
      <ul className="dis-offers">
        {mine.map((mission) => (
          <SelfTeam key={mission.id} mission={mission} may={may} onGive={give} />
        ))}
      </ul>
      {may && !adding && (
        <button type="button" className="fh-button fh-small" onClick={() => setAdding(true)}>
          {t('dispatch.self.add')}
        </button>
      )}
      {adding && <SelfForm incident={incident} onGive={(sent) => (give(sent), setAdding(false))} onCancel={() => setAdding(false)} />}
      {state}
    </section>
  );
}

function SelfTeam({ mission, may, onGive }: { mission: Mission; may: boolean; onGive: (sent: { id: string }) => void }) {
  const { t } = useTranslation();
  const { teamName, state, people = 0, place, replies, at } = mission;
  const text = replies[0]?.text;
  return (
    <li className="dis-offer" aria-label={teamName}>
      <header>
        <strong>{teamName}</strong>
        <StateMark state={state} />
      </header>
      <p className="dis-times">
        <span>{formatTime(at, languageNow(), serverNow())}</span>
        <span>{t('dispatch.mission.heads', { people })}</span>
        <span>{place?.text}</span>
      </p>
      {text && <p>{text}</p>}
      {may && state === 'self_reported' && (
        <div className="dis-actions">
          <SayButton
            label={t('dispatch.self.leave')}
            ask={t('dispatch.say.leave')}
            onSay={(said) => onGive(send('dispatch.self-leave', { missionId: mission.id, ...(said === undefined ? {} : { text: said }) }))}
          />
        </div>
      )}
    </li>
  );
}

interface SelfFormProps {
  incident: Incident;
  onGive: (sent: { id: string }) => void;
  onCancel: () => void;
}

function SelfForm({ incident, onGive, onCancel }: SelfFormProps) {
  const { t } = useTranslation();
  const teams = [...useDocuments('team').values()].filter(({ registeredAt, status }) => registeredAt !== undefined && status !== 'revoked');
  const [teamId, setTeamId] = useState('');
  const [people, setPeople] = useState('');
  const [place, setPlace] = useState(incident.place.text);
  const [text, setText] = useState('');
  const ready = teamId !== '' && /^[1-9]\d{0,3}$/.test(people) && text.trim() !== '' && place.trim() !== '';
  const report = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    const at = { ...incident.place, text: place.trim() };
    onGive(send('dispatch.self-report', { incidentId: incident.id, teamId, place: at, people: Number(people), text: text.trim() }));
  };
  return (
    <form className="dis-assign" aria-label={t('dispatch.self.add')} onSubmit={report}>
      <select className="fh-input" aria-label={t('dispatch.self.team')} value={teamId} autoFocus onChange={({ target }) => setTeamId(target.value)}>
        <option value="">{t(teams.length === 0 ? 'dispatch.self.noTeam' : 'dispatch.self.team')}</option>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <input
        className="fh-input"
        inputMode="numeric"
        aria-label={t('dispatch.self.people')}
        placeholder={t('dispatch.self.people')}
        value={people}
        onChange={({ target }) => setPeople(target.value)}
      />
      <input className="fh-input" aria-label={t('dispatch.self.place')} maxLength={200} value={place} onChange={({ target }) => setPlace(target.value)} />
      <input
        className="fh-input"
        aria-label={t('dispatch.self.text')}
        placeholder={t('dispatch.self.text')}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="fh-button fh-button-primary fh-small" disabled={!ready}>
        {t('dispatch.self.record')}
      </button>
      <button type="button" className="fh-button fh-button-plain fh-small" onClick={onCancel}>
        {t('common.action.cancel')}
      </button>
    </form>
  );
}
