import type { Row, TableId } from './tables.ts';

export interface RulebookFounded {
  type: 'rulebook.founded';
  rulebookId: TableId;
  rows: readonly Row[];
}

export interface RulebookProposed {
  type: 'rulebook.proposed';
  rulebookId: TableId;
  /** The version that the table will have. */
  version: number;
  rows: readonly Row[];
  reason: string;
}

export interface RulebookApproved {
  type: 'rulebook.approved';
  rulebookId: TableId;
  version: number;
}

export interface RulebookRejected {
  type: 'rulebook.rejected';
  rulebookId: TableId;
  version: number;
  reason: string;
}

export type RulebookEvent = RulebookFounded | RulebookProposed | RulebookApproved | RulebookRejected;
