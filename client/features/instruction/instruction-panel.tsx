import './instruction.css';
import { useTranslation } from 'react-i18next';
import { useHeldOf } from '#client/store/held.ts';
import { useDocument } from '#client/store/world.ts';
import { Empty } from '#client/ui/notice.tsx';
import type { Incident } from '#shared/incident/state.ts';
import { mayInstruct } from '#shared/instruction/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { GiveForm } from './give-form.tsx';
import { InstructionCard } from './instruction-card.tsx';

/** The leaders' instructions about an incident, the latest first, and what each of them waits for. */
export function InstructionPanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const live = useDocument('incident', incident.id) !== undefined;
  const mine = useHeldOf('instruction', incident.id).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="ins-panel">
      {incident.status === 'open' && mayInstruct(actor) && <GiveForm incident={incident} actor={actor} />}
      {mine.length === 0 && <Empty title={t('instruction.none')} hint={t('instruction.noneHint')} />}
      {mine.map((one) => (
        <InstructionCard key={one.id} instruction={one} actor={live ? actor : undefined} />
      ))}
    </div>
  );
}
