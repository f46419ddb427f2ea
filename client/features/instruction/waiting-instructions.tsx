import './instruction.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMode } from '#client/store/mode.ts';
import { actorOf, type Session } from '#client/store/session.ts';
import { documentsNow, useDocument, useDocuments } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Popup } from '#client/ui/popup.tsx';
import { isUnanswered, nextStep } from '#shared/instruction/policy.ts';
import type { Instruction } from '#shared/instruction/state.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import { InstructionCard } from './instruction-card.tsx';

/** Whether an instruction waits for this seat: for its next step, or because it has climbed to it. */
function waitsFor(actor: Actor, instruction: Instruction): boolean {
  if (nextStep(actor, instruction, documentsNow('organisation').get(instruction.to.org)) !== undefined) return true;
  if (!instruction.climbed || !isUnanswered(instruction)) return false;
  return instruction.climbed.to === (isLeader(actor) ? `lead:${actor.org}` : isDuty(actor) ? `org:${actor.org}` : '');
}

/** The instructions that wait for whoever sits here, wherever in the window they are. */
export function WaitingInstructions({ session }: { session: Session }) {
  const { t } = useTranslation();
  const exercise = useMode() === 'drill';
  const all = useDocuments('instruction');
  const actor = actorOf(session);
  const waiting = [...all.values()].filter((one) => one.exercise === exercise && waitsFor(actor, one)).sort((a, b) => (a.at < b.at ? -1 : 1));
  if (waiting.length === 0) return null;
  const red = waiting.some((one) => one.climbed && isUnanswered(one));
  const label = t('instruction.waiting', { count: waiting.length });
  return (
    <Popup
      kind="dialog"
      label={label}
      className="ins-waiting"
      marks={{ 'data-red': red }}
      button={
        <>
          <Icon name="warn" />
          <span>{label}</span>
        </>
      }
    >
      <div className="ins-popup">
        {waiting.map((one) => (
          <Waiting key={one.id} instruction={one} actor={actor} />
        ))}
      </div>
    </Popup>
  );
}

function Waiting({ instruction, actor }: { instruction: Instruction; actor: Actor }) {
  const { t } = useTranslation();
  const seen = useDocument('incident', instruction.incidentId) !== undefined;
  return (
    <div>
      <InstructionCard instruction={instruction} actor={actor} named />
      {seen && <Link to={`/?incident=${instruction.incidentId}&part=instruction`}>{t('instruction.open')}</Link>}
    </div>
  );
}
