import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#shared/order.ts';
import { LiveWorld } from '#shared/world.ts';
import type { Core } from '#server/core.ts';
import { silentLog } from '#server/ports.ts';
import type { Store } from '#server/store/store.ts';
import { drivenClock, type DrivenClock } from '#test/support/driven-clock.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty, yuduLeader } from '#test/support/seats.ts';
import { databaseOf, journalOf, testCore, type TestCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { until } from '#test/support/until.ts';
import { openClockwork } from './clockwork.ts';

const HOUR = 3_600_000;
const SOON = '2026-06-01T02:00:00.000Z';

/** A drill owes nobody a report: nothing but its archiving is due. */
const NO_DEADLINES = aFlood({ exercise: true });

describe('the clockwork of a server', () => {
  let store: Store;
  let clock: DrivenClock;
  let count = 0;
  let opened: TestCore[] = [];

  beforeAll(async () => {
    store = await testStore();
  });
  afterAll(() => store.close());
  beforeEach(() => {
    count += 1;
    clock = drivenClock();
  });
  afterEach(async () => {
    for (const one of opened) await one.close();
    opened = [];
  });

  async function start(): Promise<Core> {
    const one = await testCore({ store: databaseOf(store, `clockwork-${count}`), ports: { clock } });
    opened.push(one);
    return one.core;
  }

  async function stop(): Promise<void> {
    await opened.pop()?.close();
  }

  async function closedIncident(core: Core): Promise<string> {
    const incidentId = core.ids.next();
    await core.orders.submit({ id: incidentId, type: 'incident.log', payload: NO_DEADLINES }, yuduDuty);
    await core.orders.submit({ id: core.ids.next(), type: 'incident.close', payload: { incidentId, reason: '…', override: '…' } }, yuduLeader);
    return incidentId;
  }

  const archivings = async (core: Core) => (await journalOf(core)).filter(({ order }) => order.type === 'incident.archive');
  const gone = (core: Core, id: string) => until('the incident has left the world', () => !core.world.get('incident', id));

  it('archives a closed incident a day after its last entry, not before, and once', async () => {
    const core = await start();
    const id = await closedIncident(core);
    await clock.advance(24 * HOUR - 1);
    expect([await archivings(core), core.clockwork.waiting(), core.clockwork.overdue()]).toEqual([[], 1, 0]);
    await clock.advance(1);
    await gone(core, id);
    await clock.advance(1000 * HOUR);
    expect(await archivings(core)).toMatchObject([{ actor: { id: 'system', role: 'system' }, refs: { incident: id } }]);
    expect([core.clockwork.given(), core.clockwork.waiting()]).toEqual([1, 0]);
  });

  it('an incident of which there is news stays a day longer', async () => {
    const core = await start();
    const incidentId = await closedIncident(core);
    await clock.advance(20 * HOUR);
    await core.orders.submit({ id: core.ids.next(), type: 'incident.note', payload: { incidentId, text: '…' } }, yuduDuty);
    await clock.advance(23 * HOUR);
    expect(core.world.get('incident', incidentId)).toBeDefined();
    await clock.advance(HOUR);
    await gone(core, incidentId);
    expect(await archivings(core)).toHaveLength(1);
  });

  it('an archived incident of which there is late news comes back, and is archived again a day later', async () => {
    const core = await start();
    const incidentId = await closedIncident(core);
    await clock.advance(24 * HOUR);
    await gone(core, incidentId);
    const note = await core.orders.submit({ id: core.ids.next(), type: 'incident.note', payload: { incidentId, text: '又一人获救' } }, yuduDuty);
    expect(note).toMatchObject({ ok: true, refs: { note: `${incidentId}.3` } });
    expect(core.world.get('incident', incidentId)).toMatchObject({ status: 'closed', entries: 3, rev: 3 });
    await clock.advance(24 * HOUR);
    await gone(core, incidentId);
    expect(await archivings(core)).toHaveLength(2);
  });

  it('what came due while nothing ran is done at the start, once', async () => {
    const before = await start();
    const ids = [await closedIncident(before), await closedIncident(before)];
    await stop();
    await clock.advance(72 * HOUR);
    const after = await start();
    await clock.advance(0);
    for (const id of ids) await gone(after, id);
    await stop();
    const again = await start();
    await clock.advance(72 * HOUR);
    expect(await archivings(again)).toHaveLength(2);
    expect(again.clockwork.given()).toBe(0);
  });

  it('two servers on one journal do it once between them', async () => {
    const first = await start();
    const id = await closedIncident(first);
    const second = await start();
    await clock.advance(24 * HOUR);
    await gone(first, id);
    await gone(second, id);
    expect(await archivings(first)).toHaveLength(1);
    expect(await first.journal.verify()).toMatchObject({ ok: true });
  });
});

describe('due orders', () => {
  const incidentId = idOf(1);
  const closed = [past(yuduDuty, 'incident.log', NO_DEADLINES), past(yuduDuty, 'incident.close', { incidentId, reason: '…' }, { id: idOf(2) })];
  const away: Answer = { ok: false, code: 'store-unavailable', message: 'away' };

  /** Clockwork before orders that a test answers. */
  function before(answer: () => Answer, archiveAfterHours = 24) {
    const driven = drivenClock(SOON);
    // As the system's clock: no timer is longer than Node has one.
    const clock = { ...driven, after: (ms: number, run: () => void) => driven.after(Math.min(ms, 2 ** 31 - 1), run) };
    const asked: { id: string; type: string }[] = [];
    const orders = { submit: async (envelope: unknown) => (asked.push(envelope as (typeof asked)[number]), answer()) };
    const clockwork = openClockwork(orders, () => ({ archiveAfterHours, climbAfterMinutes: 15 }), clock, silentLog);
    return { clock, asked, clockwork };
  }

  it('while the store is away a due order waits, is counted as missed, and is given with the same id', async () => {
    let there = false;
    const { clock, asked, clockwork } = before(() => (there ? { ok: true, id: 'x', seq: 1, refs: {} } : away));
    clockwork.start(given(...closed).world);
    await clock.advance(24 * HOUR + 10_000);
    expect(asked.length).toBeGreaterThan(3);
    expect([clockwork.overdue(), clockwork.given()]).toEqual([1, 0]);
    there = true;
    await clock.advance(2000);
    const tries = asked.length;
    await clock.advance(10 * HOUR);
    expect([clockwork.overdue(), clockwork.given(), asked.length]).toEqual([0, 1, tries]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  });

  it('news that comes before the order could be given puts it off', async () => {
    let there = false;
    const { clock, asked, clockwork } = before(() => (there ? { ok: true, id: 'x', seq: 1, refs: {} } : away));
    const { world } = given(...closed);
    clockwork.start(world);
    await clock.advance(24 * HOUR);
    const incident = world.get('incident', incidentId);
    if (!incident) throw new Error('the incident is gone');
    there = true;
    const tries = asked.length;
    clockwork.changed([{ kind: 'incident', id: incidentId, before: incident, doc: { ...incident, lastEntryAt: clock.now().toISOString() } }]);
    await clock.advance(23 * HOUR);
    expect(asked.slice(tries)).toEqual([]);
    await clock.advance(HOUR);
    expect(asked.slice(tries)).toHaveLength(1);
  });

  it('a wait longer than any timer of Node is waited out', async () => {
    const { clock, asked, clockwork } = before(() => ({ ok: true, id: 'x', seq: 1, refs: {} }), 24 * 365);
    clockwork.start(given(...closed).world);
    await clock.advance(24 * 365 * HOUR - 1);
    expect([asked.length, clockwork.waiting()]).toEqual([0, 1]);
    await clock.advance(1);
    expect(asked).toHaveLength(1);
  });

  it('an order that has lost its ground is not given again', async () => {
    const { clock, asked, clockwork } = before(() => ({ ok: false, code: 'incident.not-closed', message: '…' }));
    clockwork.start(given(...closed).world);
    await clock.advance(48 * HOUR);
    expect([asked.length, clockwork.waiting()]).toEqual([1, 0]);
  });

  it('once it is stopped it gives nothing', async () => {
    const { clock, asked, clockwork } = before(() => away);
    clockwork.start(new LiveWorld());
    clockwork.start(given(...closed).world);
    clockwork.stop();
    await clock.advance(48 * HOUR);
    expect(asked).toEqual([]);
  });
});
