import { useTranslation } from 'react-i18next';
import { insuredAt } from '#shared/team/category.ts';
import { TEAM_STATUSES, type Team } from '#shared/team/state.ts';
import { firstExpiry, urgencyOf, type RegisterFilter } from './register.ts';

interface TeamCountsProps {
  teams: readonly Team[];
  now: string;
  filter: RegisterFilter;
  onFilter: (filter: RegisterFilter) => void;
}

/** The register in numbers; one by standing shows those teams. */
export function TeamCounts({ teams, now, filter, onFilter }: TeamCountsProps) {
  const { t } = useTranslation();
  const registered = teams.filter(({ status }) => status === 'registered');
  const expiring = registered.filter((team) => {
    const expiry = firstExpiry(team);
    return expiry !== undefined && urgencyOf(expiry, now) !== 'far';
  }).length;
  const insured = registered.reduce((sum, { strength }) => sum + insuredAt(strength, now), 0);
  const members = registered.reduce((sum, { strength }) => sum + strength.members, 0);
  return (
    <div className="team-counts">
      {TEAM_STATUSES.map((status) => {
        const count = teams.filter((team) => team.status === status).length;
        const chosen = filter.status === status;
        return (
          <button
            key={status}
            type="button"
            aria-pressed={chosen}
            data-zero={count === 0}
            data-waits={status === 'applied' && count > 0}
            onClick={() => onFilter({ ...filter, status: chosen ? '' : status })}
          >
            {t(`team.status.${status}`)} <b>{count}</b>
          </button>
        );
      })}
      <span>
        {t('team.expiring')} <b data-waits={expiring > 0}>{expiring}</b>
      </span>
      <span>
        {t('team.insured')}{' '}
        <b>
          {insured}/{members}
        </b>
      </span>
    </div>
  );
}
