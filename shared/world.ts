import type { Callout } from './alert/callout.ts';
import type { Alert } from './alert/state.ts';
import type { Claim } from './claim/state.ts';
import type { Contact } from './contact/state.ts';
import type { Mission } from './dispatch/mission.ts';
import type { Dispatch } from './dispatch/state.ts';
import type { Dutylog, Handover, Shift } from './duty/state.ts';
import type { File } from './file/state.ts';
import type { Incident, Note } from './incident/state.ts';
import type { Counter } from './incident/number.ts';
import type { Instruction } from './instruction/state.ts';
import type { Custody, Person } from './person/state.ts';
import type { Organisation } from './organisation/state.ts';
import type { Staff } from './access/state.ts';
import type { Sketch } from './sketch/state.ts';
import type { Member } from './team/member.ts';
import type { Team } from './team/state.ts';
import type { Edition, Plan } from './plan/state.ts';
import type { Response, Task } from './response/state.ts';
import type { Schedule } from './schedule/state.ts';
import type { Report } from './report/state.ts';
import type { Rulebook } from './rulebook/state.ts';
import type { Preference } from './preference/state.ts';
import type { View } from './view/state.ts';

/** Every kind of document. A new kind is one line here and a model in server/documents. */
export interface Documents {
  organisation: Organisation;
  incident: Incident;
  note: Note;
  counter: Counter;
  sketch: Sketch;
  alert: Alert;
  callout: Callout;
  claim: Claim;
  contact: Contact;
  custody: Custody;
  dispatch: Dispatch;
  dutylog: Dutylog;
  file: File;
  handover: Handover;
  mission: Mission;
  person: Person;
  plan: Plan;
  edition: Edition;
  schedule: Schedule;
  report: Report;
  response: Response;
  task: Task;
  rulebook: Rulebook;
  instruction: Instruction;
  preference: Preference;
  view: View;
  shift: Shift;
  staff: Staff;
  member: Member;
  team: Team;
}
export type Kind = keyof Documents;
export type AnyDocument = Documents[Kind];

/** What every document carries. */
export interface Stamp {
  id: string;
  /** The commit that last changed it. */
  seq: number;
  /** How many commits have changed it. */
  rev: number;
  /** Rooms that may see it: `org:360731`, `lead:360731`, `line:360700:N01`, `user:…`, `desk`, `everyone`, or `drill:` and one of these. */
  readers: readonly string[];
}

/** A document before the draft stamps it. Distributes over unions, which Omit alone does not. */
export type Unstamped<D> = D extends Stamp ? Omit<D, 'seq' | 'rev'> : never;

/** What is so now: the active documents by kind. */
export interface World {
  readonly seq: number;
  get<K extends Kind>(kind: K, id: string): Documents[K] | undefined;
  /** Every active document of a kind, in no order. It costs as much as there are: for orders that are given a few times a day. */
  all<K extends Kind>(kind: K): Iterable<Documents[K]>;
}

/** A world that the events of one commit are folded into. */
export interface Draft extends World {
  put<K extends Kind>(kind: K, doc: Unstamped<Documents[K]>): void;
  /** Takes a document out of what is active. It stays in its collection. */
  retire(kind: Kind, id: string): void;
}

/** One document changed by one commit: `doc` is absent when it left what is active. */
export interface Change {
  kind: Kind;
  id: string;
  before: AnyDocument | undefined;
  doc: AnyDocument | undefined;
}

export class LiveWorld implements World {
  seq = 0;
  readonly #maps = new Map<Kind, Map<string, AnyDocument>>();

  get<K extends Kind>(kind: K, id: string): Documents[K] | undefined {
    // The map of a kind holds only documents of that kind: `apply` and `load` are the only ways in.
    return this.#maps.get(kind)?.get(id) as Documents[K] | undefined;
  }

  *all<K extends Kind>(kind: K): IterableIterator<Documents[K]> {
    yield* (this.#maps.get(kind) ?? new Map()).values() as IterableIterator<Documents[K]>;
  }

  kinds(): Kind[] {
    return [...this.#maps.keys()];
  }

  size(kind: Kind): number {
    return this.#maps.get(kind)?.size ?? 0;
  }

  load(kind: Kind, doc: AnyDocument): void {
    let map = this.#maps.get(kind);
    if (!map) this.#maps.set(kind, (map = new Map()));
    map.set(doc.id, doc);
  }

  apply(seq: number, changes: Iterable<Change>): void {
    for (const { kind, id, doc } of changes) {
      if (doc) this.load(kind, doc);
      else this.#maps.get(kind)?.delete(id);
    }
    this.seq = seq;
  }
}

/** A copy-on-write layer over a world: what a commit changes, before it is on disk. */
export class Overlay implements Draft {
  readonly #below: World;
  readonly #changes = new Map<string, Change>();
  readonly #visitors = new Map<string, AnyDocument>();
  seq: number;

  constructor(below: World, seq = below.seq) {
    this.#below = below;
    this.seq = seq;
  }

  get<K extends Kind>(kind: K, id: string): Documents[K] | undefined {
    const key = `${kind}/${id}`;
    const change = this.#changes.get(key);
    if (change) return change.doc as Documents[K] | undefined;
    return this.#below.get(kind, id) ?? (this.#visitors.get(key) as Documents[K] | undefined);
  }

  *all<K extends Kind>(kind: K): IterableIterator<Documents[K]> {
    for (const doc of this.#below.all(kind)) if (!this.#changes.has(`${kind}/${doc.id}`)) yield doc;
    // What was filed under a kind is of that kind: `put` is the only way in.
    for (const change of this.#changes.values()) if (change.kind === kind && change.doc) yield change.doc as Documents[K];
  }

  /** Lets an order see a document that is no longer active. It changes nothing. */
  visit(kind: Kind, doc: AnyDocument): void {
    this.#visitors.set(`${kind}/${doc.id}`, doc);
  }

  put<K extends Kind>(kind: K, doc: Unstamped<Documents[K]>): void {
    const before = this.#below.get(kind, doc.id);
    // A document read back from its collection may be newer than the commit that is folded again.
    if (before && before.seq >= this.seq) return;
    // The stamp completes exactly what Unstamped left out.
    const stamped = { ...doc, seq: this.seq, rev: (before?.rev ?? 0) + 1 } as unknown as Documents[K];
    this.#changes.set(`${kind}/${doc.id}`, { kind, id: doc.id, before, doc: stamped });
  }

  retire(kind: Kind, id: string): void {
    const before = this.#below instanceof Overlay ? this.#below.#active(kind, id) : this.#below.get(kind, id);
    // One that is newer than the commit being folded again has come back since.
    if (before && before.seq < this.seq) this.#changes.set(`${kind}/${id}`, { kind, id, before, doc: undefined });
  }

  /** As `get`, but for visitors: what is not active can't leave. */
  #active(kind: Kind, id: string): AnyDocument | undefined {
    const change = this.#changes.get(`${kind}/${id}`);
    if (change) return change.doc;
    return this.#below instanceof Overlay ? this.#below.#active(kind, id) : this.#below.get(kind, id);
  }

  changes(): IterableIterator<Change> {
    return this.#changes.values();
  }

  /** Takes over what a layer above this one has changed. */
  absorb(seq: number, changes: Iterable<Change>): void {
    for (const change of changes) {
      const before = this.#below.get(change.kind, change.id);
      this.#changes.set(`${change.kind}/${change.id}`, { ...change, before });
    }
    this.seq = seq;
  }
}
