import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '#client/store/api.ts';
import { PaperButton } from '#client/ui/paper-button.tsx';
import { refusalText } from '#client/ui/refusal.ts';
import type { Mission } from '#shared/dispatch/mission.ts';

/** 志愿服务证明 of whoever has hours: made once, checked by anybody by its code. The name on these is masked; the team's own have it in full. */
export function Certificates({ mission: { id, members, hours = [], certificates = [] } }: { mission: Mission }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const ask = (memberId: string): void => {
    setBusy(memberId);
    setFailed(undefined);
    api(`/missions/${id}/certificates`, { method: 'POST', body: { memberId } })
      .catch((error: unknown) => setFailed(error instanceof ApiError ? refusalText(error) : t('report.out.unreachable')))
      .finally(() => setBusy(undefined));
  };
  return (
    <details className="dis-certificates">
      <summary>{t('dispatch.certificate.title', { count: hours.length, made: certificates.length })}</summary>
      <ul>
        {hours.map(({ memberId, hours: worked }) => {
          const code = certificates.find((one) => one.memberId === memberId)?.code;
          return (
            <li key={memberId}>
              <span>
                {members.find((one) => one.memberId === memberId)?.name} {t('dispatch.hours', { count: worked })}
              </span>
              {code === undefined ? (
                <button type="button" className="fh-button fh-small" disabled={busy !== undefined} onClick={() => ask(memberId)}>
                  {t(busy === memberId ? 'report.out.making' : 'dispatch.certificate.make')}
                </button>
              ) : (
                <>
                  <code>{code}</code>
                  <PaperButton path={`/missions/${id}/certificates/${code}.docx`}>Word</PaperButton>
                  <PaperButton path={`/missions/${id}/certificates/${code}.pdf`}>PDF</PaperButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {failed !== undefined && (
        <p className="dis-no" role="alert">
          {failed}
        </p>
      )}
    </details>
  );
}
