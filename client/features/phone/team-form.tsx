import { useState } from 'react';
import { COUNTIES } from '#shared/ganzhou.ts';
import { CATEGORIES } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { send } from '#client/store/outbox.ts';
import { BaseField } from './base-field.tsx';
import { LinesField } from './lines-field.tsx';
import { SubScreen } from './sub-screen.tsx';
import { faultOf, fieldWords, missingIn, saidBy, teamPayload, type TeamSaid } from './team-said.ts';
import { TextField } from './text-field.tsx';
import { goInstead, useTeam, useTeamId } from './use-team.ts';
import { useWords } from './use-words.ts';

const CITY = '360700';
const DRAFT = 'fenghuo.team.form';

/** The application, and later every change of the entry. */
export function TeamForm() {
  const team = useTeam();
  return <Form key={team?.status ?? 'none'} team={team} />;
}

/** What was typed is there after a reload; who the leader is stays out of the browser's store. */
function useDraft(team: Team | undefined): [TeamSaid, (said: TeamSaid) => void] {
  const [said, setSaid] = useState<TeamSaid>(() => {
    const kept = sessionStorage.getItem(DRAFT);
    // Written only below.
    return kept === null ? saidBy(team, COUNTIES[0][0]) : { ...(JSON.parse(kept) as TeamSaid), leader: '', leaderPhone: '' };
  });
  return [
    said,
    (next) => {
      sessionStorage.setItem(DRAFT, JSON.stringify({ ...next, leader: '', leaderPhone: '' }));
      setSaid(next);
    },
  ];
}

function Form({ team }: { team: Team | undefined }) {
  const t = useWords();
  const teamId = useTeamId();
  const applies = team === undefined || team.status === 'returned';
  const [said, set] = useDraft(team);
  const [tried, setTried] = useState(false);
  const missing = missingIn(said, applies);
  const text = (name: 'name' | 'creditCode' | 'civilRegNo' | 'supervisorOrg' | 'leader' | 'leaderPhone' | 'rangeKm' | 'responseMinutes') => ({
    label: fieldWords(name, t),
    value: said[name],
    fault: faultOf(team, name) ?? (tried && missing.includes(name) ? t('team.missing', { fields: fieldWords(name, t) }) : undefined),
    onChange: (value: string) => set({ ...said, [name]: value }),
  });
  const submit = (): void => {
    setTried(true);
    if (missing.length > 0) return;
    const { leader, org, ...facts } = teamPayload(said);
    const { done } =
      applies && leader ? send('team.apply', { org, ...facts, leader }) : send('team.update', { teamId, ...facts, ...(leader ? { leader } : {}) });
    // Refused, it is still there to be put right.
    void done.then(({ ok }) => ok && sessionStorage.removeItem(DRAFT));
    goInstead('team');
  };
  return (
    <SubScreen title={t(team === undefined ? 'team.apply' : applies ? 'team.applyAgain' : 'team.change')} back="team">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {applies && (
          <label className="field">
            <span>{t('team.org')}</span>
            <select value={said.org} onChange={({ target }) => set({ ...said, org: target.value })}>
              <option value={CITY}>{t.language === 'en' ? 'Ganzhou (city)' : '赣州市'}</option>
              {COUNTIES.map(([id, zh, en]) => (
                <option key={id} value={id}>
                  {t.language === 'en' ? en : zh}
                </option>
              ))}
            </select>
          </label>
        )}
        <TextField {...text('name')} max={120} />
        <TextField {...text('leader')} max={40} hint={applies ? undefined : t('team.keepLeader')} />
        <TextField {...text('leaderPhone')} type="tel" hint={applies ? undefined : t('team.keepLeader')} />
        <BaseField
          said={said}
          fault={faultOf(team, 'base') ?? (tried && missing.includes('base') ? t('team.baseNone') : undefined)}
          onChange={(base) => set({ ...said, ...base })}
        />
        <Categories
          said={said}
          fault={faultOf(team, 'categories') ?? (tried && missing.includes('categories') ? t('team.missing', { fields: t('team.categories') }) : undefined)}
          onChange={set}
        />
        <LinesField
          label={t('team.equipment')}
          fields={[
            { name: 'kind', label: t('team.kind') },
            { name: 'count', label: t('team.number'), inputMode: 'numeric' },
          ]}
          lines={said.equipment}
          onChange={(equipment) => set({ ...said, equipment })}
        />
        <LinesField
          label={t('team.vehicles')}
          fields={[
            { name: 'kind', label: t('team.kind') },
            { name: 'plate', label: t('team.plate') },
            { name: 'seats', label: t('team.seats'), inputMode: 'numeric' },
          ]}
          lines={said.vehicles}
          onChange={(vehicles) => set({ ...said, vehicles })}
        />
        <TextField {...text('rangeKm')} inputMode="numeric" max={4} />
        <TextField {...text('responseMinutes')} inputMode="numeric" max={4} />
        <TextField {...text('creditCode')} max={18} />
        <TextField {...text('civilRegNo')} max={120} />
        <TextField {...text('supervisorOrg')} max={120} />
        {tried && missing.length > 0 && (
          <p className="problem" role="alert">
            {t('team.missing', { fields: missing.map((field) => fieldWords(field, t)).join('、') })}
          </p>
        )}
        <button type="submit" className="primary large">
          {t(applies ? 'team.send' : 'team.save')}
        </button>
      </form>
    </SubScreen>
  );
}

function Categories({ said, fault, onChange }: { said: TeamSaid; fault: string | undefined; onChange: (said: TeamSaid) => void }) {
  const t = useWords();
  const { categories } = said;
  const turn = (category: (typeof CATEGORIES)[number]): void => {
    const { [category]: was, ...others } = categories;
    onChange({ ...said, categories: was === undefined ? { ...others, [category]: '' } : others });
  };
  return (
    <fieldset className="lines">
      <legend>{t('team.categories')}</legend>
      <p className="hint">{t('team.selfHint')}</p>
      {CATEGORIES.map((category) => (
        <div key={category} className="category">
          <label>
            <input type="checkbox" checked={categories[category] !== undefined} onChange={() => turn(category)} />
            {t.category(category)}
          </label>
          {categories[category] !== undefined && (
            <select
              aria-label={`${t.category(category)}: ${t('team.selfLevel')}`}
              value={categories[category]}
              onChange={({ target }) => onChange({ ...said, categories: { ...categories, [category]: target.value } })}
            >
              <option value="">{t('team.noLevel')}</option>
              {['1', '2', '3'].map((n) => (
                <option key={n} value={n}>
                  {t('team.level', { n })}
                </option>
              ))}
            </select>
          )}
        </div>
      ))}
      {fault && <p className="problem">{fault}</p>}
    </fieldset>
  );
}
