import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { isOverridable } from '#shared/dispatch/rank.ts';
import { offerOf, type Dispatch } from '#shared/dispatch/state.ts';
import { CandidateList } from './candidate-list.tsx';
import { useCandidates } from './use-candidates.ts';

/** Further teams, chosen from the ranking as it is now. One that declined or was stood down may be asked again. */
export function OfferMore({ dispatch, onGive }: { dispatch: Dispatch; onGive: (sent: { id: string }) => void }) {
  const { t } = useTranslation();
  const candidates = useCandidates(dispatch.capability, dispatch.staging, dispatch.exercise, true);
  const [teamIds, setTeamIds] = useState<readonly string[]>([]);
  const [override, setOverride] = useState('');
  const asked = (teamId: string): boolean => {
    const state = offerOf(dispatch, teamId)?.state;
    return state !== undefined && state !== 'declined' && state !== 'stood_down';
  };
  const overrides = candidates.ranking?.excluded.some(({ teamId, against }) => teamIds.includes(teamId) && against.some(isOverridable)) ?? false;
  const ready = teamIds.length > 0 && (!overrides || override.trim() !== '');
  const offer = (): void =>
    onGive(send('dispatch.offer', { dispatchId: dispatch.id, teamIds: [...teamIds], ...(override.trim() === '' ? {} : { overrideReason: override.trim() }) }));
  return (
    <div className="dis-form dis-inline" role="group" aria-label={t('dispatch.do.offer')}>
      <CandidateList candidates={candidates} chosen={teamIds} onChoose={setTeamIds} without={asked} />
      {overrides && (
        <label className="dis-field">
          {t('dispatch.need.override')}
          <textarea className="fh-input" rows={2} maxLength={1000} value={override} onChange={({ target }) => setOverride(target.value)} />
        </label>
      )}
      <div className="dis-foot">
        <button type="button" className="fh-button fh-button-primary" disabled={!ready} onClick={offer}>
          {t('dispatch.need.askChosen', { count: teamIds.length })}
        </button>
      </div>
    </div>
  );
}
