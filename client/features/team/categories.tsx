import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { useGiven } from '#client/ui/say-button.tsx';
import { CATEGORIES, isValid, type Category } from '#shared/team/category.ts';
import type { Team } from '#shared/team/state.ts';
import { PaperFields } from './paper-fields.tsx';

/** What a team does: on one side what is certified, on the other what it thinks of itself. The one is never shown as the other. */
export function Categories({ team, now, may }: { team: Team; now: string; may: boolean }) {
  const { t } = useTranslation();
  const [certifying, setCertifying] = useState<Category | ''>();
  const { give, state } = useGiven();
  return (
    <>
      <table className="team-table">
        <thead>
          <tr>
            <th scope="col">{t('team.field.category')}</th>
            <th scope="col">{t('team.field.certified')}</th>
            <th scope="col">{t('team.field.certificate')}</th>
            <th scope="col">{t('team.field.selfLevel')}</th>
            {may && (
              <th scope="col">
                <span className="fh-hidden">{t('team.do.certify')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {team.categories.map(({ category, certificate, selfLevel }) => {
            const valid = certificate !== undefined && isValid(certificate.validTo, now);
            return (
              <tr key={category}>
                <th scope="row">{t(`team.category.${category}`)}</th>
                <td>
                  {certificate === undefined ? (
                    t('team.uncertified')
                  ) : valid ? (
                    <b>{t(`team.level.${certificate.level}`)}</b>
                  ) : (
                    <s>{t(`team.level.${certificate.level}`)}</s>
                  )}
                </td>
                <td>
                  {certificate && (
                    <>
                      {certificate.no}{' '}
                      <span data-urgency={valid ? 'far' : 'over'}>{t(valid ? 'team.validTo' : 'team.wasValidTo', { date: certificate.validTo })}</span>
                    </>
                  )}
                </td>
                <td className="team-quiet">{selfLevel === undefined ? '—' : t('team.selfOnly', { level: t(`team.level.${selfLevel}`) })}</td>
                {may && (
                  <td>
                    <button type="button" className="fh-button fh-small" onClick={() => setCertifying(category)}>
                      {t('team.do.certify')}
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {certifying !== undefined && (
        <CertifyForm
          key={certifying}
          teamId={team.id}
          of={certifying}
          onGive={(sent) => {
            give(sent);
            setCertifying(undefined);
          }}
          onCancel={() => setCertifying(undefined)}
        />
      )}
      {state}
    </>
  );
}

interface CertifyFormProps {
  teamId: string;
  of: Category | '';
  onGive: (sent: { id: string }) => void;
  onCancel: () => void;
}

/** A level with the paper that says so: without one it is refused. */
function CertifyForm({ teamId, of, onGive, onCancel }: CertifyFormProps) {
  const { t } = useTranslation();
  const [category, setCategory] = useState(of);
  const [level, setLevel] = useState('3');
  const [no, setNo] = useState('');
  const [validTo, setValidTo] = useState('');
  const ready = category !== '' && no.trim() !== '' && /^\d{4}-\d\d-\d\d$/.test(validTo);
  const certify = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) onGive(send('team.certify', { teamId, category, level: Number(level) as 1 | 2 | 3, certificate: { no: no.trim(), validTo } }));
  };
  return (
    <form className="team-form" aria-label={t('team.do.certify')} onSubmit={certify}>
      <label>
        {t('team.field.category')}
        <select className="fh-input" value={category} onChange={({ target }) => setCategory(target.value as Category)}>
          {CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {t(`team.category.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('team.field.certified')}
        <select className="fh-input" value={level} onChange={({ target }) => setLevel(target.value)}>
          {[1, 2, 3].map((one) => (
            <option key={one} value={one}>
              {t(`team.level.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <PaperFields numberLabel={t('team.field.certificateNo')} no={no} validTo={validTo} onNo={setNo} onValidTo={setValidTo} />
      <button type="submit" className="fh-button fh-button-primary" disabled={!ready}>
        {t('team.do.certify')}
      </button>
      <button type="button" className="fh-button fh-button-plain" onClick={onCancel}>
        {t('common.action.cancel')}
      </button>
    </form>
  );
}
