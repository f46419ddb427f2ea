import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import { standsDuty } from '#shared/duty/policy.ts';
import { shiftThatAnswered } from '#shared/duty/state.ts';
import type { Author } from '#shared/seat.ts';
import { useWords } from './use-words.ts';

/** The shift that answered: who was on duty there at that moment, and under which leader. Nothing where no duty is stood. */
export function AnsweredShift({ by, at }: { by: Author; at: string }) {
  const { t } = useTranslation();
  const { time } = useWords();
  const shifts = useDocuments('shift');
  if (!standsDuty(by)) return null;
  const shift = shiftThatAnswered(shifts.values(), by.org, at, by.id);
  if (!shift) return <small className="inc-shift">{t('record.shift.none')}</small>;
  const officers = shift.officers.map(({ name }) => name).join('、');
  return (
    <small className="inc-shift" title={`${time(shift.from)} – ${time(shift.to)}`}>
      {t('record.shift.said', { officers, leader: shift.leader.name })}
    </small>
  );
}
