import { describe, expect, it } from 'vitest';
import { seatAt, TEAM, WATER } from '#test/support/seats.ts';
import { isDuty, isLeader, ROLES } from './seat.ts';

const real = (rooms: readonly string[]): string[] => rooms.filter((room) => !room.startsWith('drill:'));

describe('seats', () => {
  it('whoever sits at a desk is in its room, and nobody with a phone or outside', () => {
    expect(ROLES.filter((role) => !seatAt(role).rooms.includes('desk'))).toEqual(['village-reporter', 'team', 'neighbour', 'administrator']);
  });

  it('every seat is in the rooms of everyone and of its user, and in each once for real and once for drills', () => {
    for (const role of ROLES) {
      const { rooms, actor } = seatAt(role);
      expect(rooms).toEqual(expect.arrayContaining(['everyone', `user:${actor.id}`]));
      expect(rooms).toEqual([...real(rooms), ...real(rooms).map((room) => `drill:${room}`)]);
    }
  });

  it('a seat is in the room of its organisation; a team in its own only, an administrator in none', () => {
    expect(real(seatAt('county-duty').rooms)).toContain('org:360731');
    expect(real(seatAt('team').rooms)).toEqual(['everyone', `user:team@${TEAM}`, `team:${TEAM}`]);
    expect(real(seatAt('administrator').rooms)).toHaveLength(2);
  });

  it('a leader is in the room of its organisation’s leaders, and nobody else is', () => {
    expect(real(seatAt('county-leader').rooms)).toContain('lead:360731');
    expect(ROLES.filter((role) => seatAt(role).rooms.some((room) => room.includes('lead:')))).toEqual(['county-leader', 'city-leader']);
  });

  it('a department is in the room of each of its lines', () => {
    expect(real(seatAt('department', WATER).rooms)).toEqual(expect.arrayContaining([`org:${WATER}`, 'line:360700:N01', 'line:360700:N02']));
    expect(real(seatAt('department', 'unknown').rooms).some((room) => room.startsWith('line:'))).toBe(false);
  });

  it('teams and neighbours are shown less', () => {
    expect(ROLES.filter((role) => seatAt(role).level !== 'full')).toEqual(['team', 'neighbour']);
  });

  it('duty and leaders are who their names say', () => {
    expect(ROLES.filter((role) => isDuty(seatAt(role).actor))).toEqual(['township-duty', 'county-duty', 'city-duty']);
    expect(ROLES.filter((role) => isLeader(seatAt(role).actor))).toEqual(['county-leader', 'city-leader']);
  });
});
