import type { Mission } from '#shared/dispatch/mission.ts';
import { isWaiting, send, useOutbox } from '#client/store/outbox.ts';
import { shareHere, useSharedHere, useSharing } from './position.ts';
import { dispatchOf } from './as-given.ts';
import { useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** Where this phone is: off until somebody switches it on here, during a mission alone, and always in sight. */
export function ShareSwitch({ mission }: { mission: Mission }) {
  const t = useWords();
  const time = useTime();
  const here = useSharedHere();
  const { dispatchId = '', sharingSince } = mission;
  const asked = useOutbox().some((entry) => isWaiting(entry) && entry.type === 'dispatch.share' && dispatchOf(entry.payload) === dispatchId);
  // Another phone of the team may have switched it off for all.
  const on = here === mission.id && (asked || sharingSince !== undefined);
  const sharing = useSharing();
  const turn = (): void => {
    shareHere(on ? null : mission.id);
    if (on || sharingSince === undefined) send('dispatch.share', { dispatchId, on: !on });
  };
  const words = (): string => {
    if (!on) return sharingSince === undefined ? t('mission.shareOff') : t('mission.shareOther');
    if (sharing === 'denied') return t('mission.shareDenied');
    if (sharing === 'insecure') return t('mission.shareInsecure');
    if (sharingSince === undefined) return t('mission.sharePending');
    return sharing === 'looking' ? t('mission.shareLooking') : t('mission.shareOn', { at: time(sharingSince) });
  };
  return (
    <div className="switch-row">
      <button type="button" role="switch" aria-checked={on} className="switch" onClick={turn}>
        <b>{t('mission.share')}</b>
        <i aria-hidden="true" />
      </button>
      <p className="hint" role="status">
        {words()}
      </p>
    </div>
  );
}
