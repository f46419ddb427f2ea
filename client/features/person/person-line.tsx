import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '#client/store/api.ts';
import { useHeldDocument } from '#client/store/held.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { refusalText } from '#client/ui/refusal.ts';
import { mayReveal } from '#shared/person/policy.ts';
import type { Actor } from '#shared/seat.ts';

interface Plain {
  name?: string;
  phone?: string;
}

/** One person, masked. Shown plain for a reason, on this screen only and until it is hidden or left. */
export function PersonLine({ id, actor }: { id: string; actor: Actor }) {
  const { t } = useTranslation();
  const person = useHeldDocument('person', id);
  const [asking, setAsking] = useState(false);
  const [plain, setPlain] = useState<Plain>();
  if (!person) return null;
  const { masked, unit, post, role, purgedAt } = person;
  const shown = purgedAt === undefined ? { ...masked, ...plain } : {};
  const hasSecret = masked.name !== undefined || masked.phone !== undefined;
  return (
    <p className="person-line" data-plain={plain !== undefined && purgedAt === undefined}>
      {role === 'contact' && <span className="person-role">{t('person.contact')}</span>}
      {purgedAt !== undefined && <em>{t('person.purged')}</em>}
      {[shown.name, shown.phone, unit, post]
        .filter((part) => part !== undefined && part !== '')
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
      {purgedAt === undefined && hasSecret && mayReveal(actor) && (
        <button type="button" className="inc-link" onClick={() => (plain ? setPlain(undefined) : setAsking(true))}>
          {t(plain ? 'person.hide' : 'person.reveal')}
        </button>
      )}
      {asking && <Reveal id={id} onClose={() => setAsking(false)} onShown={setPlain} />}
    </p>
  );
}

function Reveal({ id, onClose, onShown }: { id: string; onClose: () => void; onShown: (plain: Plain) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const show = async (): Promise<void> => {
    setBusy(true);
    try {
      const { person } = await api<{ person: Plain }>(`/persons/${id}/reveal`, { method: 'POST', body: { reason: reason.trim() } });
      onShown(person);
      onClose();
    } catch (error) {
      setFailed(error instanceof ApiError ? refusalText(error) : t('person.offline'));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('person.reveal')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="fh-button fh-button-plain" onClick={onClose}>
            {t('common.action.cancel')}
          </button>
          <button type="button" className="fh-button fh-button-primary" disabled={busy || reason.trim() === ''} onClick={() => void show()}>
            {t('person.reveal')}
          </button>
        </>
      }
    >
      <Field
        label={t('person.why')}
        hint={t('person.whyHint')}
        error={failed && t('person.failed', { why: failed })}
        maxLength={1000}
        value={reason}
        autoFocus
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => event.stopPropagation()}
      />
    </Dialog>
  );
}
