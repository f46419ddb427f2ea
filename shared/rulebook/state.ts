import type { Author } from '#shared/seat.ts';
import { dayOf } from '#shared/time.ts';
import type { Draft, Stamp, World } from '#shared/world.ts';
import type { RulebookEvent } from './events.ts';
import type { Row, TableId } from './tables.ts';

/** Who proposed what to be changed, until another person decides. */
export interface Proposal {
  version: number;
  rows: readonly Row[];
  reason: string;
  by: Author;
  at: string;
}

/** A decision of the past: what was changed, who proposed it and who decided. */
export interface Decision extends Proposal {
  before: readonly Row[];
  decidedBy: Author;
  decidedAt: string;
  /** Absent when it was approved. */
  rejectedFor?: string;
}

/** A table of rules as it holds now. Its id is the table's. */
export interface Rulebook extends Stamp {
  version: number;
  rows: readonly Row[];
  proposal?: Proposal;
  /** The latest first. */
  decisions: readonly Decision[];
}

const READERS = ['desk', 'drill:desk'];
const KEPT_DECISIONS = 50;

export function evolveRulebook(draft: Draft, event: RulebookEvent, at: string, by: Author): void {
  const book = draft.get('rulebook', event.rulebookId);
  const { id = event.rulebookId, version = 1, rows = [], decisions = [], proposal } = book ?? {};
  const base = { id, version, rows, decisions, readers: READERS };
  switch (event.type) {
    case 'rulebook.founded':
      return draft.put('rulebook', { ...base, rows: withRows(rows, event.rows), ...(proposal ? { proposal } : {}) });
    case 'rulebook.proposed': {
      const { version, rows: proposed, reason } = event;
      return draft.put('rulebook', { ...base, proposal: { version, rows: proposed, reason, by, at } });
    }
    case 'rulebook.approved':
    case 'rulebook.rejected': {
      if (!proposal) return;
      const rejected = event.type === 'rulebook.rejected';
      const before = rows.filter(({ id }) => proposal.rows.some((row) => row.id === id));
      const decision = { ...proposal, before, decidedBy: by, decidedAt: at, ...(rejected ? { rejectedFor: event.reason } : {}) };
      const next = rejected ? { version, rows } : { version: proposal.version, rows: withRows(rows, proposal.rows) };
      return draft.put('rulebook', { ...base, ...next, decisions: [decision, ...decisions].slice(0, KEPT_DECISIONS) });
    }
    default:
      event satisfies never;
  }
}

function withRows(rows: readonly Row[], changed: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of changed) byId.set(row.id, row);
  return [...byId.values()];
}

/** The rows of a table as they hold now; none before it was founded. */
export function rowsOf<T extends TableId>(world: Pick<World, 'get'>, table: T): readonly Row<T>[] {
  // The rows of a table were parsed by its schema when they came in.
  return (world.get('rulebook', table)?.rows ?? []) as readonly Row<T>[];
}

/** A number that was agreed beforehand, or what is taken where nobody has agreed on one. */
export function numberOf(world: Pick<World, 'get'>, id: string, otherwise: number): number {
  return rowsOf(world, 'numbers').find((row) => row.id === id)?.value ?? otherwise;
}

/** Whether people are off on the city's day of an instant, by the table of holidays. */
export function isHoliday(world: Pick<World, 'get'>, now: string): boolean {
  const day = dayOf(now);
  return rowsOf(world, 'holidays').some(({ id, off }) => off && id.replaceAll('-', '') === day);
}
