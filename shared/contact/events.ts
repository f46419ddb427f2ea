import type { Masked } from '#shared/person/events.ts';

export interface ContactSaved {
  type: 'contact.saved';
  contactId: string;
  org: string;
  post: string;
  unit?: string;
  rank: number;
  masked: Masked;
  /** Under which name the plain values are in the vault; absent when none were ever given. */
  seal?: string;
  /** A number that was just written down is as good as verified. */
  verified?: true;
}

export interface ContactVerified {
  type: 'contact.verified';
  contactId: string;
}

export interface ContactRemoved {
  type: 'contact.removed';
  contactId: string;
  reason: string;
}

export interface ContactRevealed {
  type: 'contact.revealed';
  contactIds: readonly string[];
  reason?: string;
}

export type ContactEvent = ContactSaved | ContactVerified | ContactRemoved | ContactRevealed;
