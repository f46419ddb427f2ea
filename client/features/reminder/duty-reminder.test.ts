import { expect, it } from 'vitest';
import type { Instruction } from '#shared/instruction/state.ts';
import { addMinutes } from '#shared/time.ts';
import { NOW } from '#test/support/given.ts';
import { cityDuty, cityLeader, seatAt, YUDU, yuduDuty, yuduLeader, zhanggongDuty } from '#test/support/seats.ts';
import { reminderOfClimb } from './reminder.ts';
import { reminderOfCheck, reminderOfRelief } from './duty-reminder.ts';
import { DEFAULTS, isHeard } from './settings.ts';

const night = Date.parse('2026-06-01T03:00:00+08:00');
const stamp = { readers: [], seq: 1, rev: 1 };
const crew = { officers: [{ id: 'o', name: '李' }], leader: { id: 'l', name: '王县长' } };
const to = { org: YUDU, name: '于都县' };
const climbedTo = (room: string, more: Partial<Instruction> = {}): Instruction => ({
  ...stamp,
  id: 'i',
  incidentId: 'e',
  incidentNumber: 'GZ20260601-0001',
  text: '全力搜救',
  by: cityLeader.actor,
  at: NOW,
  to,
  status: 'given',
  steps: [],
  climbed: { at: addMinutes(NOW, 15), to: room, rung: 1 },
  alsoReadBy: [],
  exercise: false,
  ...more,
});

it('an instruction that climbed is a red alarm of the level that it climbed to, by night too, and of nobody else', () => {
  const toLeader = climbedTo(`lead:${YUDU}`);
  const reminder = reminderOfClimb(toLeader, yuduLeader.actor, NOW);
  expect(reminder).toMatchObject({ kind: 'climbed', red: true, incidentId: 'e', title: '全力搜救' });
  expect(isHeard(reminder ?? expect.unreachable(), { ...DEFAULTS, off: ['climbed'] }, night)).toBe(true);
  for (const seat of [yuduDuty, cityLeader, zhanggongDuty]) expect(reminderOfClimb(toLeader, seat.actor, NOW)).toBeUndefined();
  expect(reminderOfClimb(climbedTo('org:360700'), cityDuty.actor, NOW)).toMatchObject({ kind: 'climbed' });
});

it('one that was acknowledged, or had climbed before one sat down, is no news', () => {
  expect(reminderOfClimb(climbedTo(`lead:${YUDU}`, { status: 'acknowledged' }), yuduLeader.actor, NOW)).toBeUndefined();
  expect(reminderOfClimb(climbedTo(`lead:${YUDU}`), yuduLeader.actor, addMinutes(NOW, 16))).toBeUndefined();
});

it('a leader on duty who does not answer is a red alarm of the office and of the one above', () => {
  const check = { of: 'leader', result: 'no-answer' } as const;
  const line = { ...stamp, id: 'd', shiftId: 's', org: YUDU, at: NOW, by: cityDuty.actor, entry: 'duty.checked', text: '', check } as const;
  expect(reminderOfCheck(line, crew, yuduLeader.actor, NOW, '于都县')).toMatchObject({ kind: 'unreached', red: true, title: '于都县 · 王县长', path: '/duty' });
  expect(reminderOfCheck(line, crew, cityLeader.actor, NOW, '于都县')).toMatchObject({ kind: 'unreached' });
  // Whoever called knows.
  expect(reminderOfCheck(line, crew, cityDuty.actor, NOW, '于都县')).toBeUndefined();
  for (const seat of [zhanggongDuty, seatAt('auditor')]) expect(reminderOfCheck(line, crew, seat.actor, NOW, '于都县')).toBeUndefined();
  expect(reminderOfCheck({ ...line, check: { of: 'leader', result: 'answered' } }, crew, yuduLeader.actor, NOW, '于都县')).toBeUndefined();
});

it('a relief that is late is told to those who answer for the post, and sleeps in quiet hours', () => {
  const shift = {
    ...stamp,
    ...crew,
    id: 's',
    org: YUDU,
    from: NOW,
    to: NOW,
    status: 'on_duty',
    plannedBy: yuduDuty.actor,
    plannedAt: NOW,
    reliefLateAt: NOW,
  } as const;
  const reminder = reminderOfRelief(shift, yuduLeader.actor, NOW, '于都县');
  expect(reminder).toMatchObject({ kind: 'relief', red: false });
  expect(isHeard(reminder ?? expect.unreachable(), DEFAULTS, night)).toBe(false);
  expect(reminderOfRelief(shift, zhanggongDuty.actor, NOW, '于都县')).toBeUndefined();
});
