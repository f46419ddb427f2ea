import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayKeep } from '#shared/contact/policy.ts';
import type { Contact } from '#shared/contact/state.ts';
import type { Actor } from '#shared/seat.ts';
import { languageNow } from '#client/i18n/index.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments } from '#client/store/world.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field } from '#client/ui/field.tsx';
import { OrderState } from '#client/ui/order-state.tsx';

/** A post of the book. Name and number left empty stay as they are. */
export function ContactDialog({ actor, contact, onClose }: { actor: Actor; contact: Contact | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [fields, setFields] = useState({ post: contact?.post ?? '', unit: contact?.unit ?? '', name: '', phone: '', rank: String(contact?.rank ?? 10) });
  const [org, setOrg] = useState(contact?.org ?? actor.org);
  const [given, setGiven] = useState<string>();
  const orgs = [...useDocuments('organisation').values()].filter(({ id }) => mayKeep(actor, id));
  const set = (field: keyof typeof fields) => (event: { target: { value: string } }) => setFields({ ...fields, [field]: event.target.value });
  const after = (order: { id: string; done: Promise<{ ok: boolean }> }): void => {
    setGiven(order.id);
    void order.done.then(({ ok }) => ok && onClose());
  };
  const save = (): void => {
    const { post, rank, ...rest } = fields;
    const texts = Object.fromEntries(Object.entries(rest).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])));
    const about = contact ? { contactId: contact.id } : {};
    after(send('contact.save', { ...about, org, post: post.trim(), ...texts, ...(/^\d{1,3}$/.test(rank) && Number(rank) > 0 ? { rank: Number(rank) } : {}) }));
  };
  return (
    <Dialog
      title={t(contact ? 'contact.edit' : 'contact.add')}
      onClose={onClose}
      footer={
        <>
          <OrderState id={given} />
          {contact && (
            <button
              type="button"
              className="fh-button"
              onClick={() => after(send('contact.remove', { contactId: contact.id, reason: t('contact.removedBy') }))}
            >
              {t('contact.remove')}
            </button>
          )}
          <button type="button" className="fh-button fh-button-primary" disabled={fields.post.trim() === ''} onClick={save}>
            {t('common.action.save')}
          </button>
        </>
      }
    >
      <div className="con-form" onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && save()}>
        <label className="fh-field">
          <span>{t('contact.field.org')}</span>
          <select className="fh-input" value={org} onChange={({ target }) => setOrg(target.value)}>
            {orgs.map(({ id, name, nameEn }) => (
              <option key={id} value={id}>
                {languageNow() === 'en' ? nameEn : name}
              </option>
            ))}
          </select>
        </label>
        <Field label={t('contact.field.post')} value={fields.post} maxLength={60} onChange={set('post')} />
        <Field label={t('contact.field.unit')} value={fields.unit} maxLength={100} onChange={set('unit')} />
        <Field
          label={t('contact.field.name')}
          value={fields.name}
          placeholder={contact?.masked.name}
          maxLength={40}
          autoComplete="off"
          onChange={set('name')}
        />
        <Field
          label={t('contact.field.phone')}
          value={fields.phone}
          placeholder={contact?.masked.phone}
          maxLength={30}
          inputMode="tel"
          autoComplete="off"
          onChange={set('phone')}
        />
        <Field label={t('contact.field.rank')} value={fields.rank} inputMode="numeric" onChange={set('rank')} />
      </div>
    </Dialog>
  );
}
