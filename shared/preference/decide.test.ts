import { expect, it } from 'vitest';
import { mayRead } from '#shared/readers.ts';
import { given, past } from '#test/support/given.ts';
import { cityDuty, seatAt, yuduDuty } from '#test/support/seats.ts';
import { AlertPreference } from './orders.ts';

const alerts = { off: ['near', 'half', 'near'], volume: 0.4, quiet: true, quietFrom: '22:00', quietTo: '07:00' };

it('is kept for whoever keeps it, and read by nobody else', () => {
  const kept = given().when(yuduDuty, 'preference.keep', { alerts });
  const preference = kept.document('preference', yuduDuty.actor.id);
  expect(preference?.alerts).toEqual({ ...alerts, off: ['half', 'near'] });
  expect([mayRead(new Set(yuduDuty.rooms), preference?.readers ?? []), mayRead(new Set(cityDuty.rooms), preference?.readers ?? [])]).toEqual([true, false]);
});

it('replaces what was kept before, and leaves that of others alone', () => {
  const { world } = given(past(yuduDuty, 'preference.keep', { alerts }), past(seatAt('department'), 'preference.keep', { alerts: { ...alerts, volume: 1 } }));
  expect([world.get('preference', yuduDuty.actor.id)?.alerts.volume, world.get('preference', seatAt('department').actor.id)?.alerts.volume]).toEqual([0.4, 1]);
  const again = given(past(yuduDuty, 'preference.keep', { alerts })).when(yuduDuty, 'preference.keep', { alerts: { ...alerts, off: [] } });
  expect(again.document('preference', yuduDuty.actor.id)?.alerts.off).toEqual([]);
});

it.each([{ volume: 1.1 }, { quietFrom: '24:00' }, { quietTo: '7:00' }, { off: ['A B'] }, { notify: true }])('does not take %j', (wrong) => {
  expect(AlertPreference.safeParse({ ...alerts, ...wrong }).success).toBe(false);
});
