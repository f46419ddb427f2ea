import { useTranslation } from 'react-i18next';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import type { Severity } from '#shared/incident/events.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import type { Proposal } from '#plans/severity.ts';
import { LEVELS, levelReason } from './assess-reason.ts';
import { OrderDialog } from './order-dialog.tsx';
import { useGrade } from './severity-hint.tsx';
import { basisOfProposal, firedText, sourceOfProposal } from './severity-words.ts';

interface AssessDialogProps {
  incident: Incident;
  actor: Actor;
  /** Whether the proposal is filled in from the start. */
  proposed: boolean;
  onGiven: (orderId: string) => void;
  onCancel: () => void;
}

/** The level and what it rests on. A duty officer's word is a proposal, a leader's sets it. */
export function AssessDialog({ incident, actor, proposed, onGiven, onCancel }: AssessDialogProps) {
  const { t } = useTranslation();
  const grade = useGrade(incident);
  const proposal = grade && levelReason(actor, incident, grade.value) === undefined ? grade : null;
  const first = proposed ? proposal : null;
  const draft = useDraft<{ level?: Severity | null | undefined; basis: string }>(`assess.${incident.id}${first ? '.proposal' : ''}`, {
    level: first?.value ?? incident.severity?.value ?? undefined,
    basis: first ? basisOfProposal(first, t) : '',
  });
  const { level, basis } = draft.value;
  const use = (from: Proposal): void => draft.change({ level: from.value, basis: basisOfProposal(from, t) });
  const leader = actor.role.endsWith('leader');
  const ready = level !== undefined && basis.trim() !== '';
  const give = (): void => {
    if (level === undefined || !ready) return;
    const { id } = send('incident.assess', { incidentId: incident.id, severity: level, basis: basis.trim() });
    draft.given(id);
    onGiven(id);
  };
  return (
    <OrderDialog
      title={t(leader ? 'incident.assess.set' : 'incident.assess.propose')}
      subject={incident}
      submit={t(leader ? 'incident.assess.set' : 'incident.assess.propose')}
      ready={ready}
      draft={draft}
      onSubmit={give}
      onCancel={onCancel}
    >
      {grade && (
        <div className="inc-proposal" role="note" aria-label={t('record.severity.title')}>
          <p>
            {t('record.severity.title')} <LevelMark level={grade.value} size={16} />
          </p>
          <small>
            {firedText(grade, t)}
            <br />
            <i>{sourceOfProposal(grade, t)}</i>
          </small>
          {proposal ? (
            <button type="button" className="fh-button" onClick={() => use(proposal)}>
              {t('record.severity.fill')}
            </button>
          ) : (
            <small>{t('record.severity.notYours')}</small>
          )}
        </div>
      )}
      <div className="inc-levels" role="radiogroup" aria-label={t('incident.field.severity')}>
        {LEVELS.map((one) => {
          const why = levelReason(actor, incident, one);
          return (
            <label key={String(one)} data-on={level === one} data-off={why !== undefined} title={why && t(why)}>
              <input
                type="radio"
                name="level"
                className="fh-hidden"
                checked={level === one}
                disabled={why !== undefined}
                onChange={() => draft.change({ level: one })}
              />
              {one === null ? <span>{t('incident.assess.none')}</span> : <LevelMark level={one} size={22} />}
            </label>
          );
        })}
      </div>
      <label className="inc-field">
        <span>
          {t('incident.field.basis')} <b aria-hidden>*</b>
        </span>
        <textarea
          className="fh-input inc-area"
          rows={3}
          maxLength={1000}
          value={basis}
          placeholder={t('incident.assess.basisHint')}
          onChange={(event) => draft.change({ basis: event.target.value })}
        />
      </label>
      <p className="fh-field-hint">{t(leader ? 'incident.assess.setHint' : 'incident.assess.proposeHint')}</p>
    </OrderDialog>
  );
}
