import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useDocument } from '#client/store/world.ts';
import { useAuthor, useOrganisationName } from '#client/ui/names.ts';
import { formatTime } from '#client/ui/time.ts';
import { useTick } from '#client/ui/use-tick.ts';
import { isToDo, isUnanswered } from '#shared/instruction/policy.ts';
import type { Instruction, Step } from '#shared/instruction/state.ts';
import type { Actor } from '#shared/seat.ts';
import { InstructionActions } from './instruction-actions.tsx';

/** One instruction: what, by whom, to whom, how far it has come, and what this seat may do about it. */
export function InstructionCard({
  instruction,
  actor,
  named = false,
}: {
  instruction: Instruction;
  /** Nobody may do anything about one that is archived. */
  actor: Actor | undefined;
  named?: boolean;
}) {
  const { t } = useTranslation();
  const { text, to, by, at, onBehalfOf, dueAt, climbed, status, steps } = instruction;
  const giver = useAuthor(by);
  const addressee = useOrganisationName(to.org);
  const incident = useDocument('incident', named ? instruction.incidentId : undefined);
  const now = useTick(30_000, serverNow);
  const time = (iso: string): string => formatTime(iso, languageNow(), now);
  const late = dueAt !== undefined && isToDo(instruction) && Date.parse(dueAt) < now;
  return (
    <article className="ins-card" aria-label={text} data-climbed={climbed !== undefined && isUnanswered(instruction)} data-late={late}>
      <header>
        <b className="ins-status" data-status={status}>
          {t(`instruction.status.${status}`)}
        </b>
        <span>{t('instruction.toWhom', { to: addressee })}</span>
        {dueAt !== undefined && <span data-late={late}>{t(late ? 'instruction.overdue' : 'instruction.due', { at: time(dueAt) })}</span>}
      </header>
      {named && (
        <small>
          {incident?.title} {instruction.incidentNumber}
        </small>
      )}
      <p className="ins-text">{text}</p>
      <small>
        {onBehalfOf === undefined ? giver.name : t('instruction.behalf', { post: onBehalfOf, name: giver.name })} {giver.seat} {time(at)}
      </small>
      {climbed && isUnanswered(instruction) && <Climbed room={climbed.to} at={time(climbed.at)} />}
      {steps.length > 1 && (
        <ol className="ins-steps">
          {steps.slice(1).map((step) => (
            <Done key={step.at + step.status} step={step} at={time(step.at)} />
          ))}
        </ol>
      )}
      {actor && <InstructionActions instruction={instruction} actor={actor} />}
    </article>
  );
}

/** Who learned that nobody had acknowledged it. */
function Climbed({ room, at }: { room: string; at: string }) {
  const { t } = useTranslation();
  const [kind, org = ''] = room.split(':');
  const name = useOrganisationName(org);
  return <p className="ins-climbed">{t(kind === 'lead' ? 'instruction.climbedLead' : 'instruction.climbedDuty', { org: name, at })}</p>;
}

function Done({ step, at }: { step: Step; at: string }) {
  const { t } = useTranslation();
  const { name, seat } = useAuthor(step.by);
  const to = useOrganisationName(step.to?.org ?? '');
  return (
    <li>
      <b>{t(`instruction.status.${step.status}`)}</b> <time dateTime={step.at}>{at}</time> {name} <small>{seat}</small>
      {step.to && ` → ${to}`}
      {step.text && <p>{step.text}</p>}
    </li>
  );
}
