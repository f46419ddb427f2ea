import { describe, expect, it } from 'vitest';
import { ORDERS } from '#shared/catalogue.ts';
import { dayOffOn, saidOf, windowOf, withWaiting } from './availability-shown.ts';
import { amountOf, debriefOf } from './debrief-of.ts';
import { isHalf } from './half.ts';
import { earlier, later, leftWords } from './minutes.ts';
import { wordsIn } from './text.ts';
import { ready } from './note-ready.ts';
import { likelyHours } from './stage.ts';
import { faultOf, missingIn, saidBy, teamPayload, type TeamSaid } from './team-said.ts';
import { aTeam } from '#test/support/teams.ts';

const ID = '00000000-0000-7000-8000-000000000001';

describe('readiness', () => {
  it('has windows of the week that the order takes, over midnight and for a whole day', () => {
    const night = windowOf(['SA', 'MO'], '19:00', '07:00', '2026-06-01');
    expect(night).toEqual({ rule: 'FREQ=WEEKLY;BYDAY=MO,SA', anchor: '2026-06-01T19:00', minutes: 720 });
    const day = windowOf(['SU'], '00:00', '00:00', '2026-06-01');
    const payload = { teamId: 'blue-sky', weekly: [night, day] };
    expect(ORDERS['team.availability'].safeParse(payload).success).toBe(true);
    expect(saidOf(night)).toEqual({ days: ['MO', 'SA'], from: '19:00', to: '07:00', nextDay: true });
    expect(saidOf(day)).toMatchObject({ to: '00:00', nextDay: true });
    expect(saidOf({ rule: 'FREQ=DAILY', anchor: '2026-06-01T08:00', minutes: 60 }).days).toHaveLength(7);
  });

  it('knows whether a day is off, from its first to its last', () => {
    const days = [{ from: '2026-06-01', to: '2026-06-02' }];
    expect(['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03'].map((day) => dayOffOn(days, day) !== undefined)).toEqual([false, true, true, false]);
  });

  it('is shown with what waits, and each order changes only what it names', () => {
    const now = { onDuty: true, weekly: [], daysOff: [{ from: '2026-06-01', to: '2026-06-02' }] };
    const shown = withWaiting(now, [{ payload: { teamId: 't', onDuty: false } }, { payload: { teamId: 't', daysOff: [] } }]);
    expect(shown).toEqual({ onDuty: false, weekly: [], daysOff: [] });
  });
});

describe('the debriefing', () => {
  const said = {
    hours: { [ID]: 8.5 },
    consumables: [
      { what: '汽油', amount: '60,5', unit: '升' },
      { what: '', amount: '', unit: '' },
    ],
    damage: [{ what: '冲锋舟', text: '划破' }],
    kilometres: '120',
    text: ' ',
  };

  it('is what the order takes, without the lines that nobody has filled in', () => {
    const made = { dispatchId: ID, ...debriefOf(said) };
    expect(ORDERS['dispatch.debrief'].safeParse(made).error).toBeUndefined();
    expect(made).toMatchObject({ consumables: [{ amount: 60.5 }], kilometres: 120 });
    expect(made).not.toHaveProperty('text');
  });

  it('loses no line that was begun: it is said instead', () => {
    expect(isHalf([{ what: '汽油', amount: '', unit: '升' }], ['what', 'amount', 'unit'])).toBe(true);
    expect(isHalf(said.consumables, ['what', 'amount', 'unit'])).toBe(false);
    expect([amountOf('12 l'), amountOf('-1'), amountOf('')]).toEqual([undefined, undefined, undefined]);
  });

  it('proposes hours from departure to return, to the half', () => {
    expect(likelyHours('2026-06-01T00:00:00Z', '2026-06-01T08:40:00Z')).toBe(8.5);
    expect(likelyHours('2026-06-01T00:00:00Z', '2026-06-01T00:05:00Z')).toBe(0.5);
  });
});

describe('an entry with photos', () => {
  it('waits for them, names those that came and goes without one that was refused', () => {
    const note = { fileIds: ['a', 'b'] };
    expect(ready(note, [{ id: 'a', state: 'sending' }])).toBeUndefined();
    expect(ready(note, [{ id: 'b', state: 'queued' }])).toBeUndefined();
    expect(ready(note, [{ id: 'b', state: 'refused' }])).toEqual(['a']);
    expect(ready(note, [{ id: 'other', state: 'queued' }])).toEqual(['a', 'b']);
  });
});

describe('a time by touches', () => {
  it('never leaves its range, and comes back the way it went', () => {
    expect(earlier(5)).toBeUndefined();
    expect([earlier(60), later(55), later(60), earlier(75), later(240), earlier(300)]).toEqual([55, 60, 75, 60, 300, 240]);
    for (let minutes = 5; minutes < 600; minutes = later(minutes) ?? 600) expect(earlier(later(minutes) ?? 0)).toBe(minutes);
  });
});

it('what is left of a time is told to the second within the hour', () => {
  const t = wordsIn('zh-CN');
  expect([7_500_000, 3_599_000, 61_000, 900, -5].map((ms) => leftWords(ms, t))).toEqual(['2 小时 05 分', '59:59', '1:01', '0:00', '0:00']);
});

describe('the application', () => {
  const filled: TeamSaid = {
    ...saidBy(undefined, '360731'),
    name: '蓝天救援队',
    leader: '王五',
    leaderPhone: '137 0000 0000',
    base: { lng: 115.41, lat: 25.95, adcode: '360731' },
    categories: { water: '2', medical: '' },
    equipment: [{ kind: '冲锋舟', count: '4' }],
    vehicles: [{ kind: '皮卡', plate: '', seats: '5' }],
  };

  it('is what the order takes', () => {
    expect(missingIn(filled, true)).toEqual([]);
    expect(ORDERS['team.apply'].safeParse(teamPayload(filled)).error).toBeUndefined();
  });

  it('says what is missing or wrong, by field', () => {
    expect(missingIn(saidBy(undefined, '360731'), true)).toEqual(['name', 'leader', 'leaderPhone', 'base', 'categories']);
    expect(missingIn({ ...filled, equipment: [{ kind: '冲锋舟', count: '0' }], creditCode: '12', rangeKm: '9999' }, true)).toEqual([
      'creditCode',
      'equipment',
      'rangeKm',
    ]);
  });

  it('leaves a leader who is known as it is, when nothing is typed', () => {
    const { doc } = aTeam('blue-sky', { name: '蓝天' });
    const said = saidBy(doc, '360731');
    expect(missingIn(said, false)).toEqual([]);
    expect(teamPayload(said)).not.toHaveProperty('leader');
  });

  it('marks the fields that the authority has named when it returned it', () => {
    const { doc } = aTeam('blue-sky', { status: 'returned', faults: [{ path: 'base.text', reason: '地址不详' }] });
    expect(faultOf(doc, 'base')).toBe('地址不详');
    expect(faultOf(doc, 'name')).toBeUndefined();
    expect(faultOf({ ...doc, status: 'applied' }, 'base')).toBeUndefined();
  });
});
