import './contact.css';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverdue, isOwnChain, mayKeep } from '#shared/contact/policy.ts';
import type { Contact } from '#shared/contact/state.ts';
import { api } from '#client/store/api.ts';
import { serverNow } from '#client/store/connection.ts';
import type { Numbers } from '#client/store/numbers.ts';
import { send } from '#client/store/outbox.ts';
import { actorOf, useSession, type Session } from '#client/store/session.ts';
import { useDocuments } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';
import { Empty, Notice } from '#client/ui/notice.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { useTitle } from '#client/ui/title.ts';
import { ContactDialog } from './contact-dialog.tsx';
import { useMatch } from './match.ts';

/** 通讯录: whom to call by post, who has verified it when, and the number in one click. */
export function Contacts() {
  const session = useSession();
  return session ? <Book session={session} /> : null;
}

function Book({ session }: { session: Session }) {
  const { t } = useTranslation();
  const actor = actorOf(session);
  const contacts = useDocuments('contact');
  const organisations = useDocuments('organisation');
  const [wanted, setWanted] = useState('');
  const [editing, setEditing] = useState<Contact | 'new'>();
  const [numbers, setNumbers] = useState<Numbers>({});
  const [failed, setFailed] = useState(false);
  const [given, setGiven] = useState<string>();
  const search = useRef<HTMLInputElement>(null);
  useTitle(t('contact.title'));
  useShortcut('/', 'contact.search', () => search.current?.focus());
  useShortcut('n', 'contact.add', () => setEditing('new'));
  const match = useMatch(wanted);
  const shown = useMemo(
    () =>
      [...contacts.values()]
        .filter(({ removedAt }) => removedAt === undefined)
        .filter((one) =>
          match([
            one.post,
            one.unit,
            numbers[one.id]?.name ?? one.masked.name,
            organisations.get(one.org)?.name,
            organisations.get(one.org)?.nameEn,
            numbers[one.id]?.phone,
          ]),
        )
        .sort((a, b) => Number(b.org === actor.org) - Number(a.org === actor.org) || (a.org === b.org ? a.rank - b.rank : a.org < b.org ? -1 : 1)),
    [contacts, organisations, match, numbers, actor.org],
  );
  const now = new Date(serverNow()).toISOString();
  const overdue = shown.filter((one) => isOverdue(one, now)).length;
  const reveal = (ids: readonly string[], reason?: string): void => {
    if (ids.length === 0) return;
    setFailed(false);
    api<{ contacts: Numbers }>('/contacts/reveal', {
      method: 'POST',
      body: { contactIds: ids.slice(0, 500), ...(reason === undefined ? {} : { reason }) },
    }).then(
      (answer) => setNumbers((before) => ({ ...before, ...answer.contacts })),
      (error: unknown) => {
        console.warn(error);
        setFailed(true);
      },
    );
  };
  const chain = shown.filter((one) => one.seal !== undefined && isOwnChain(actor, one)).map(({ id }) => id);
  useShortcut('v', 'contact.showAll', () => reveal(chain));
  return (
    <div className="con-page">
      <h1>{t('contact.title')}</h1>
      <div className="con-tools">
        <input
          ref={search}
          className="fh-input"
          type="search"
          aria-label={t('contact.search')}
          placeholder={t('contact.searchHint')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <span role="status">{t('contact.count', { count: shown.length, overdue })}</span>
        <button type="button" className="fh-button" disabled={chain.length === 0} onClick={() => reveal(chain)}>
          {t('contact.showAll')}
        </button>
        <button type="button" className="fh-button fh-button-primary" onClick={() => setEditing('new')}>
          {t('contact.add')}
        </button>
        <OrderState id={given} />
      </div>
      {failed && <Notice tone="no">{t('contact.failed')}</Notice>}
      {shown.length === 0 ? (
        <Empty icon="contact" title={t('contact.none')} hint={t('contact.noneHint')} />
      ) : (
        <div className="con-scroll">
          <table>
            <thead>
              <tr>
                {(['org', 'post', 'name', 'phone', 'verified'] as const).map((field) => (
                  <th key={field}>{t(`contact.field.${field}`)}</th>
                ))}
                <th>
                  <span className="fh-hidden">{t('contact.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Row
                  key={one.id}
                  contact={one}
                  plain={numbers[one.id]}
                  overdue={isOverdue(one, now)}
                  own={isOwnChain(actor, one)}
                  keeps={mayKeep(actor, one.org)}
                  onReveal={(reason) => reveal([one.id], reason)}
                  onVerify={() => setGiven(send('contact.verify', { contactId: one.id }).id)}
                  onEdit={() => setEditing(one)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <ContactDialog actor={actor} contact={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}

interface RowProps {
  contact: Contact;
  plain: Numbers[string] | undefined;
  overdue: boolean;
  own: boolean;
  keeps: boolean;
  onReveal: (reason?: string) => void;
  onVerify: () => void;
  onEdit: () => void;
}

function Row({ contact, plain, overdue, own, keeps, onReveal, onVerify, onEdit }: RowProps) {
  const { t } = useTranslation();
  const org = useOrganisationName(contact.org);
  const [reason, setReason] = useState('');
  return (
    <tr data-overdue={overdue}>
      <td>{org}</td>
      <td>
        {contact.post} <small>{contact.unit}</small>
      </td>
      <td>{plain?.name ?? contact.masked.name ?? '—'}</td>
      <td>{plain?.phone ? <a href={`tel:${plain.phone.replaceAll(/\s/g, '')}`}>{plain.phone}</a> : (contact.masked.phone ?? '—')}</td>
      <td>
        {contact.verifiedAt?.slice(0, 10) ?? '—'} {overdue && <span className="con-overdue">{t('contact.overdue')}</span>}
      </td>
      <td>
        {!plain && contact.seal && !own && (
          <input
            className="fh-input"
            aria-label={t('contact.why')}
            placeholder={t('contact.why')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        {!plain && contact.seal && (
          <button type="button" className="fh-bar-button" disabled={!own && reason.trim() === ''} onClick={() => (own ? onReveal() : onReveal(reason.trim()))}>
            {t('contact.show')}
          </button>
        )}
        {keeps && (
          <>
            <button type="button" className="fh-bar-button" onClick={onVerify}>
              {t('contact.verify')}
            </button>
            <button type="button" className="fh-bar-button" onClick={onEdit}>
              {t('contact.edit')}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
