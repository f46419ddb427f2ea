import './person.css';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { useHeldDocument } from '#client/store/held.ts';
import { useDocument } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { personsOf } from '#shared/person/decide.ts';
import { RecordPerson } from '#shared/person/orders.ts';
import { mayPurge, mayRecordPerson } from '#shared/person/policy.ts';
import { CustodyActions, CustodyState } from './custody-state.tsx';
import { PersonLine } from './person-line.tsx';

/** Who called, masked, and the line to record another. */
export function Caller({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const live = useDocument('incident', incidentId) !== undefined;
  const incident = useHeldDocument('incident', incidentId);
  if (!session || !incident) return null;
  const actor = actorOf(session);
  const may = live && mayRecordPerson(actor) && incident.personal?.purgedAt === undefined;
  return (
    <section className="person" aria-label={t('person.title')}>
      <h4>{t('person.title')}</h4>
      {personsOf(incident).map((id) => (
        <PersonLine key={id} id={id} actor={actor} />
      ))}
      {personsOf(incident).length > 0 && (incident.status === 'closed' || mayPurge(actor, incident)) && (
        <p className="person-kept">
          <CustodyState incident={incident} /> <CustodyActions incident={incident} actor={actor} />
        </p>
      )}
      {may && <PersonForm incidentId={incidentId} />}
    </section>
  );
}

const EMPTY = { name: '', phone: '', unit: '', post: '' };
const FIELDS = ['name', 'phone', 'unit', 'post'] as const;

/** What is typed is kept nowhere but here until it is given as an order. */
function PersonForm({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState(false);
  const [order, setOrder] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const said = Object.fromEntries(FIELDS.flatMap((field) => (typed[field].trim() === '' ? [] : [[field, typed[field].trim()]])));
    const payload = RecordPerson.safeParse({ incidentId, role: 'caller', ...said });
    setWrong(!payload.success);
    if (!payload.success) return;
    setOrder(send('person.record', payload.data).id);
    setTyped(EMPTY);
    setOpen(false);
  };
  if (!open) {
    return (
      <p>
        <button type="button" className="inc-link" onClick={() => setOpen(true)}>
          <Icon name="plus" size={12} /> {t('person.add')}
        </button>{' '}
        <OrderState id={order} />
      </p>
    );
  }
  return (
    <form className="person-form" onSubmit={submit} onKeyDown={(event) => event.stopPropagation()}>
      {FIELDS.map((field) => (
        <label key={field}>
          <span>{t(`person.${field}`)}</span>
          <input
            className="fh-input"
            autoFocus={field === 'name'}
            autoComplete="off"
            maxLength={field === 'unit' ? 100 : field === 'post' ? 60 : field === 'name' ? 40 : 30}
            inputMode={field === 'phone' ? 'tel' : 'text'}
            value={typed[field]}
            onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
          />
        </label>
      ))}
      <footer>
        <button type="submit" className="fh-button fh-button-primary">
          {t('person.save')}
        </button>
        <button type="button" className="fh-button fh-button-plain" onClick={() => setOpen(false)}>
          {t('common.action.cancel')}
        </button>
      </footer>
      <small className={wrong ? 'fh-field-error' : ''} role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'person.wrong' : 'person.hint')}
      </small>
    </form>
  );
}
