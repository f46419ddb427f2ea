import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuthor } from '#client/ui/names.ts';
import { api } from '#client/store/api.ts';
import { useDraft } from '#client/store/draft.ts';
import { send } from '#client/store/outbox.ts';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import type { Colleague } from '#shared/access/accounts.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { OrderDialog } from './order-dialog.tsx';

interface RestrictDialogProps {
  incident: Incident;
  actor: Actor;
  onGiven: (orderId: string) => void;
  onCancel: () => void;
}

/** Who alone goes on seeing the incident; of one that is restricted, who else, or that everybody does again. */
export function RestrictDialog({ incident, actor, onGiven, onCancel }: RestrictDialogProps) {
  const { t } = useTranslation();
  const { colleagues, failed } = useColleagues();
  const [search, setSearch] = useState('');
  const draft = useDraft<{ named: readonly string[]; reason: string }>(`restrict.${incident.id}`, {
    named: incident.sensitive?.named ?? [],
    reason: incident.sensitive?.reason ?? '',
  });
  const { named, reason } = draft.value;
  const ready = reason.trim() !== '' && colleagues !== undefined;
  const incidentId = incident.id;
  const gave = ({ id }: { id: string }): void => {
    draft.given(id);
    onGiven(id);
  };
  const restrict = (): void => gave(send('incident.restrict', { incidentId, named: [...named], reason: reason.trim() }));
  const release = (): void => gave(send('incident.release', { incidentId, reason: reason.trim() }));
  const shown = (colleagues ?? []).filter(({ id, name }) => id !== actor.id && name.includes(search.trim()));
  const toggle = (id: string): void => draft.change({ named: named.includes(id) ? named.filter((one) => one !== id) : [...named, id] });
  return (
    <OrderDialog
      title={t(incident.sensitive ? 'record.restrict.change' : 'record.restrict.title')}
      subject={incident}
      submit={t(incident.sensitive ? 'record.restrict.rename' : 'record.restrict.title')}
      ready={ready}
      draft={draft}
      onSubmit={restrict}
      onCancel={onCancel}
    >
      <label className="inc-field">
        <span>
          {t('record.restrict.reason')} <b aria-hidden>*</b>
        </span>
        <input
          className="fh-input"
          autoFocus
          maxLength={1000}
          value={reason}
          placeholder={t('record.restrict.reasonHint')}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      <div className="inc-field">
        <span>{t('record.restrict.named', { count: named.length })}</span>
        <input
          className="fh-input"
          value={search}
          aria-label={t('record.restrict.search')}
          placeholder={t('record.restrict.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        {failed && <Notice tone="no">{t('record.restrict.failed')}</Notice>}
        {!colleagues && !failed && <Skeleton rows={4} label={t('common.loading')} />}
        <ul className="inc-colleagues" aria-label={t('record.restrict.named', { count: named.length })}>
          {shown.map((colleague) => (
            <li key={colleague.id}>
              <label>
                <input type="checkbox" checked={named.includes(colleague.id)} onChange={() => toggle(colleague.id)} />
                <Name of={colleague} />
              </label>
            </li>
          ))}
          {colleagues && shown.length === 0 && <li>{t('record.restrict.nobody')}</li>}
        </ul>
      </div>
      <p className="fh-field-hint">{t('record.restrict.hint')}</p>
      {incident.sensitive && (
        <button type="button" className="fh-button inc-release" disabled={reason.trim() === ''} onClick={release}>
          {t('record.restrict.release')}
        </button>
      )}
    </OrderDialog>
  );
}

function Name({ of: colleague }: { of: Colleague }) {
  const { name, seat } = useAuthor(colleague);
  return (
    <span>
      {name} <small>{seat}</small>
    </span>
  );
}

function useColleagues(): { colleagues: readonly Colleague[] | undefined; failed: boolean } {
  const [colleagues, setColleagues] = useState<readonly Colleague[]>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    api<{ colleagues: Colleague[] }>('/colleagues').then(
      (answer) => wanted && setColleagues(answer.colleagues),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return { colleagues, failed };
}
