import type { FenghuoEvent } from './catalogue.ts';
import type { Refs } from './order.ts';
import type { Author } from './seat.ts';

/** One order's effect: one document of the journal, one atomic write. */
export interface Commit {
  seq: number;
  order: { id: string; type: string; /** sha-256 of type and payload: the same id with another body is refused. */ digest: string };
  actor: Author;
  at: string;
  events: readonly FenghuoEvent[];
  refs: Refs;
  /** Each document touched and its revision, `incident/01…@7`: unique, so a lost race is an error. */
  streams: readonly string[];
  prev: string;
  hash: string;
}
