import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useDocuments } from '#client/store/world.ts';
import { CLASSES } from '#shared/incident/classes.ts';
import { cityOf } from '#shared/region.ts';
import { coverageOf } from './coverage.ts';

/** Class of incident by county: where nobody has a plan is seen at a glance. */
export function Coverage() {
  const { t } = useTranslation();
  const plans = useDocuments('plan');
  const organisations = useDocuments('organisation');
  const english = languageNow() === 'en';
  const counties = useMemo(() => [...organisations.values()].filter(({ kind }) => kind === 'county').sort((a, b) => (a.id < b.id ? -1 : 1)), [organisations]);
  const covered = useMemo(
    () =>
      coverageOf(
        plans.values(),
        counties.map(({ id }) => id),
        cityOf(counties[0]?.id ?? '360700'),
      ),
    [plans, counties],
  );
  return (
    <>
      <p className="pln-quiet">{t('plan.coverage.lead')}</p>
      <div className="pln-scroll">
        <table className="pln-matrix">
          <thead>
            <tr>
              <th scope="col">{t('plan.coverage.hazard')}</th>
              {counties.map((one) => (
                <th key={one.id} scope="col">
                  {english ? one.nameEn : one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CLASSES.map(({ code, zh, en }) => (
              <tr key={code}>
                <th scope="row">{english ? en : zh}</th>
                {counties.map((one) => {
                  const cover = covered.get(code)?.get(one.id) ?? 'none';
                  return (
                    <td key={one.id} data-cover={cover}>
                      {cover === 'none' ? <span className="fh-hidden">{t('plan.coverage.none')}</span> : t(`plan.coverage.${cover}`)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
