import type { Order } from '#shared/catalogue.ts';
import type { Commit } from '#shared/commit.ts';
import { vaultGroupOf } from '#shared/contact/policy.ts';
import { decide } from '#shared/decide.ts';
import { fold } from '#shared/fold.ts';
import type { Answer, Applied, Refused } from '#shared/order.ts';
import { Refusal, refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { memberVaultGroup } from '#shared/team/policy.ts';
import { Overlay, type Change, type LiveWorld } from '#shared/world.ts';
import { digestOf } from '#server/journal/chain.ts';
import { visitorsOf, withVisitors, type FindDocument } from '#server/documents/visitors.ts';
import { LostRace, type Journal } from '#server/journal/journal.ts';
import type { Clock, Log } from '#server/ports.ts';
import { isDiskFull } from '#server/store/is-store-away.ts';
import { commitOf, type Given } from './commit-of.ts';
import type { Vault } from '#server/vault/vault.ts';
import { parseOrder } from './parse.ts';
import { isPersonal, passVault, type PersonalDeps } from './personal.ts';
import { withPersonKey } from './id-number.ts';
import { Receipts } from './receipts.ts';
import { SERVER_ONLY } from './server-only.ts';

/** Orders that wait go out together, at most so many in one write. */
const BATCH = 512;
const QUEUE_LIMIT = 20_000;
const UNKNOWN = 'The order is not known to be recorded: send it again with the same id.';

export interface Orders {
  /** Decides an order and answers when its effect is on disk. Never rejects: every "no" is an answer. */
  submit(input: unknown, seat: Seat): Promise<Answer>;
  /** As `submit`, for what comes from outside: what only the server itself orders is refused. */
  receive(input: unknown, seat: Seat): Promise<Answer>;
  /** What became of an order that this actor gave, or null if it is not in the journal. */
  outcome(orderId: string, seat: Seat): Promise<Answer | null>;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

export interface OrdersDeps {
  world: LiveWorld;
  journal: Journal;
  head: { seq: number; hash: string };
  find: FindDocument;
  clock: Clock;
  log: Log;
  /** Throws a Refusal while nothing can be written. */
  mayWrite: () => void;
  /** What is personal in an order goes there instead of into the journal. */
  vault: PersonalDeps['vault'] & Pick<Vault, 'personKey'>;
  /** Told of each commit when it is on disk and in the World, in order. */
  committed: (commit: Commit, changes: readonly Change[]) => void;
  failed: (code: string) => void;
}

interface Waiting extends Given {
  answer: (answer: Answer) => void;
}

export function openOrders(deps: OrdersDeps): Orders {
  const { world, journal, clock, log } = deps;
  const receipts = new Receipts();
  const personal = passVault({ vault: deps.vault, sealOf: (kind, id) => world.get(kind, id)?.seal, check: wouldBeTaken, outcome });
  const underWay = new Map<string, { digest: string; actor: string; answer: Promise<Answer> }>();
  let head = deps.head;
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;
  let unsure = false;

  async function submit(input: unknown, seat: Seat): Promise<Answer> {
    try {
      const order = withPersonKey(parseOrder(input), deps.vault, clock);
      if (isPersonal(order)) return await personal.record(order, seat, (digest) => accept(order, digest, seat));
      const answer = await accept(order, digestOf([order.type, order.payload]), seat);
      if (order.type === 'person.purge') return await personal.purged(order.payload.incidentId, answer);
      if (order.type === 'member.leave') return await personal.purged(memberVaultGroup(order.payload.memberId), answer);
      return order.type === 'contact.remove' ? await personal.purged(vaultGroupOf(order.payload.contactId), answer) : answer;
    } catch (error) {
      return refused(error);
    }
  }

  function accept(order: Order, digest: string, seat: Seat): Promise<Answer> | Answer {
    const known = receipts.get(order.id) ?? underWay.get(order.id);
    if (known) {
      if (known.digest !== digest || known.actor !== seat.actor.id) refuse('order-id-reused', 'This order id was used for another order.');
      return known.answer;
    }
    deps.mayWrite();
    if (queue.length >= QUEUE_LIMIT) refuse('too-many-orders', 'Too many orders wait. Send the same order again in a moment.');
    const answer = new Promise<Answer>((resolve) => queue.push({ order, digest, seat, answer: resolve }));
    underWay.set(order.id, { digest, actor: seat.actor.id, answer });
    void answer.finally(() => underWay.delete(order.id));
    running ??= run();
    return answer;
  }

  async function run(): Promise<void> {
    // Orders that came in the same turn are one write: else the first goes alone and all others wait for its disk.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = queue.slice(0, BATCH);
      queue = queue.slice(BATCH);
      try {
        if (unsure) await readOn();
        await decideAndWrite(batch);
      } catch (error) {
        // The write may have reached the disk all the same: only the journal knows, and it is asked before the next one.
        unsure = true;
        log.error({ error: String(error), orders: batch.length }, 'the store did not take a write');
        const no = refused(
          isDiskFull(error) ? new Refusal('disk-low', `The disk is full. ${UNKNOWN}`) : new Refusal('store-unavailable', `The store is away. ${UNKNOWN}`),
        );
        for (const item of batch) settle(item, no);
      }
    }
    running = undefined;
  }

  async function decideAndWrite(batch: readonly Waiting[]): Promise<void> {
    const { commits, applied, refusals } = await decideBatch(batch);
    if (commits.length > 0) {
      try {
        await journal.append(commits.map(({ commit }) => commit));
      } catch (error) {
        if (!(error instanceof LostRace)) throw error;
        return await decideAgain(batch);
      }
    }
    for (const { commit, changes } of commits) take(commit, changes);
    for (const { item, answer } of applied) settle(item, answer);
    for (const { item, refusal } of refusals) {
      log.info({ order: item.order.id, type: item.order.type, code: refusal.code }, 'order refused');
      settle(item, (await firstAnswer(item)) ?? refusal);
    }
  }

  /** Decides each order against the World and what the orders before it in the batch have changed. Nothing is changed yet. */
  async function decideBatch(batch: readonly Waiting[]) {
    const overlay = new Overlay(world);
    for (const { kind, doc } of await visitorsOf(
      batch.map(({ order }) => order),
      world,
      deps.find,
    ))
      overlay.visit(kind, doc);
    const now = clock.now().toISOString();
    const commits: { commit: Commit; changes: Change[] }[] = [];
    const applied: { item: Waiting; answer: Applied }[] = [];
    const refusals: { item: Waiting; refusal: Refused }[] = [];
    let last = head;
    for (const item of batch) {
      try {
        const decided = decide(overlay, item.order, item.seat, now);
        const made = commitOf(item, decided, last, overlay, now);
        overlay.absorb(made.commit.seq, made.changes);
        last = made.commit;
        commits.push(made);
        applied.push({ item, answer: { ok: true, id: item.order.id, seq: made.commit.seq, refs: decided.refs } });
      } catch (error) {
        refusals.push({ item, refusal: refused(error) });
      }
    }
    return { commits, applied, refusals };
  }

  /** Another commit was first, or an order of this batch is in the journal already. Learn which, then decide the rest again. */
  async function decideAgain(batch: readonly Waiting[]): Promise<void> {
    const before = head.seq;
    await readOn();
    const rest: Waiting[] = [];
    for (const item of batch) {
      const first = await firstAnswer(item);
      if (first) settle(item, first);
      else rest.push(item);
    }
    // Nobody was first, and still the journal won't have it: decided again together it would be so for ever.
    if (head.seq === before && rest.length === batch.length) return await decideAlone(rest);
    queue = [...rest, ...queue];
  }

  /** Finds the order among these that can't be written, so that it alone fails. */
  async function decideAlone(batch: readonly Waiting[]): Promise<void> {
    const [only] = batch;
    if (only && batch.length === 1)
      return settle(only, refused(new Error(`${only.order.type} ${only.order.id} can't be written: the journal holds a part of it already.`)));
    for (const item of batch) await decideAndWrite([item]);
  }

  /** Folds what the journal has beyond the World. */
  async function readOn(): Promise<void> {
    for await (const commit of journal.stream(head.seq)) take(commit, fold(await withVisitors(world, commit, deps.find), commit));
    unsure = false;
  }

  function take(commit: Commit, changes: readonly Change[]): void {
    world.apply(commit.seq, changes);
    head = { seq: commit.seq, hash: commit.hash };
    receipts.add(commit);
    deps.committed(commit, changes);
  }

  /** An order that was taken long ago gets its first answer, whatever would be decided today. */
  async function firstAnswer(item: Waiting): Promise<Answer | null> {
    const receipt = receipts.get(item.order.id);
    const commit = receipt ? null : await journal.byOrder(item.order.id);
    const known = receipt ?? (commit && Receipts.of(commit));
    if (!known) return null;
    if (known.digest === item.digest && known.actor === item.seat.actor.id) return known.answer;
    return refused(new Refusal('order-id-reused', 'This order id was used for another order.'));
  }

  async function outcome(orderId: string, seat: Seat): Promise<Applied | null> {
    const receipt = receipts.get(orderId);
    const commit = receipt ? null : await journal.byOrder(orderId);
    const known = receipt ?? (commit && Receipts.of(commit));
    return known && known.actor === seat.actor.id ? known.answer : null;
  }

  /** Decides without effect: throws the refusal that an order would get now. */
  async function wouldBeTaken(order: Order, seat: Seat): Promise<void> {
    const overlay = new Overlay(world);
    for (const { kind, doc } of await visitorsOf([order], world, deps.find)) overlay.visit(kind, doc);
    decide(overlay, order, seat, clock.now().toISOString());
  }

  function settle(item: Waiting, answer: Answer): void {
    item.answer(answer);
  }

  function refused(error: unknown): Refused {
    if (error instanceof Refusal) {
      deps.failed(error.code);
      return { ok: false, code: error.code, message: error.message, ...(error.details.length > 0 ? { details: error.details } : {}) };
    }
    deps.failed('internal');
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'an order failed');
    return { ok: false, code: 'internal', message: 'Something went wrong here. The order was not taken.' };
  }

  return {
    submit,
    async receive(input, seat) {
      const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
      if (typeof type === 'string' && SERVER_ONLY.has(type)) return refused(new Refusal('not-permitted', `${type} is given by the server itself.`));
      return submit(input, seat);
    },
    outcome,
    async idle() {
      await running;
    },
  };
}
