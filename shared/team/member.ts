import { defined } from '#shared/defined.ts';
import type { Masked } from '#shared/person/events.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { MemberEvent } from './events.ts';
import type { MemberCertificate } from './orders.ts';
import { teamReaders } from './policy.ts';
import type { Service } from './service.ts';
import type { Honour } from './state.ts';

/** What is shown of a member without a reason. The blood type is in the vault alone. */
export interface MemberMasked extends Masked {
  idNo?: string;
}

/** A person in one team. In another team the same person is another member with the same `personKey`. */
export interface Member extends Stamp {
  teamId: string;
  /** The authority of the team. */
  org: string;
  masked: MemberMasked;
  seal: string;
  /** Made by the server of the id number with a key of its own: nobody finds the number from it. */
  personKey?: string;
  certificates: readonly MemberCertificate[];
  insuredUntil?: string;
  notForFire?: boolean;
  /** The day of the eighteenth birthday, while it lay ahead. */
  minorUntil?: string;
  /** Real missions that were debriefed, and the hours told of them. */
  service?: Service;
  honours?: readonly Honour[];
  joinedAt: string;
  savedAt?: string;
  /** What it was warned of: each once. */
  warnings?: readonly { of: string; validTo: string; days: number; at: string }[];
  leftAt?: string;
  reveals?: number;
  lastReveal?: { at: string; by: Author; reason?: string };
}

const WARNINGS_KEPT = 60;

export function evolveMember(draft: Draft, event: MemberEvent, at: string, by: Author): void {
  switch (event.type) {
    case 'member.saved': {
      const { type: _type, memberId: id, ...facts } = event;
      const before = draft.get('member', id);
      const { reveals, lastReveal, warnings, service, honours } = before ?? {};
      const kept = defined({ reveals, lastReveal, warnings, service, honours });
      draft.put('member', { ...kept, id, ...facts, joinedAt: before?.joinedAt ?? at, savedAt: at, readers: teamReaders(facts.teamId, facts.org) });
      return muster(draft, facts.teamId, before, facts.insuredUntil);
    }
    case 'member.left': {
      const member = draft.get('member', event.memberId);
      if (!member || member.leftAt !== undefined) return;
      const { personKey: _personKey, ...rest } = member;
      draft.put('member', { ...rest, masked: {}, leftAt: at });
      const team = draft.get('team', member.teamId);
      if (!team) return;
      const strength = { members: Math.max(0, team.strength.members - 1), insuredUntil: without(team.strength.insuredUntil, member.insuredUntil) };
      return draft.put('team', { ...team, strength });
    }
    case 'member.revealed': {
      const { reason } = event;
      const lastReveal = { at, by, ...(reason === undefined ? {} : { reason }) };
      for (const id of event.memberIds) {
        const member = draft.get('member', id);
        if (member) draft.put('member', { ...member, reveals: (member.reveals ?? 0) + 1, lastReveal });
      }
      return;
    }
    case 'member.warned': {
      const member = draft.get('member', event.memberId);
      const { of, validTo, days } = event;
      if (member) draft.put('member', { ...member, warnings: [...(member.warnings ?? []), { of, validTo, days, at }].slice(-WARNINGS_KEPT) });
      return;
    }
    default:
      event satisfies never;
  }
}

/** Keeps the team's strength in step with its members, so that nobody has to count them. */
function muster(draft: Draft, teamId: string, before: Member | undefined, insuredUntil: string | undefined): void {
  const team = draft.get('team', teamId);
  if (!team) return;
  const others = without(team.strength.insuredUntil, before?.insuredUntil);
  const dates = insuredUntil === undefined ? others : [...others, insuredUntil].toSorted();
  draft.put('team', { ...team, strength: { members: team.strength.members + (before ? 0 : 1), insuredUntil: dates } });
}

/** One of the equal dates less. */
function without(dates: readonly string[], date: string | undefined): readonly string[] {
  const index = date === undefined ? -1 : dates.indexOf(date);
  return index === -1 ? dates : dates.toSpliced(index, 1);
}
