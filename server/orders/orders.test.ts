import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#shared/order.ts';
import type { Core } from '#server/core.ts';
import type { Store } from '#server/store/store.ts';
import { aFlood } from '#test/support/payloads.ts';
import { administrator, cityDuty, seatAt, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';
import { databaseOf, journalOf, testCore, type TestCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';

let store: Store;
let core: Core;
let database: string;
let home: TestCore;
const others: TestCore[] = [];

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());
afterEach(async () => {
  for (const other of others.splice(0)) await other.close();
});

/** The tests of a group share a server and its journal. */
function serverOf(name: string): void {
  beforeAll(async () => {
    database = name;
    home = await testCore({ store: databaseOf(store, name) });
    core = home.core;
  });
  afterAll(() => home.close());
}

/** One more server on the same journal; also what is there after a restart. */
async function another(): Promise<Core> {
  const one = await testCore({ store: databaseOf(store, database) });
  others.push(one);
  return one.core;
}

const log = (id: string, over: Parameters<typeof aFlood>[0] = {}) => ({ id, type: 'incident.log', payload: aFlood(over) });
const commitsOf = async (id: string) => (await journalOf(core)).filter(({ order }) => order.id === id);
const codes = (answers: readonly Answer[]): string[] => answers.map((answer) => (answer.ok ? 'ok' : answer.code));

describe('an order', () => {
  serverOf('order');

  it('takes effect once, however often and at once it is sent, and is answered the same each time', async () => {
    const id = core.ids.next();
    const answers = await Promise.all(Array.from({ length: 50 }, () => core.orders.submit(log(id), yuduDuty)));
    answers.push(await core.orders.submit(log(id), yuduDuty));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual({ ok: true, id, seq: core.world.seq, refs: { incident: id } });
    expect(await commitsOf(id)).toHaveLength(1);
  });

  it('is known by its id in capitals too', async () => {
    const id = core.ids.next();
    const first = await core.orders.submit(log(id), yuduDuty);
    expect(await core.orders.submit(log(id.toUpperCase()), yuduDuty)).toEqual(first);
  });

  it('gets its first answer after a restart, whatever would be decided today', async () => {
    const [logId, noteId, updateId] = [core.ids.next(), core.ids.next(), core.ids.next()];
    await core.orders.submit(log(logId), yuduDuty);
    const update = { id: updateId, type: 'incident.update', payload: { incidentId: logId, title: '改' } };
    const note = { id: noteId, type: 'incident.note', payload: { incidentId: logId, text: '…' } };
    const [noted, updated] = [await core.orders.submit(note, yuduDuty), await core.orders.submit(update, yuduDuty)];
    await core.orders.submit({ id: core.ids.next(), type: 'incident.close', payload: { incidentId: logId, reason: '…', override: '…' } }, yuduLeader);
    const restarted = await another();
    expect(await restarted.orders.submit(update, yuduDuty)).toEqual(updated);
    expect(await restarted.orders.submit(note, yuduDuty)).toEqual(noted);
    expect(await restarted.journal.head()).toMatchObject({ seq: core.world.seq });
  });

  it('the same id for another body or by another actor is refused, at once, later and after a restart', async () => {
    const id = core.ids.next();
    const together = await Promise.all([
      core.orders.submit(log(id), yuduDuty),
      core.orders.submit(log(id, { title: '别的' }), yuduDuty),
      core.orders.submit(log(id), cityDuty),
    ]);
    expect(codes(together)).toEqual(['ok', 'order-id-reused', 'order-id-reused']);
    for (const server of [core, await another()]) {
      const later = [
        await server.orders.submit(log(id, { title: '别的' }), yuduDuty),
        await server.orders.submit(log(id), cityDuty),
        await server.orders.submit({ id, type: 'organisation.add', payload: { organisationId: 'other', kind: 'team', name: 'x' } }, administrator),
      ];
      expect(codes(later)).toEqual(['order-id-reused', 'order-id-reused', 'order-id-reused']);
    }
    expect(await commitsOf(id)).toHaveLength(1);
  });

  it('the order of fields makes no other body', async () => {
    const id = core.ids.next();
    const { title, typeCode, place } = aFlood();
    const first = await core.orders.submit({ id, type: 'incident.log', payload: { title, typeCode, place } }, yuduDuty);
    expect(await core.orders.submit({ payload: { place: { ...place }, typeCode, title }, type: 'incident.log', id }, yuduDuty)).toEqual(first);
  });

  it('what was refused may be sent again with the same id once it has become right', async () => {
    const [id, incidentId] = [core.ids.next(), core.ids.next()];
    const note = { id, type: 'incident.note', payload: { incidentId, text: '…' } };
    expect(await core.orders.submit(note, yuduDuty)).toMatchObject({ ok: false, code: 'incident.unknown' });
    await core.orders.submit(log(incidentId), yuduDuty);
    expect(await core.orders.submit(note, yuduDuty)).toMatchObject({ ok: true });
  });

  it('its outcome is told to whoever gave it, also after a restart, and to nobody else', async () => {
    const id = core.ids.next();
    const answer = await core.orders.submit(log(id), yuduDuty);
    for (const server of [core, await another()]) {
      expect(await server.orders.outcome(id, yuduDuty)).toEqual(answer);
      expect(await server.orders.outcome(id, zhanggongDuty)).toBeNull();
      expect(await server.orders.outcome(server.ids.next(), yuduDuty)).toBeNull();
    }
  });

  it('what only the server orders is refused from outside', async () => {
    const payloads = {
      'seat.grant': { userId: 'u', role: 'team', org: 'x' },
      'seat.revoke': { userId: 'u', reason: 'disabled' },
      'incident.archive': { incidentId: core.ids.next() },
    };
    for (const [type, payload] of Object.entries(payloads)) {
      expect(await core.orders.receive({ id: core.ids.next(), type, payload }, administrator)).toMatchObject({ ok: false, code: 'not-permitted' });
    }
  });

  it('text that is not well-formed Unicode is refused: it could not be kept as it is, and the chain would break', async () => {
    const answer = await core.orders.submit(log(core.ids.next(), { title: 'a\ud800b' }), yuduDuty);
    expect(answer).toMatchObject({ ok: false, code: 'invalid', details: [{ path: expect.stringMatching(/^(payload\.)?title$/) }] });
    expect(await core.journal.verify()).toEqual({ ok: true, seq: core.world.seq });
  });
});

describe('a batch', () => {
  serverOf('batch');

  it('an order that is refused does not spoil the others', async () => {
    const start = core.world.seq;
    const orders = Array.from({ length: 60 }, (_, i) => {
      const id = core.ids.next();
      if (i % 3 === 0) return core.orders.submit(log(id), seatAt('auditor'));
      if (i % 3 === 1) return core.orders.submit({ id, type: 'incident.note', payload: { incidentId: core.ids.next(), text: '…' } }, yuduDuty);
      return core.orders.submit(log(id), yuduDuty);
    });
    const answers = await Promise.all(orders);
    expect(codes(answers.slice(0, 3))).toEqual(['not-permitted', 'incident.unknown', 'ok']);
    expect(answers.flatMap((answer) => (answer.ok ? answer.seq : []))).toEqual(Array.from({ length: 20 }, (_, i) => start + i + 1));
    expect(await core.journal.verify()).toEqual({ ok: true, seq: start + 20 });
  });

  it('an order sees what the orders before it in the batch have changed', async () => {
    const incidentId = core.ids.next();
    const about = (type: string, payload: object, seat = yuduDuty) =>
      core.orders.submit({ id: core.ids.next(), type, payload: { incidentId, ...payload } }, seat);
    const answers = await Promise.all([
      core.orders.submit(log(incidentId), yuduDuty),
      about('incident.note', { text: '一' }),
      about('incident.note', { text: '二' }),
      about('incident.close', { reason: '…', override: '…' }, yuduLeader),
      about('incident.update', { title: '…' }),
    ]);
    expect(codes(answers)).toEqual(['ok', 'ok', 'ok', 'ok', 'incident.closed']);
    expect(core.world.get('incident', incidentId)).toMatchObject({ entries: 4, status: 'closed', rev: 4 });
  });

  it('numbers of incidents are given out once each', async () => {
    await Promise.all(Array.from({ length: 100 }, () => core.orders.submit(log(core.ids.next()), yuduDuty)));
    const numbers = [...core.world.all('incident')].map(({ number }) => number.slice(-4));
    expect(numbers.sort()).toEqual(Array.from({ length: core.world.size('incident') }, (_, i) => String(i + 1).padStart(4, '0')));
  });
});

describe('a lost race', () => {
  serverOf('race');

  it('whoever comes second reads on, decides again, and both are recorded', async () => {
    const other = await another();
    const first = await other.orders.submit(log(other.ids.next()), yuduDuty);
    const second = await core.orders.submit(log(core.ids.next()), yuduDuty);
    expect([first, second].map((answer) => answer.ok && answer.seq)).toEqual([core.world.seq - 1, core.world.seq]);
    expect([...core.world.all('incident')].map(({ number }) => number.slice(-4)).sort()).toEqual(['0001', '0002']);
    expect(await core.journal.verify()).toEqual({ ok: true, seq: core.world.seq });
  });

  it('an order that the other server has recorded is answered as it was there', async () => {
    const other = await another();
    const id = core.ids.next();
    const there = await other.orders.submit(log(id), yuduDuty);
    expect(await core.orders.submit(log(id), yuduDuty)).toEqual(there);
    expect(codes([await core.orders.submit(log(id, { title: '别的' }), yuduDuty)])).toEqual(['order-id-reused']);
    expect(await commitsOf(id)).toHaveLength(1);
  });

  it('an order that has lost its ground meanwhile is refused', async () => {
    const incidentId = core.ids.next();
    await core.orders.submit(log(incidentId), yuduDuty);
    const other = await another();
    await other.orders.submit({ id: other.ids.next(), type: 'incident.close', payload: { incidentId, reason: '…', override: '…' } }, yuduLeader);
    const late = await core.orders.submit({ id: core.ids.next(), type: 'incident.update', payload: { incidentId, title: '…' } }, yuduDuty);
    expect(codes([late])).toEqual(['incident.closed']);
    expect(core.world.get('incident', incidentId)).toMatchObject({ status: 'closed', rev: 2 });
  });

  it('one repeated order in the middle of a batch keeps back none of the others', async () => {
    const other = await another();
    const repeated = core.ids.next();
    await other.orders.submit(log(repeated), yuduDuty);
    const ids = [core.ids.next(), core.ids.next(), repeated, core.ids.next()];
    const answers = await Promise.all(ids.map((id) => core.orders.submit(log(id), yuduDuty)));
    expect(codes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
    for (const id of ids) expect(await commitsOf(id)).toHaveLength(1);
    expect(await core.journal.verify()).toEqual({ ok: true, seq: core.world.seq });
  });
});
