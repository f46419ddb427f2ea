import { describe, expect, it } from 'vitest';
import type { Mission } from '#shared/dispatch/mission.ts';
import type { Refused } from '#shared/order.ts';
import type { Sending } from '#client/store/outbox-queue.ts';
import { conflictWords } from './conflict.ts';
import { wordsIn } from './text.ts';

const t = wordsIn('zh-CN');
const time = (iso: string): string => iso.slice(11, 16);
const refused = (code: Refused['code'], details: Refused['details'] = []): Sending => ({
  id: '1',
  type: 'dispatch.accept',
  payload: { dispatchId: 'd' },
  at: '2026-06-01T22:20:00.000Z',
  answeredAt: '2026-06-01T22:50:00.000Z',
  state: 'refused',
  answer: { ok: false, code, message: 'Said by the server.', details },
});
const since = (current: unknown) => [{ path: 'dispatchId', message: 'is filled', current }];

describe('what was not applied', () => {
  it('says who was first, and when', () => {
    expect(conflictWords(refused('dispatch.slot-filled', since('2026-06-01T22:31:00.000Z')), [], t, time)).toBe(
      '名额已满：22:31 已由其他队伍接受。本队的接受没有生效。',
    );
    expect(conflictWords(refused('dispatch.slot-filled', since('2026-06-01T22:31:00.000Z')), [], wordsIn('en'), time)).toContain('Slot filled at 22:31');
  });

  it.each(['dispatch.lapsed', 'dispatch.over', 'dispatch.answered'] as const)('says since when it is so: %s', (code) => {
    expect(conflictWords(refused(code, since('2026-06-01T22:40:00.000Z')), [], t, time)).toContain('22:40');
  });

  it('has a time even if the server named none: that of its answer', () => {
    expect(conflictWords(refused('dispatch.over'), [], t, time)).toContain('22:50');
  });

  it('says where the mission stands instead, and since when', () => {
    const steps = [{ state: 'released', at: '2026-06-01T22:45:00.000Z' }];
    const mission = { dispatchId: 'd', state: 'released', steps } as unknown as Mission;
    expect(conflictWords(refused('mission.state', since('released')), [mission], t, time)).toBe('任务已是“准予撤离”（22:45），这一步没有生效。');
  });

  it('names the field of what is not valid, and falls back to the server’s own words', () => {
    expect(conflictWords(refused('invalid', [{ path: 'at', message: 'lies in the future' }]), [], t, time)).toContain('at lies in the future');
    expect(conflictWords(refused('incident.unknown'), [], t, time)).toBe('Said by the server.');
  });

  it('is nothing while it waits or was taken', () => {
    const { answer: _answer, ...waiting } = refused('internal');
    expect(conflictWords({ ...waiting, state: 'queued' }, [], t, time)).toBeUndefined();
    expect(conflictWords({ ...waiting, state: 'recorded', answer: { ok: true, id: '1', seq: 1, refs: {} } }, [], t, time)).toBeUndefined();
  });
});
