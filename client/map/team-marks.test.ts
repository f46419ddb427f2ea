import { describe, expect, it } from 'vitest';
import type { Mission, MissionState } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Position } from '#shared/protocol.ts';
import { authorOf, SYSTEM } from '#shared/seat.ts';
import { aTeam, OFF_DUTY } from '#test/support/teams.ts';
import { stagingMarks, teamMarks, type Field } from './team-marks.ts';

const NOW = '2026-07-09T04:00:00.000Z';
const STAGING = { lng: 115.5, lat: 26, text: '贡江大桥东' };
// As much of the two as the map looks at.
const need = (over: Partial<Dispatch> = {}) => ({ id: 'd', exercise: false, state: 'open', staging: STAGING, offers: [], ...over }) as unknown as Dispatch;
const mission = (state: MissionState, over: Partial<Mission> = {}) =>
  ({
    id: 'd.blue',
    teamId: 'blue',
    teamName: '蓝天',
    dispatchId: 'd',
    incidentId: 'i',
    state,
    steps: [{ state, at: NOW, by: authorOf(SYSTEM) }],
    exercise: false,
    ...over,
  }) as unknown as Mission;
const at = (lng: number, when: string): Position => ({ id: `phone ${lng}`, missionId: 'd.blue', lng, lat: 26, at: when });

function marks(over: Partial<Field>) {
  const field: Field = {
    teams: [aTeam('blue').doc],
    dispatches: new Map([['d', need()]]),
    missions: [],
    positions: new Map(),
    exercise: false,
    now: NOW,
    holiday: false,
    ...over,
  };
  return teamMarks(field);
}

describe('a team on the map', () => {
  it('waits at its base, on duty or off, and is shown once it was asked', () => {
    expect(marks({})).toMatchObject([{ look: 'available', lng: 115.41 }]);
    expect(marks({ teams: [aTeam('blue', OFF_DUTY).doc] })).toMatchObject([{ look: 'off' }]);
    expect(marks({ missions: [mission('offered')] })).toMatchObject([{ id: 'blue', look: 'asked' }]);
    expect(marks({ teams: [aTeam('blue', { status: 'suspended' }).doc] })).toEqual([]);
  });

  it('is on its way from its base, or from where its phones say, the last of them', () => {
    expect(marks({ missions: [mission('accepted', { etaAt: NOW })] })).toMatchObject([{ look: 'coming', lng: 115.41, to: { lng: 115.5 }, etaAt: NOW }]);
    const phones = new Map([1, 2].map((n) => [`${n}`, at(115.4 + n / 100, `2026-07-09T04:0${n}:00.000Z`)]));
    expect(marks({ missions: [mission('en_route')], positions: new Map([['d.blue', phones]]) })).toMatchObject([
      { look: 'coming', lng: 115.42, heardAt: '2026-07-09T04:02:00.000Z' },
    ]);
  });

  it('of another authority is nowhere until it is there: its base is not for this desk', () => {
    expect(marks({ teams: [], missions: [mission('accepted')] })).toEqual([]);
    expect(marks({ teams: [], missions: [mission('checked_in')] })).toMatchObject([{ look: 'there', lng: 115.5 }]);
  });

  it('is free again when it is home, and what is a drill is not shown with what is real', () => {
    expect(marks({ missions: [mission('returned')] })).toMatchObject([{ look: 'available' }]);
    expect(marks({ missions: [mission('working', { exercise: true })] })).toMatchObject([{ look: 'available' }]);
  });

  it('that came by itself is where it said', () => {
    const place = { lng: 115.6, lat: 26.1, adcode: '360731', text: '罗坳' };
    expect(marks({ teams: [], missions: [mission('self_reported', { place })] })).toMatchObject([{ look: 'self', lng: 115.6 }]);
  });
});

it('a staging zone is shown while teams may come to it', () => {
  expect(stagingMarks([need(), need({ state: 'closed' }), need({ exercise: true })], false)).toMatchObject([{ text: '贡江大桥东' }]);
});
