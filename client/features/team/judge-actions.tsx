import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { SayButton, useGiven } from '#client/ui/say-button.tsx';
import type { Team } from '#shared/team/state.ts';
import { ReturnDialog } from './return-dialog.tsx';

/** What its authority decides on a team that stands as it does now. */
export function JudgeActions({ team: { id: teamId, status, categories, strength } }: { team: Team }) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const [returning, setReturning] = useState(false);
  const judge = (type: 'team.suspend' | 'team.reinstate' | 'team.revoke') => (reason: string | undefined) =>
    reason !== undefined && give(send(type, { teamId, reason }));
  return (
    <div className="team-actions">
      {status === 'applied' && (
        <>
          <button type="button" className="fh-button fh-button-primary" onClick={() => give(send('team.verify', { teamId }))}>
            {t('team.do.verify')}
          </button>
          <button type="button" className="fh-button" onClick={() => setReturning(true)}>
            {t('team.do.return')}
          </button>
          {strength.insuredUntil.length === 0 && <span className="team-quiet">{t('team.note.uninsured')}</span>}
          {categories.every(({ certificate }) => !certificate) && <span className="team-quiet">{t('team.note.uncertified')}</span>}
        </>
      )}
      {(status === 'suspended' || status === 'expired') && (
        <SayButton label={t('team.do.reinstate')} ask={t('team.say.reinstate')} required onSay={judge('team.reinstate')} />
      )}
      {(status === 'registered' || status === 'expired') && (
        <SayButton label={t('team.do.suspend')} ask={t('team.say.suspend')} required onSay={judge('team.suspend')} />
      )}
      {(status === 'registered' || status === 'expired' || status === 'suspended') && (
        <SayButton label={t('team.do.revoke')} ask={t('team.say.revoke')} required onSay={judge('team.revoke')} />
      )}
      {status === 'returned' && <span className="team-quiet">{t('team.note.returned')}</span>}
      {status === 'revoked' && <span className="team-quiet">{t('team.note.revoked')}</span>}
      {state}
      {returning && <ReturnDialog teamId={teamId} onGive={give} onClose={() => setReturning(false)} />}
    </div>
  );
}
