import { describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import type { Answer } from '#shared/order.ts';
import { ApiError, Unreachable } from '#client/store/api.ts';
import { OutboxQueue, type OutboxDisk, type Sending } from '#client/store/outbox-queue.ts';
import { answerIn } from './answer-in.ts';
import { reportOf } from './compose.ts';
import { viewsOf, type ReportView } from './views.ts';
import { standingOf } from './words.ts';

const USER = '01980000-0000-7000-8000-00000000000a';
const ID = '01990000-0000-7000-8000-000000000001';
const FIRST_TAP = '2026-06-01T18:18:00.000Z';
const BACK = '2026-06-01T18:31:00.000Z';
const reporter = { org: '360731101201', place: { zh: '岭背镇', en: 'Lingbei' } };
const payload = reportOf({ id: ID, at: FIRST_TAP, kind: 'flood', spot: { how: 'words', words: '桥头' }, risk: 'many' }, reporter, 'zh-CN');
const report: Sending = { id: ID, type: 'incident.log', payload, at: FIRST_TAP, state: 'queued' };
const note: Sending = {
  id: '01990000-0000-7000-8000-000000000002',
  type: 'incident.note',
  payload: { incidentId: ID, text: '水还在涨', at: FIRST_TAP },
  at: FIRST_TAP,
  state: 'queued',
};
const applied = (id: string): Answer => ({ ok: true, id, seq: 7, refs: { incident: ID } });

/** The phone's disk, which outlives its pages. */
function phone(): OutboxDisk & { kept: Map<string, Sending> } {
  const kept = new Map<string, Sending>();
  return { kept, all: async () => [...kept.values()], put: async (entry) => void kept.set(entry.id, entry), remove: async (id) => void kept.delete(id) };
}

type Reply = (order: { id: string; payload: unknown }) => Promise<Answer>;

/** A page on a phone. What its network says is asked for every try; time passes when the test says so. */
function page(disk: OutboxDisk, reply: Reply) {
  const posted: { id: string; payload: unknown }[] = [];
  const timers: (() => void)[] = [];
  let entries: readonly Sending[] = [];
  const queue = new OutboxQueue({
    disk,
    post: (order) => {
      posted.push({ id: order.id, payload: order.payload });
      return reply(order).catch(answerIn);
    },
    now: () => Date.parse(BACK),
    after: (_ms, run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    changed: (now) => (entries = now),
    share: () => undefined,
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  const view = (incidents: readonly Incident[] = []): ReportView | undefined =>
    viewsOf({ entries, sent: [], incidents: new Map(incidents.map((one) => [one.id, one])) }, USER)[0];
  const words = (known: Partial<{ reached: boolean; phase: 'signed-in' | 'expired' }> = {}): string => {
    const shown = view();
    return shown ? standingOf(shown, { language: 'zh-CN', reached: true, phase: 'signed-in', ...known }).words : '';
  };
  return { queue, posted, settle, view, words, later: async () => (timers.shift()?.(), settle()) };
}

const noNetwork: Reply = async () => Promise.reject(new Unreachable(new TypeError('Failed to fetch')));
const says =
  (status: number, code: string, message = code): Reply =>
  async () =>
    Promise.reject(new ApiError(status, code, message));

describe('a report on its way', () => {
  it('without a signal is kept, and says so', async () => {
    const disk = phone();
    const { queue, settle, words } = page(disk, noNetwork);
    await queue.lead();
    await queue.add(report);
    await settle();
    expect(disk.kept.get(ID)?.payload).toEqual(payload);
    expect(words({ reached: false })).toBe('已保存，等待信号');
  });

  it('survives a killed page and is sent by the next one, once, with its id and its first time', async () => {
    const disk = phone();
    const first = page(disk, noNetwork);
    await first.queue.lead();
    await first.queue.add(report);
    await first.settle();
    first.queue.stop();
    const second = page(disk, async ({ id }) => applied(id));
    await second.queue.lead();
    await second.settle();
    await second.later();
    expect(second.posted).toEqual([{ id: ID, payload: expect.objectContaining({ discoveredAt: FIRST_TAP, receivedAt: FIRST_TAP }) }]);
    expect(second.words()).toMatch(/^已发送 .*02:31$/);
    expect(disk.kept.size).toBe(0);
  });

  it('whose answer was lost goes again with the same id and the same body', async () => {
    let lost = true;
    const { queue, posted, settle, later, words } = page(phone(), async ({ id }) => {
      if (lost) {
        lost = false;
        throw new Unreachable(new Error('The connection was closed.'));
      }
      return applied(id);
    });
    await queue.lead();
    await queue.add(report);
    await settle();
    await later();
    expect(posted).toHaveLength(2);
    expect(posted[1]).toEqual(posted[0]);
    expect(words()).toMatch(/^已发送/);
  });

  it('waits for whoever must sign in again, and for whatever stands before the server', async () => {
    for (const reply of [
      says(401, 'not-signed-in'),
      says(403, 'csrf'),
      says(403, 'password-change-required'),
      says(502, 'unknown'),
      says(429, 'too-many-requests'),
      says(503, 'store-unavailable'),
    ]) {
      const { queue, settle, view } = page(phone(), reply);
      await queue.lead();
      await queue.add(report);
      await settle();
      expect(view()?.sending?.state).toBe('queued');
    }
    const { queue, settle, words } = page(phone(), says(401, 'not-signed-in'));
    await queue.lead();
    await queue.add(report);
    await settle();
    expect(words({ phase: 'expired' })).toBe('已保存，登录后发送');
  });

  it('that is refused says why, in words, and is not sent again', async () => {
    const refused = new ApiError(400, 'invalid', 'discoveredAt lies in the future.', [{ path: 'discoveredAt', message: 'lies in the future' }]);
    const { queue, posted, settle, later, view } = page(phone(), async () => Promise.reject(refused));
    await queue.lead();
    await queue.add(report);
    await settle();
    await later();
    expect(posted).toHaveLength(1);
    const shown = view();
    expect(shown && standingOf(shown, { language: 'zh-CN', reached: true, phase: 'signed-in' })).toMatchObject({
      standing: 'refused',
      words: '被拒绝',
      hint: '手机时间比实际快，请校准时间后重发',
    });
  });

  it('goes before the notes to it, and shows how many of them wait', async () => {
    const disk = phone();
    const first = page(disk, noNetwork);
    await first.queue.lead();
    await first.queue.add(report);
    await first.queue.add(note);
    await first.settle();
    expect(first.view()?.notes).toHaveLength(1);
    const second = page(disk, async ({ id }) => applied(id));
    await second.queue.lead();
    await second.settle();
    expect(second.posted.map(({ id }) => id)).toEqual([ID, note.id]);
  });
});

describe('the list of reports', () => {
  const by = { id: USER, name: '李水生', role: 'village-reporter', org: '360731101201' } as const;
  const incident: Incident = {
    id: ID,
    seq: 7,
    rev: 1,
    readers: [],
    number: 'GZ20260602-0001',
    title: '岭背镇桥头：山洪，2人失联',
    typeCode: 'N01.2',
    place: { adcode: '360731101201', text: '岭背镇桥头', lng: 115.4, lat: 26 },
    discoveredAt: FIRST_TAP,
    receivedAt: FIRST_TAP,
    loggedAt: BACK,
    casualties: {},
    severity: null,
    exercise: false,
    org: '360731101201',
    loggedBy: by,
    entries: 1,
    lastEntryAt: BACK,
    status: 'open',
  };
  const none = { entries: [], sent: [], incidents: new Map<string, Incident>() };

  it('shows a report once, with what the server says of it before what the phone remembers', () => {
    const sent = [{ ...report, state: 'recorded', answeredAt: '2026-06-01T18:31:05.000Z' } as const];
    const views = viewsOf({ ...none, sent, incidents: new Map([[ID, incident]]) }, USER);
    expect(views).toMatchObject([{ id: ID, title: incident.title, sentAt: BACK, at: FIRST_TAP }]);
  });

  it('shows what another phone of the same person sent, and nothing of anybody else', () => {
    expect(viewsOf({ ...none, incidents: new Map([[ID, incident]]) }, USER)).toMatchObject([{ id: ID, sentAt: BACK }]);
    expect(viewsOf({ ...none, incidents: new Map([[ID, incident]]) }, 'somebody-else')).toEqual([]);
  });

  it('has the newest first', () => {
    const later = { ...report, id: '01990000-0000-7000-8000-000000000009', payload: { ...payload, discoveredAt: BACK } };
    expect(viewsOf({ ...none, entries: [report, later] }, USER).map(({ id }) => id)).toEqual([later.id, ID]);
  });
});
