import { useTranslation } from 'react-i18next';
import { useOrganisationName } from '#client/ui/names.ts';
import { certifiedLevel, insuredAt } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { firstExpiry, urgencyOf } from './register.ts';

interface TeamRowProps {
  team: Team;
  now: string;
  selected: boolean;
  onSelect: (id: string) => void;
}

/** A team in a line: who, where, what for and how well by certificate, who is insured, and what ends next. */
export function TeamRow({ team, now, selected, onSelect }: TeamRowProps) {
  const { t } = useTranslation();
  const { id, name, org, status, categories, strength } = team;
  const authority = useOrganisationName(org);
  const expiry = firstExpiry(team);
  return (
    <li id={`team-${id}`}>
      <button type="button" className="team-row" aria-current={selected || undefined} onClick={() => onSelect(id)}>
        <span className="team-row-head">
          <strong>{name}</strong>
          <b className="team-status" data-status={status}>
            {t(`team.status.${status}`)}
          </b>
        </span>
        <span className="team-row-what">
          {categories.map(({ category }) => {
            const level = certifiedLevel(team, category, now);
            return (
              <span key={category}>
                {t(`team.category.${category}`)} <small>{level === undefined ? t('team.uncertified') : t(`team.level.${level}`)}</small>
              </span>
            );
          })}
        </span>
        <span className="team-row-foot">
          <span>{authority}</span>
          <span>{t('team.insuredOf', { insured: insuredAt(strength, now), members: strength.members })}</span>
          {expiry && (
            <span data-urgency={urgencyOf(expiry, now)}>
              {t(urgencyOf(expiry, now) === 'over' ? 'team.expiredOn' : 'team.expiresOn', { of: expiryName(expiry.of, t), date: expiry.validTo })}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

export const expiryName = (of: string, t: (key: string) => string): string =>
  of === 'agreement' ? t('team.field.agreement') : of === 'insurance' ? t('team.insurance') : t(`team.category.${of}`);
