import { describe, expect, it } from 'vitest';
import { given } from '#test/support/given.ts';
import { administrator, SYSTEM_SEAT, seatAt } from '#test/support/seats.ts';
import { ROLES } from '#shared/seat.ts';

const grant = { userId: 'u1', role: 'team', org: 'blue-sky', team: 'blue-sky' } as const;
const revoke = { userId: 'u1', reason: 'disabled' } as const;

describe('seats in the journal', () => {
  it('only an administrator and the system give and take them', () => {
    for (const role of ROLES.filter((role) => role !== 'administrator')) {
      given().when(seatAt(role), 'seat.grant', grant).expectRefusal('not-permitted');
      given().when(seatAt(role), 'seat.revoke', revoke).expectRefusal('not-permitted');
    }
    for (const seat of [administrator, SYSTEM_SEAT]) {
      given()
        .when(seat, 'seat.grant', grant)
        .expectEvents([{ type: 'seat.granted', ...grant }])
        .expectRefs({ user: 'u1' });
      given()
        .when(seat, 'seat.revoke', revoke)
        .expectEvents([{ type: 'seat.revoked', ...revoke }])
        .expectRefs({ user: 'u1' });
    }
  });

  it('leave of an account only where it sits, which nobody reads', () => {
    const { world } = given({ type: 'seat.granted', userId: 'u1', role: 'team', org: 'blue-sky' }, { type: 'seat.revoked', userId: 'u1', reason: 'disabled' });
    expect(world.kinds()).toEqual(['staff']);
    expect(world.get('staff', 'u1')).toMatchObject({ readers: [], disabled: true });
    expect(world.seq).toBe(2);
  });
});
