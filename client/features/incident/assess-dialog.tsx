import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [level, setLevel] = useState<Severity | null | undefined>(first?.value ?? incident.severity?.value ?? undefined);
  const [basis, setBasis] = useState(first ? basisOfProposal(first, t) : '');
  const use = (from: Proposal): void => {
    setLevel(from.value);
    setBasis(basisOfProposal(from, t));
  };
  const leader = actor.role.endsWith('leader');
  const ready = level !== undefined && basis.trim() !== '';
  const give = (): void => {
    if (level !== undefined && ready) onGiven(send('incident.assess', { incidentId: incident.id, severity: level, basis: basis.trim() }).id);
  };
  return (
    <OrderDialog
      title={t(leader ? 'incident.assess.set' : 'incident.assess.propose')}
      subject={incident}
      submit={t(leader ? 'incident.assess.set' : 'incident.assess.propose')}
      ready={ready}
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
              <input type="radio" name="level" className="fh-hidden" checked={level === one} disabled={why !== undefined} onChange={() => setLevel(one)} />
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
          onChange={(event) => setBasis(event.target.value)}
        />
      </label>
      <p className="fh-field-hint">{t(leader ? 'incident.assess.setHint' : 'incident.assess.proposeHint')}</p>
    </OrderDialog>
  );
}
