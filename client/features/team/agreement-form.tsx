import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { useGiven } from '#client/ui/say-button.tsx';
import type { Team } from '#shared/team/state.ts';
import { PaperFields } from './paper-fields.tsx';

/** 协议: what the authority and the team have signed, and until when. */
export function AgreementForm({ team: { id: teamId, agreement } }: { team: Team }) {
  const { t } = useTranslation();
  const { give, state } = useGiven();
  const [open, setOpen] = useState(false);
  const [no, setNo] = useState(agreement?.no ?? '');
  const [validTo, setValidTo] = useState(agreement?.validTo ?? '');
  const ready = no.trim() !== '' && /^\d{4}-\d\d-\d\d$/.test(validTo);
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    give(send('team.update', { teamId, agreement: { no: no.trim(), validTo } }));
    setOpen(false);
  };
  if (!open)
    return (
      <div className="team-actions">
        <button type="button" className="fh-button fh-small" onClick={() => setOpen(true)}>
          {t('team.do.agreement')}
        </button>
        {state}
      </div>
    );
  return (
    <form className="team-form" aria-label={t('team.do.agreement')} onSubmit={enter}>
      <PaperFields numberLabel={t('team.field.agreementNo')} no={no} validTo={validTo} onNo={setNo} onValidTo={setValidTo} />
      <button type="submit" className="fh-button fh-button-primary" disabled={!ready}>
        {t('team.do.agreement')}
      </button>
      <button type="button" className="fh-button fh-button-plain" onClick={() => setOpen(false)}>
        {t('common.action.cancel')}
      </button>
    </form>
  );
}
