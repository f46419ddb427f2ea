import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useDocuments } from '#client/store/world.ts';
import { CATEGORIES, type Category } from '#shared/team/category.ts';
import { TEAM_STATUSES, type Team, type TeamStatus } from '#shared/team/state.ts';
import type { RegisterFilter } from './register.ts';

interface TeamFilterProps {
  teams: readonly Team[];
  filter: RegisterFilter;
  onFilter: (filter: RegisterFilter) => void;
  search: Ref<HTMLInputElement>;
}

export function TeamFilter({ teams, filter, onFilter, search }: TeamFilterProps) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const orgs = [...new Set(teams.flatMap(({ org, base }) => [org, base.adcode.slice(0, 6)]))].sort();
  const nameOf = (id: string): string => {
    const organisation = organisations.get(id);
    return (languageNow() === 'en' ? organisation?.nameEn : organisation?.name) ?? id;
  };
  return (
    <div className="team-filter">
      <input
        ref={search}
        className="fh-input"
        type="search"
        aria-label={t('team.search')}
        placeholder={t('team.searchHint')}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <select
        className="fh-input"
        aria-label={t('team.field.status')}
        value={filter.status}
        onChange={({ target }) => onFilter({ ...filter, status: target.value as TeamStatus | '' })}
      >
        <option value="">{t('team.anyStatus')}</option>
        {TEAM_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`team.status.${status}`)}
          </option>
        ))}
      </select>
      <select
        className="fh-input"
        aria-label={t('team.field.categories')}
        value={filter.category}
        onChange={({ target }) => onFilter({ ...filter, category: target.value as Category | '' })}
      >
        <option value="">{t('team.anyCategory')}</option>
        {CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {t(`team.category.${category}`)}
          </option>
        ))}
      </select>
      <select className="fh-input" aria-label={t('team.field.county')} value={filter.org} onChange={({ target }) => onFilter({ ...filter, org: target.value })}>
        <option value="">{t('team.anyCounty')}</option>
        {orgs.map((org) => (
          <option key={org} value={org}>
            {nameOf(org)}
          </option>
        ))}
      </select>
    </div>
  );
}
