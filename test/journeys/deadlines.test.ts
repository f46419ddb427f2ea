import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '#server/core.ts';
import type { Store } from '#server/store/store.ts';
import { drivenClock, type DrivenClock } from '#test/support/driven-clock.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityLeader, seatAt, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import { databaseOf, journalOf, testCore, type TestCore } from '#test/support/test-core.ts';
import { testStore } from '#test/support/test-store.ts';
import { until } from '#test/support/until.ts';

const MINUTE = 60_000;
let store: Store;
let clock: DrivenClock;
let opened: TestCore[] = [];
let count = 0;

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

async function start(on: DrivenClock = clock): Promise<Core> {
  const one = await testCore({ store: databaseOf(store, `deadlines-${count}`), ports: { clock: on } });
  opened.push(one);
  await until('what was missed has been ordered', () => one.core.clockwork.overdue() === 0);
  return one.core;
}

async function stop(): Promise<void> {
  await opened.pop()?.close();
}

async function give(core: Core, seat: typeof yuduDuty, type: string, payload: object): Promise<Record<string, string>> {
  const answer = await core.orders.submit({ id: core.ids.next(), type, payload }, seat);
  if (!answer.ok) throw new Error(`${type} was refused: ${JSON.stringify(answer)}`);
  return answer.refs;
}

const log = async (core: Core): Promise<string> => (await give(core, yuduDuty, 'incident.log', aFlood()))['incident'] ?? '';
const row = (core: Core, id: string, rule: string) => core.world.get('incident', id)?.deadlines?.find((one) => one.rule === rule);
const lapsesOf = async (core: Core, rule: string) =>
  (await journalOf(core)).filter(({ events }) => events.some((event) => event.type === 'report.lapsed' && event.rule === rule));

async function pass(core: Core, ms: number): Promise<void> {
  await clock.advance(ms);
  await until('what came due has been ordered', () => core.clockwork.overdue() === 0);
}

describe('a deadline that passes unmet', () => {
  it('is met on the very minute, and lapses once after it, with an entry that says so', async () => {
    const core = await start();
    const id = await log(core);
    await pass(core, 30 * MINUTE);
    expect(row(core, id, 'R03P')?.late).toBeUndefined();
    await pass(core, 1);
    expect(row(core, id, 'R03P')).toMatchObject({ late: true });
    expect(await lapsesOf(core, 'R03P')).toHaveLength(1);
    expect([...core.world.all('note')].filter(({ entry }) => entry === 'report.lapsed')).toHaveLength(1);
  });

  it('lapses once when nothing ran at its time, and again never, however often the server is started', async () => {
    const id = await log(await start());
    await stop();
    await clock.advance(2 * 60 * MINUTE);
    const after = await start();
    expect(row(after, id, 'R03P')).toMatchObject({ late: true });
    await stop();
    const again = await start();
    expect(await lapsesOf(again, 'R03P')).toHaveLength(1);
    expect(await lapsesOf(again, 'R03W')).toHaveLength(1);
    expect(await again.journal.verify()).toMatchObject({ ok: true });
  });

  it('keeps its flag when it is sent afterwards, and when the clock is put back', async () => {
    const core = await start();
    const id = await log(core);
    await pass(core, 31 * MINUTE);
    await stop();
    const back = await start(drivenClock(new Date(clock.now().getTime() - 20 * MINUTE).toISOString()));
    expect(row(back, id, 'R03P')).toMatchObject({ late: true });
    expect(row(back, id, 'R03W')?.late).toBeUndefined();
    await give(back, yuduDuty, 'report.phone', { incidentId: id, spokenTo: '市政府总值班室', text: '首报' });
    expect(row(back, id, 'R03P')).toMatchObject({ late: true, met: { reportId: expect.any(String) } });
    expect(await lapsesOf(back, 'R03P')).toHaveLength(1);
  });

  it('is made up for when the clock leaps ahead: each lapses at its own rule, once', async () => {
    const core = await start();
    const id = await log(core);
    await pass(core, 5 * 60 * MINUTE);
    const late = core.world
      .get('incident', id)
      ?.deadlines?.filter((one) => one.late)
      .map(({ rule }) => rule);
    expect(late).toEqual(['R03P', 'R03W', 'R11']);
    for (const rule of late ?? []) expect(await lapsesOf(core, rule)).toHaveLength(1);
  });
});

describe('two officers who send the same 初报', () => {
  it('one wins, whichever it is, and the other is told of the first', async () => {
    const core = await start();
    const id = await log(core);
    const drafts = [];
    for (let n = 0; n < 2; n += 1) {
      const { report: reportId = '' } = await give(core, yuduDuty, 'report.draft', {
        incidentId: id,
        kind: 'initial',
        text: '初报',
        figures: { casualties: {} },
      });
      await give(core, yuduDuty, 'report.submit', { reportId });
      await give(core, yuduLeader, 'report.approve', { reportId });
      drafts.push(reportId);
    }
    const answers = await Promise.all(
      drafts.map((reportId) => core.orders.submit({ id: core.ids.next(), type: 'report.send', payload: { reportId } }, yuduDuty)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find((answer) => !answer.ok);
    const first = drafts[answers.findIndex(({ ok }) => ok)];
    expect(refused).toMatchObject({ code: 'report.already-sent', details: [{ path: 'kind', current: first }] });
  });
});

describe('a number of the table', () => {
  it('holds for the clockwork from the moment another person approves it', async () => {
    const core = await start();
    const { incident: id = '' } = await give(core, yuduDuty, 'incident.log', aFlood({ exercise: true }));
    await give(core, yuduLeader, 'incident.close', { incidentId: id, reason: '演练结束', override: '演练' });
    const book = core.world.get('rulebook', 'numbers');
    const hours = book?.rows.find((one) => one.id === 'desk.archive-after');
    await give(core, seatAt('planner'), 'rulebook.propose', { rulebookId: 'numbers', rows: [{ ...hours, value: 1 }], reason: '缩短保留时间' });
    await pass(core, 2 * 60 * MINUTE);
    expect(core.world.get('incident', id)).toBeDefined();
    await give(core, cityLeader, 'rulebook.approve', { rulebookId: 'numbers', version: 2 });
    await until('it has left the desk', () => !core.world.get('incident', id));
  });
});
