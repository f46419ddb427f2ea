import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/order.ts';
import { OutboxQueue, type OutboxChange, type OutboxDisk, type Sending } from './outbox-queue.ts';

const order = (id: string): Sending => ({ id, type: 'incident.note', payload: { text: id }, at: '2026-06-01T00:00:00.000Z', state: 'queued' });
const applied = (id: string): Answer => ({ ok: true, id, seq: 1, refs: {} });
const refused = (code: 'incident.closed' | 'store-unavailable' | 'too-many-orders' | 'internal'): Answer => ({ ok: false, code, message: code });

/** A disk in memory, shared by the queues of one browser. */
function memoryDisk(): OutboxDisk & { kept: Map<string, Sending> } {
  const kept = new Map<string, Sending>();
  return {
    kept,
    all: async () => [...kept.values()],
    put: async (entry) => void kept.set(entry.id, entry),
    remove: async (id) => void kept.delete(id),
  };
}

/** A queue whose line and clock are in the test's hand: `reply` is asked for every attempt. */
function rig(reply: (id: string, attempt: number) => Promise<Answer>, disk = memoryDisk()) {
  const posted: string[] = [];
  const waits: { ms: number; run: () => void }[] = [];
  const shared: OutboxChange[] = [];
  let entries: readonly Sending[] = [];
  const queue = new OutboxQueue({
    disk,
    post: ({ id }) => {
      posted.push(id);
      return reply(id, posted.filter((one) => one === id).length);
    },
    now: () => Date.parse('2026-06-01T00:00:05.000Z'),
    after: (ms, run) => {
      const wait = { ms, run };
      waits.push(wait);
      return () => void waits.splice(waits.indexOf(wait), 1);
    },
    changed: (now) => (entries = now),
    share: (change) => shared.push(change),
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  const nextWait = async (): Promise<number> => {
    const wait = waits.shift();
    wait?.run();
    await settle();
    return wait?.ms ?? -1;
  };
  return { queue, disk, posted, waits, shared, settle, nextWait, states: () => entries.map(({ id, state }) => `${id} ${state}`), entries: () => entries };
}

describe('the outbox', () => {
  it('orders go one at a time, in the order they were given', async () => {
    const { queue, posted, settle, states, disk } = rig(async (id) => applied(id));
    await queue.lead();
    await Promise.all([queue.add(order('1')), queue.add(order('2')), queue.add(order('3'))]);
    await settle();
    expect(posted).toEqual(['1', '2', '3']);
    expect(states()).toEqual(['1 recorded', '2 recorded', '3 recorded']);
    expect(disk.kept.size).toBe(0);
  });

  it('an order is on disk before it is sent', async () => {
    const disk = memoryDisk();
    const seen: boolean[] = [];
    const { queue, settle } = rig(async (id) => (seen.push(disk.kept.has(id)), applied(id)), disk);
    await queue.lead();
    await queue.add(order('1'));
    await settle();
    expect(seen).toEqual([true]);
  });

  it('an order that was not answered goes again with its id, later each time, and keeps its place', async () => {
    const { queue, posted, settle, nextWait, states } = rig(async (id, attempt) => {
      if (attempt <= 2 && id === '1') throw new Error('no network');
      return applied(id);
    });
    await queue.lead();
    await queue.add(order('1'));
    await queue.add(order('2'));
    await settle();
    expect(states()).toEqual(['1 queued', '2 queued']);
    const first = await nextWait();
    const second = await nextWait();
    expect(second).toBeGreaterThan(first);
    expect(posted).toEqual(['1', '1', '1', '2']);
    expect(states()).toEqual(['1 recorded', '2 recorded']);
  });

  it('a "not now" keeps the order and says what it waits for', async () => {
    for (const code of ['store-unavailable', 'too-many-orders'] as const) {
      const { queue, settle, entries, nextWait, states } = rig(async (id, attempt) => (attempt === 1 ? refused(code) : applied(id)));
      await queue.lead();
      await queue.add(order('1'));
      await settle();
      expect(entries()).toMatchObject([{ state: 'queued', waitsFor: code }]);
      await nextWait();
      expect(states()).toEqual(['1 recorded']);
    }
  });

  it('a refused order stays in sight until dismissed and does not hold up the next', async () => {
    const { queue, settle, states, disk, shared } = rig(async (id) => (id === '1' ? refused('incident.closed') : applied(id)));
    await queue.lead();
    await queue.add(order('1'));
    await queue.add(order('2'));
    await settle();
    expect(states()).toEqual(['1 refused', '2 recorded']);
    expect(disk.kept.get('1')?.state).toBe('refused');
    await queue.dismiss('1');
    expect(states()).toEqual(['2 recorded']);
    expect(disk.kept.size).toBe(0);
    expect(shared.at(-1)).toEqual({ remove: '1' });
  });

  it('a name and a number are on this device until they are answered, taken or refused, and not after', async () => {
    const answers: Answer[] = [applied('1'), refused('incident.closed')];
    const { queue, settle, shared, disk, entries } = rig(async () => answers.shift() ?? applied('?'));
    const person = (id: string): Sending => ({
      ...order(id),
      type: 'person.record',
      payload: { incidentId: 'i', role: 'caller', name: '张三', phone: '13812341234' },
    });
    await queue.add(person('1'));
    await queue.add(person('2'));
    expect(JSON.stringify([...disk.kept.values()])).toContain('13812341234');
    shared.length = 0;
    await queue.lead();
    await settle();
    expect(entries().map(({ state }) => state)).toEqual(['recorded', 'refused']);
    expect(JSON.stringify([entries(), [...disk.kept.values()]])).not.toMatch(/张三|13812341234/);
    expect(JSON.stringify(shared.filter((change) => 'put' in change && change.put.answer))).not.toMatch(/张三|13812341234/);
  });

  it('an order still waiting can not be dismissed: it may have been taken', async () => {
    const { queue, settle, states } = rig(async () => Promise.reject(new Error('no network')));
    await queue.lead();
    await queue.add(order('1'));
    await settle();
    await queue.dismiss('1');
    expect(states()).toEqual(['1 queued']);
  });

  it('a lasting fault of the server does not block the queue for ever', async () => {
    const { queue, settle, nextWait, states } = rig(async (id) => (id === '1' ? refused('internal') : applied(id)));
    await queue.lead();
    await queue.add(order('1'));
    await queue.add(order('2'));
    await settle();
    for (let i = 0; i < 4; i += 1) await nextWait();
    expect(states()).toEqual(['1 refused', '2 recorded']);
  });

  it('what a killed page left is sent by the next one, the same id again, a refused one not', async () => {
    const disk = memoryDisk();
    disk.kept.set('1', { ...order('1'), state: 'refused', answer: refused('incident.closed') });
    disk.kept.set('2', order('2'));
    const next = rig(async (id) => applied(id), disk);
    await next.queue.lead();
    await next.settle();
    expect(next.posted).toEqual(['2']);
    expect(next.states()).toEqual(['1 refused', '2 recorded']);
  });

  it('of two tabs one sends, and the other takes over what was under way when it closes', async () => {
    const disk = memoryDisk();
    const first = rig(() => new Promise<Answer>(() => undefined), disk);
    const second = rig(async (id) => applied(id), disk);
    await first.queue.lead();
    await second.queue.add(order('1'));
    for (const change of second.shared) first.queue.learn(change);
    await first.settle();
    for (const change of first.shared) second.queue.learn(change);
    expect(second.states()).toEqual(['1 sending']);
    expect([first.posted, second.posted]).toEqual([['1'], []]);
    first.queue.stop();
    await second.queue.lead();
    await second.settle();
    expect(second.states()).toEqual(['1 recorded']);
  });

  it('when the connection is back, what waits goes at once', async () => {
    const { queue, settle, states, waits } = rig(async (id, attempt) => (attempt === 1 ? Promise.reject(new Error('cut')) : applied(id)));
    await queue.lead();
    await queue.add(order('1'));
    await settle();
    expect(waits).toHaveLength(1);
    queue.hurry();
    await settle();
    expect(states()).toEqual(['1 recorded']);
    expect(waits).toHaveLength(0);
  });
});
