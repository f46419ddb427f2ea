import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import { isValid } from '#shared/team/category.ts';

/** Its members, masked, and whether each is insured and certified today. */
export function MemberList({ teamId, now }: { teamId: string; now: string }) {
  const { t } = useTranslation();
  const members = [...useDocuments('member').values()].filter((one) => one.teamId === teamId && one.leftAt === undefined);
  if (members.length === 0) return <p className="team-quiet">{t('team.noMembers')}</p>;
  return (
    <div className="team-scroll" tabIndex={0} role="group" aria-label={t('team.field.members')}>
      <table className="team-table">
        <thead>
          <tr>
            {(['memberName', 'phone', 'idNo', 'insuredUntil', 'certificates'] as const).map((field) => (
              <th key={field} scope="col">
                {t(`team.field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, masked, insuredUntil, certificates }) => (
            <tr key={id}>
              <th scope="row">{masked.name ?? '—'}</th>
              <td>{masked.phone ?? '—'}</td>
              <td>{masked.idNo ?? '—'}</td>
              <td>
                {insuredUntil === undefined ? (
                  <span data-urgency="over">{t('team.notInsured')}</span>
                ) : (
                  <span data-urgency={isValid(insuredUntil, now) ? 'far' : 'over'}>
                    {t(isValid(insuredUntil, now) ? 'team.validTo' : 'team.wasValidTo', { date: insuredUntil })}
                  </span>
                )}
              </td>
              <td>
                {certificates.map(({ kind, no, validTo }) => (
                  <span key={kind + no} className="team-paper" data-urgency={validTo !== undefined && !isValid(validTo, now) ? 'over' : 'far'}>
                    {kind} {no} {validTo !== undefined && t(isValid(validTo, now) ? 'team.validTo' : 'team.wasValidTo', { date: validTo })}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
