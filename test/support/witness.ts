import { mayRead } from '#shared/readers.ts';
import type { Seat } from '#shared/seat.ts';
import type { Change, Kind } from '#shared/world.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MARKS = [/秘\d+密/g, /源\d+密/g, /(?:GZ|YL)\d{8}-\d{4,}/g, UUID];
const FOR_FULL_LEVEL = /^源/;

const marksIn = (text: string): string[] => MARKS.flatMap((pattern) => text.match(pattern) ?? []);

/** Who might see a document from a commit on. */
interface Version {
  seq: number;
  readers: readonly string[];
}

/** Commits from the one to the other: what was asked for while they were made may be as at any of them. */
export interface Span {
  from: number;
  to: number;
}

/** Knows which document each word, number and id is of, and so who has seen what is not theirs. */
export class Witness {
  readonly #versions = new Map<string, Version[]>();
  readonly #holders = new Map<string, Set<string>>();
  /** Accounts stand by name and id beside whatever their holders write or look at. */
  readonly #accounts = new Set<string>();
  #marks = 0;

  /** A word that stands in no other text. */
  word(): string {
    this.#marks += 1;
    return `秘${this.#marks}密`;
  }

  /** The same for what only those with the full right may see. */
  source(): string {
    this.#marks += 1;
    return `源${this.#marks}密`;
  }

  account(id: string): void {
    this.#accounts.add(id);
  }

  learn(seq: number, changes: readonly Change[]): void {
    for (const { kind, id, before, doc } of changes) {
      const last = doc ?? before;
      if (!last || kind === 'organisation' || kind === 'staff') continue;
      const key = `${kind}/${id}`;
      this.#versions.set(key, [...(this.#versions.get(key) ?? []), { seq, readers: last.readers }]);
      for (const mark of marksIn(JSON.stringify({ ...last, readers: [] }))) this.#holders.set(mark, (this.#holders.get(mark) ?? new Set()).add(key));
    }
  }

  /** What of a text this seat may not know, as at these commits; what it said itself it knows. */
  leaks(text: string, seat: Seat, said = '', span: Span = { from: 0, to: Infinity }): string[] {
    const rooms = new Set(seat.rooms);
    return [...new Set(marksIn(text))].filter((mark) => {
      const holders = this.#holders.get(mark);
      if (!holders || said.includes(mark) || this.#accounts.has(mark)) return false;
      if (FOR_FULL_LEVEL.test(mark) && seat.level !== 'full') return true;
      return ![...holders].some((key) => this.#during(key, span).some(({ readers }) => mayRead(rooms, readers)));
    });
  }

  /** The ids of every document of a kind that a seat may see, still active or not. */
  readable(kind: Kind, seat: Seat): string[] {
    const rooms = new Set(seat.rooms);
    return [...this.#versions]
      .filter(([key, versions]) => key.startsWith(`${kind}/`) && mayRead(rooms, versions.at(-1)?.readers ?? []))
      .map(([key]) => key.slice(kind.length + 1))
      .sort();
  }

  /** Whether a seat could ever see any document of a kind. */
  everSaw(kind: Kind, seat: Seat): boolean {
    const rooms = new Set(seat.rooms);
    return [...this.#versions].some(([key, versions]) => key.startsWith(`${kind}/`) && versions.some(({ readers }) => mayRead(rooms, readers)));
  }

  known(kind: Kind): string[] {
    return [...this.#versions.keys()].filter((key) => key.startsWith(`${kind}/`)).map((key) => key.slice(kind.length + 1));
  }

  /** The versions that held at some time within the span: the last one before it, and those that came in it. */
  #during(key: string, { from, to }: Span): Version[] {
    const versions = (this.#versions.get(key) ?? []).filter(({ seq }) => seq <= to);
    const first = versions.findLastIndex(({ seq }) => seq <= from);
    return versions.slice(Math.max(0, first));
  }
}
