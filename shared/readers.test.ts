import { describe, expect, it } from 'vitest';
import {
  CITY,
  cityDuty,
  GONGJIANG,
  NEIGHBOUR,
  seatAt,
  TEAM,
  VILLAGE,
  WATER,
  YUDU,
  YUDU_FIRE,
  yuduDuty,
  ZHANGGONG,
  zhanggongDuty,
} from '#test/support/seats.ts';
import { inMode, mayRead, placeReaders } from './readers.ts';
import { ROLES, type Seat } from './seat.ts';

const sees = (seat: Seat, readers: readonly string[]): boolean => mayRead(new Set(seat.rooms), readers);
const flood = (adcode: string, by: Seat): string[] => placeReaders(adcode, 'N01.1', by.actor);

describe('who may read', () => {
  it('a place is seen by its region and everything above it, not by what lies below or beside', () => {
    const readers = flood(GONGJIANG, yuduDuty);
    for (const seat of [seatAt('township-duty'), yuduDuty, seatAt('county-leader'), cityDuty, seatAt('city-leader')]) expect(sees(seat, readers)).toBe(true);
    for (const seat of [
      seatAt('village-reporter', VILLAGE),
      zhanggongDuty,
      seatAt('township-duty', '360731101'),
      seatAt('neighbour', NEIGHBOUR),
      seatAt('team', TEAM),
    ]) {
      expect(sees(seat, readers)).toBe(false);
    }
  });

  it('whoever reports from elsewhere goes on seeing it, with everything above', () => {
    const readers = flood(ZHANGGONG, yuduDuty);
    for (const seat of [yuduDuty, zhanggongDuty, cityDuty]) expect(sees(seat, readers)).toBe(true);
    expect(readers).toContain(`user:${yuduDuty.actor.id}`);
  });

  it('a department sees its own lines of its own region', () => {
    const water = seatAt('department', WATER);
    const fire = seatAt('department', YUDU_FIRE);
    expect(sees(water, flood(YUDU, yuduDuty))).toBe(true);
    expect(sees(water, placeReaders(YUDU, 'N06', yuduDuty.actor))).toBe(false);
    expect(sees(fire, placeReaders(YUDU, 'N06', yuduDuty.actor))).toBe(true);
    expect(sees(fire, placeReaders(ZHANGGONG, 'N06', zhanggongDuty.actor))).toBe(false);
  });

  it('a sub-type is of the line of its class', () => {
    expect(placeReaders(CITY, 'N01.4', cityDuty.actor)).toContain(`line:${CITY}:N01`);
  });

  it('what is reported from another city is seen at home only', () => {
    const readers = flood('360802', yuduDuty);
    expect(readers.filter((room) => room.includes('3608'))).toEqual([]);
    expect(sees(cityDuty, readers)).toBe(true);
  });

  it('an administrator keeps accounts and sees no incident but an own one', () => {
    expect(sees(seatAt('administrator'), flood(CITY, cityDuty))).toBe(false);
  });

  it('nobody reads a document without readers', () => {
    for (const role of ROLES) expect(sees(seatAt(role), [])).toBe(false);
  });
});

describe('drills', () => {
  const real = flood(YUDU, yuduDuty);
  const only = (seat: Seat, drill: boolean): Seat => ({ ...seat, rooms: seat.rooms.filter((room) => room.startsWith('drill:') === drill) });

  it('a seat that is in real rooms only is not shown a drill, nor one in drill rooms only what is real', () => {
    const drill = inMode(real, true);
    expect([sees(only(yuduDuty, false), drill), sees(only(yuduDuty, false), real)]).toEqual([false, true]);
    expect([sees(only(yuduDuty, true), drill), sees(only(yuduDuty, true), real)]).toEqual([true, false]);
  });

  it('the rooms of a drill are those of the real thing, each with its mark', () => {
    expect(inMode(real, true)).toEqual(real.map((room) => `drill:${room}`));
    expect(inMode(real, false)).toEqual(real);
  });
});
