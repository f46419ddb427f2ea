import { expect } from 'vitest';
import { ORDERS, type FenghuoEvent, type Order, type OrderType, type Payload } from '#shared/catalogue.ts';
import { decide, type Decided } from '#shared/decide.ts';
import { fold } from '#shared/fold.ts';
import { Refusal, type RefusalCode } from '#shared/refusal.ts';
import { authorOf, SYSTEM, type Actor, type Seat } from '#shared/seat.ts';
import { LiveWorld, type AnyDocument, type Documents, type Kind } from '#shared/world.ts';

export const NOW = '2026-06-01T02:00:00.000Z';

/** An order that was given before the test begins. */
export interface PastOrder {
  seat: Seat;
  order: Order;
  at: string;
}

/** A document that is simply there, however it came to be. */
export interface There {
  kind: Kind;
  doc: AnyDocument;
}

export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Parsed by its schema, as everything that comes in is. */
export function orderOf<T extends OrderType>(type: T, payload: Payload<T>, id: string): Order {
  return { id, type, payload: ORDERS[type].parse(payload) } as Order;
}

export function past<T extends OrderType>(seat: Seat, type: T, payload: Payload<T>, { id = idOf(1), at = NOW }: { id?: string; at?: string } = {}): PastOrder {
  return { seat, order: orderOf(type, payload, id), at };
}

/** Given what has happened, when somebody orders, this is expected. All of it pure. */
export function given(...history: readonly (PastOrder | FenghuoEvent | There)[]) {
  const world = new LiveWorld();
  for (const item of history) {
    if ('doc' in item) world.load(item.kind, item.doc);
    else if ('order' in item) commit(world, decide(world, item.order, item.seat, item.at).events, item.at, item.seat.actor);
    else commit(world, [item], NOW, SYSTEM);
  }
  return whenIn(world, NOW);
}

function whenIn(world: LiveWorld, now: string) {
  return {
    world,
    /** The same, at another time. */
    at: (instant: string) => whenIn(world, new Date(instant).toISOString()),
    when<T extends OrderType>(seat: Seat, type: T, payload: Payload<T>, id: string = idOf(99)): Outcome {
      return new Outcome(world, seat, now, () => decide(world, orderOf(type, payload, id), seat, now));
    },
  };
}

class Outcome {
  readonly #world: LiveWorld;
  readonly #seat: Seat;
  readonly #now: string;
  readonly #decided: Decided | Refusal;

  constructor(world: LiveWorld, seat: Seat, now: string, run: () => Decided) {
    this.#world = world;
    this.#seat = seat;
    this.#now = now;
    try {
      this.#decided = run();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#decided = error;
    }
  }

  expectEvents(events: readonly object[]): this {
    expect(this.#accepted().events).toMatchObject(events);
    return this;
  }

  expectRefs(refs: Record<string, string>): this {
    expect(this.#accepted().refs).toEqual(refs);
    return this;
  }

  expectRefusal(code: RefusalCode, path?: string): void {
    if (!(this.#decided instanceof Refusal)) throw new Error(`expected ${code}, but it was taken: ${JSON.stringify(this.#decided.events)}`);
    expect(this.#decided.code).toBe(code);
    expect(this.#decided.message).toMatch(/\.$/);
    if (path !== undefined) expect(this.#decided.details.map((detail) => detail.path)).toContain(path);
  }

  /** The document once the order's events are folded in. */
  document<K extends Kind>(kind: K, id: string = idOf(99)): Documents[K] | undefined {
    commit(this.#world, this.#accepted().events, this.#now, this.#seat.actor);
    return this.#world.get(kind, id);
  }

  #accepted(): Decided {
    if (this.#decided instanceof Refusal) throw new Error(`expected to be taken, but it was refused: ${this.#decided.code} ${this.#decided.message}`);
    return this.#decided;
  }
}

export function commit(world: LiveWorld, events: readonly FenghuoEvent[], at: string = NOW, actor: Actor = SYSTEM): void {
  const seq = world.seq + 1;
  world.apply(seq, fold(world, { seq, at, actor: authorOf(actor), events }));
}
