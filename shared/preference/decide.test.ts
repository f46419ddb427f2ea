import { expect, it } from 'vitest';
import { mayRead } from '#shared/readers.ts';
import { given, past } from '#test/support/given.ts';
import { cityDuty, seatAt, yuduDuty } from '#test/support/seats.ts';
import { ReminderPreference } from './orders.ts';

const reminders = { off: ['near', 'half', 'near'], volume: 0.4, quiet: true, quietFrom: '22:00', quietTo: '07:00' };

it('is kept for whoever keeps it, and read by nobody else', () => {
  const kept = given().when(yuduDuty, 'preference.keep', { reminders });
  const preference = kept.document('preference', yuduDuty.actor.id);
  expect(preference?.reminders).toEqual({ ...reminders, off: ['half', 'near'] });
  expect([mayRead(new Set(yuduDuty.rooms), preference?.readers ?? []), mayRead(new Set(cityDuty.rooms), preference?.readers ?? [])]).toEqual([true, false]);
});

it('replaces what was kept before, and leaves that of others alone', () => {
  const { world } = given(
    past(yuduDuty, 'preference.keep', { reminders }),
    past(seatAt('department'), 'preference.keep', { reminders: { ...reminders, volume: 1 } }),
  );
  expect([world.get('preference', yuduDuty.actor.id)?.reminders.volume, world.get('preference', seatAt('department').actor.id)?.reminders.volume]).toEqual([
    0.4, 1,
  ]);
  const again = given(past(yuduDuty, 'preference.keep', { reminders })).when(yuduDuty, 'preference.keep', { reminders: { ...reminders, off: [] } });
  expect(again.document('preference', yuduDuty.actor.id)?.reminders.off).toEqual([]);
});

it.each([{ volume: 1.1 }, { quietFrom: '24:00' }, { quietTo: '7:00' }, { off: ['A B'] }, { notify: true }])('does not take %j', (wrong) => {
  expect(ReminderPreference.safeParse({ ...reminders, ...wrong }).success).toBe(false);
});
