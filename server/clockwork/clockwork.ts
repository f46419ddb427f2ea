import { dueOf, type ClockworkRules } from '#shared/clockwork.ts';
import { SYSTEM, type Seat } from '#shared/seat.ts';
import type { Change, LiveWorld } from '#shared/world.ts';
import { derivedId } from '#server/derived-id.ts';
import type { Orders } from '#server/orders/orders.ts';
import type { Clock, Log } from '#server/ports.ts';
import { DueHeap } from './due-heap.ts';

const SYSTEM_SEAT: Seat = { actor: SYSTEM, rooms: [], level: 'full' };
const RETRY_MS = 2000;

export interface Clockwork {
  /** Takes up everything that the World holds. */
  start(world: LiveWorld): void;
  changed(changes: readonly Change[]): void;
  waiting(): number;
  /** How many instants have passed whose order isn't given yet: only while the store is away, or a moment. */
  overdue(): number;
  given(): number;
  stop(): void;
}

/**
 * Keeps due instants in order and gives the system's orders. What was missed while nothing ran is given at the start.
 * `rules` is asked again whenever a table of rules has changed.
 */
export function openClockwork(orders: Pick<Orders, 'submit'>, rules: () => ClockworkRules, clock: Clock, log: Log): Clockwork {
  const heap = new DueHeap();
  let cancel: (() => void) | undefined;
  let given = 0;
  let taken: LiveWorld | undefined;
  let running = false;
  let giving = false;

  function wake(afterMs = 0): void {
    cancel?.();
    const next = heap.peek();
    if (!running || giving || !next) return;
    cancel = clock.after(Math.max(afterMs, Date.parse(next.at) - clock.now().getTime()), () => void giveDue());
  }

  async function giveDue(): Promise<void> {
    const now = clock.now().toISOString();
    giving = true;
    let away = false;
    for (let next = heap.peek(); running && !away && next && next.at <= now; next = heap.peek()) {
      const answer = await orders.submit({ id: derivedId(next.rule, next.at, next.order.payload), ...next.order }, SYSTEM_SEAT);
      if (answer.ok) given += 1;
      away = !answer.ok && (answer.code === 'store-unavailable' || answer.code === 'internal');
      if (away) log.warn({ rule: next.rule }, 'a due order waits for the store');
      // Any other refusal means that the order has lost its ground. What was replaced meanwhile is no longer at the top.
      else if (heap.peek() === next) heap.pop();
    }
    giving = false;
    wake(away ? RETRY_MS : 0);
  }

  function changed(changes: readonly Change[]): void {
    if (taken && changes.some(({ kind }) => kind === 'rulebook')) return takeUp(taken);
    const now = rules();
    for (const { kind, id, doc } of changes) heap.replace(`${kind}/${id}`, doc ? dueOf(kind, doc, now) : []);
    wake();
  }

  function takeUp(world: LiveWorld): void {
    const now = rules();
    for (const kind of world.kinds()) for (const doc of world.all(kind)) heap.replace(`${kind}/${doc.id}`, dueOf(kind, doc, now));
    wake();
  }

  return {
    start(world) {
      running = true;
      taken = world;
      takeUp(world);
    },
    changed,
    waiting: () => heap.size,
    overdue: () => heap.dueBy(clock.now().toISOString()),
    given: () => given,
    stop() {
      running = false;
      cancel?.();
    },
  };
}
