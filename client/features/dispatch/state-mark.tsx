import './state-mark.css';
import { useTranslation } from 'react-i18next';
import type { MissionState } from '#shared/dispatch/mission.ts';

const TONES: Partial<Record<MissionState, 'wait' | 'yes' | 'there' | 'no'>> = {
  offered: 'wait',
  accepted: 'yes',
  en_route: 'yes',
  checked_in: 'there',
  assigned: 'there',
  working: 'there',
  declined: 'no',
  no_reply: 'no',
  self_reported: 'wait',
};

/** How a team stands, in words; shape and colour only help. */
export function StateMark({ state }: { state: MissionState }) {
  const { t } = useTranslation();
  return (
    <b className="dis-state" data-tone={TONES[state] ?? 'past'}>
      {t(`dispatch.missionState.${state}`)}
    </b>
  );
}
