import type { Masked } from '#shared/person/events.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { ContactEvent } from './events.ts';

/** A post of the contact book. It shows masked whom it is reached by; the plain values are in the vault. */
export interface Contact extends Stamp {
  org: string;
  post: string;
  unit?: string;
  rank: number;
  masked: Masked;
  seal?: string;
  at: string;
  by: Author;
  verifiedAt?: string;
  verifiedBy?: Author;
  /** How often it was shown plain, and to whom last. */
  reveals?: number;
  lastReveal?: { at: string; by: Author; reason?: string };
  removedAt?: string;
}

const READERS = ['everyone'];

export function evolveContact(draft: Draft, event: ContactEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'contact.saved': {
      const { type: _type, contactId: id, verified, ...facts } = event;
      const before = draft.get('contact', id);
      const kept = before ? { verifiedAt: before.verifiedAt, verifiedBy: before.verifiedBy, reveals: before.reveals, lastReveal: before.lastReveal } : {};
      const known = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
      return draft.put('contact', { ...known, id, ...facts, at, by, ...(verified ? { verifiedAt: at, verifiedBy: by } : {}), readers: READERS });
    }
    case 'contact.verified':
      return patch(draft, event.contactId, () => ({ verifiedAt: at, verifiedBy: by }));
    case 'contact.removed':
      return patch(draft, event.contactId, () => ({ masked: {}, removedAt: at }));
    case 'contact.revealed': {
      const { reason } = event;
      const lastReveal = { at, by, ...(reason === undefined ? {} : { reason }) };
      for (const id of event.contactIds) patch(draft, id, ({ reveals = 0 }) => ({ reveals: reveals + 1, lastReveal }));
      return;
    }
    default:
      event satisfies never;
  }
}

function patch(draft: Draft, id: string, change: (contact: Contact) => Partial<Contact>): void {
  const contact = draft.get('contact', id);
  if (contact) draft.put('contact', { ...contact, ...change(contact) });
}
