/** Every expected "no". A code is a domain word, the message is for people, details name the field. */
export type RefusalCode =
  | 'invalid'
  | 'not-permitted'
  | 'unknown-order'
  | 'order-id-reused'
  | 'too-many-orders'
  | 'stale'
  | 'store-unavailable'
  | 'disk-low'
  | 'claim.exists'
  | 'claim.posting'
  | 'claim.same-person'
  | 'claim.state'
  | 'claim.unknown'
  | 'contact.reason-needed'
  | 'contact.unknown'
  | 'dispatch.answered'
  | 'dispatch.code'
  | 'dispatch.lapsed'
  | 'dispatch.not-offered'
  | 'dispatch.over'
  | 'dispatch.override-needed'
  | 'dispatch.slot-filled'
  | 'dispatch.state'
  | 'dispatch.unknown'
  | 'duty.closed'
  | 'duty.handover-first'
  | 'duty.no-relief'
  | 'duty.no-swap'
  | 'duty.nobody'
  | 'duty.not-late'
  | 'duty.not-of-shift'
  | 'duty.not-on-post'
  | 'duty.not-own-staff'
  | 'duty.not-words'
  | 'duty.over'
  | 'duty.overlap'
  | 'duty.same-person'
  | 'duty.signed'
  | 'duty.swap-open'
  | 'duty.too-early'
  | 'duty.under-way'
  | 'duty.unknown'
  | 'duty.unknown-handover'
  | 'duty.unknown-item'
  | 'duty.unknown-line'
  | 'duty.unowned'
  | 'file.damaged'
  | 'file.position'
  | 'file.too-large'
  | 'file.too-many'
  | 'file.type'
  | 'incident.unknown'
  | 'incident.closed'
  | 'incident.not-closed'
  | 'incident.archived'
  | 'incident.circle'
  | 'incident.escalated'
  | 'incident.linked'
  | 'incident.merged'
  | 'incident.not-linked'
  | 'incident.number-exhausted'
  | 'incident.obligations-open'
  | 'incident.other-mode'
  | 'incident.received'
  | 'incident.restricted'
  | 'incident.not-restricted'
  | 'instruction.not-below'
  | 'instruction.state'
  | 'instruction.unknown'
  | 'instruction.whose'
  | 'mission.log-full'
  | 'mission.state'
  | 'mission.unknown'
  | 'mission.unlisted'
  | 'member.exists'
  | 'member.not-for-fire'
  | 'member.reason-needed'
  | 'member.unknown'
  | 'note.corrected'
  | 'note.not-words'
  | 'note.unknown'
  | 'organisation.exists'
  | 'organisation.unknown-parent'
  | 'sketch.removed'
  | 'sketch.unknown'
  | 'person.held'
  | 'person.none'
  | 'person.purged'
  | 'person.unknown'
  | 'report.already-sent'
  | 'report.no-deadline'
  | 'report.not-approved'
  | 'report.not-sent'
  | 'report.reason-needed'
  | 'report.unknown'
  | 'rulebook.law'
  | 'rulebook.proposal-open'
  | 'rulebook.same-person'
  | 'rulebook.unknown'
  | 'organisation.unknown'
  | 'team.committed'
  | 'team.not-registered'
  | 'team.uninsured'
  | 'team.exists'
  | 'team.expired'
  | 'team.not-certified'
  | 'team.state'
  | 'team.unknown'
  | 'view.too-many'
  | 'view.unknown';

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: readonly RefusalDetail[];

  constructor(code: RefusalCode, message: string, details: readonly RefusalDetail[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

export interface RefusalDetail {
  /** Path of the field, e.g. `place.lng`. */
  path: string;
  message: string;
  /** Of a value that was changed meanwhile: what it is now. */
  current?: unknown;
}

export function refuse(code: RefusalCode, message: string, details: readonly RefusalDetail[] = []): never {
  throw new Refusal(code, message, details);
}
