import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { isBelow, mayPass, nextStep } from '#shared/instruction/policy.ts';
import type { Instruction } from '#shared/instruction/state.ts';
import type { Actor } from '#shared/seat.ts';

/** What this seat may do about an instruction next; nothing where it has no part in it. */
export function InstructionActions({ instruction, actor }: { instruction: Instruction; actor: Actor }) {
  const { t } = useTranslation();
  const target = useDocument('organisation', instruction.to.org);
  const organisations = useDocuments('organisation');
  const draft = useDraft(`instruction.${instruction.id}`, { text: '', to: '' });
  const { text, to } = draft.value;
  const [order, setOrder] = useState<string>();
  const instructionId = instruction.id;
  const next = nextStep(actor, instruction, target);
  const own = actor.org === instruction.to.org;
  const passing = mayPass(actor, instruction, target);
  const below = passing && own ? [...organisations.values()].filter((one) => one.id !== actor.org && isBelow(one, actor.org)) : [];
  const said = text.trim();
  const given = ({ id }: { id: string }): void => {
    setOrder(id);
    draft.given(id);
  };
  if (next === undefined && !passing) return <OrderState id={order} />;
  return (
    <div className="ins-actions">
      {next === 'acknowledge' && (
        <button type="button" className="fh-button fh-button-primary" onClick={() => given(send('instruction.acknowledge', { instructionId }))}>
          {t('instruction.do.acknowledge')}
        </button>
      )}
      {(next === 'done' || next === 'report') && (
        <>
          <input
            className="fh-input"
            maxLength={2000}
            aria-label={t(`instruction.say.${next}`)}
            placeholder={t(`instruction.say.${next}`)}
            value={text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
          <button
            type="button"
            className="fh-button fh-button-primary"
            disabled={said === ''}
            onClick={() => given(send(next === 'done' ? 'instruction.done' : 'instruction.report', { instructionId, text: said }))}
          >
            {t(`instruction.do.${next}`)}
          </button>
        </>
      )}
      {passing && !own && (
        <button type="button" className="fh-button" onClick={() => given(send('instruction.pass', { instructionId }))}>
          {t('instruction.do.pass')}
        </button>
      )}
      {below.length > 0 && (
        <>
          <select className="fh-input" aria-label={t('instruction.passTo')} value={to} onChange={(event) => draft.change({ to: event.target.value })}>
            <option value="">{t('instruction.passTo')}</option>
            {below.map((one) => (
              <option key={one.id} value={one.id}>
                {languageNow() === 'en' ? one.nameEn : one.name}
              </option>
            ))}
          </select>
          <button type="button" className="fh-button" disabled={to === ''} onClick={() => given(send('instruction.pass', { instructionId, to }))}>
            {t('instruction.do.pass')}
          </button>
        </>
      )}
      <OrderState id={order} />
    </div>
  );
}
