import { describe, expect, it } from 'vitest';
import { given, idOf, past } from '#test/support/given.ts';
import { administrator, SYSTEM_SEAT, seatAt } from '#test/support/seats.ts';
import type { Payload } from '#shared/catalogue.ts';
import { ROLES } from '#shared/seat.ts';

const city = past(SYSTEM_SEAT, 'organisation.add', { organisationId: '360700', kind: 'city', name: '赣州市' });
const bureau: Payload<'organisation.add'> = { organisationId: 'water-bureau', kind: 'department', name: '水利局', parent: '360700', lines: ['N01'] };

describe('organisations', () => {
  it('only an administrator and the system add them', () => {
    for (const role of ROLES.filter((role) => role !== 'administrator'))
      given(city).when(seatAt(role), 'organisation.add', bureau).expectRefusal('not-permitted');
    for (const seat of [administrator, SYSTEM_SEAT]) given(city).when(seat, 'organisation.add', bureau).expectRefs({ organisation: 'water-bureau' });
  });

  it('an id is given once', () => {
    given(city).when(administrator, 'organisation.add', { organisationId: '360700', kind: 'city', name: '赣州' }).expectRefusal('organisation.exists');
  });

  it('what stands above must be there first', () => {
    given().when(administrator, 'organisation.add', bureau).expectRefusal('organisation.unknown-parent', 'parent');
  });

  it('everybody may see one, and an English name that nobody gave is the Chinese one', () => {
    const added = given(city).when(administrator, 'organisation.add', bureau, idOf(5)).document('organisation', 'water-bureau');
    expect(added).toMatchObject({ readers: ['everyone'], nameEn: '水利局', lines: ['N01'], rev: 1 });
  });
});
