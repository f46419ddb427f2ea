import { describe, expect, it } from 'vitest';
import { aTeam } from '#test/support/teams.ts';
import { draftOf, EMPTY, fieldOf, readApplication, type ApplyDraft } from './apply-draft.ts';

const whole: ApplyDraft = {
  ...EMPTY,
  org: '360731',
  name: '于都蓝天救援队',
  creditCode: '52360731mj1234567a',
  leaderName: '王五',
  leaderPhone: '137 1234 5678',
  baseText: '贡江镇渡江大道 8 号',
  at: { lng: 115.41, lat: 25.95 },
  categories: { water: '2', medical: 'none' },
  equipment: [{ kind: '冲锋舟', count: '4', text: '' }, EMPTY.equipment[0] ?? { kind: '', count: '', text: '' }],
  vehicles: [{ kind: '皮卡', count: '5', text: '赣B12345' }],
  rangeKm: '80',
  responseMinutes: '30',
};

describe('an application as it is typed', () => {
  it('is the order it means; empty lines are none', () => {
    expect(readApplication(whole).payload).toEqual({
      org: '360731',
      name: '于都蓝天救援队',
      creditCode: '52360731MJ1234567A',
      leader: { name: '王五', phone: '137 1234 5678' },
      base: { adcode: '360731', text: '贡江镇渡江大道 8 号', lng: 115.41, lat: 25.95 },
      categories: [{ category: 'water', selfLevel: 2 }, { category: 'medical' }],
      equipment: [{ kind: '冲锋舟', count: 4 }],
      vehicles: [{ kind: '皮卡', plate: '赣B12345', seats: 5 }],
      rangeKm: 80,
      responseMinutes: 30,
    });
  });

  it('names every field that is missing or wrong, in the order of the form', () => {
    expect(readApplication(EMPTY).faults).toEqual(['org', 'name', 'leaderName', 'leaderPhone', 'baseText', 'base', 'categories', 'rangeKm', 'responseMinutes']);
    expect(readApplication({ ...whole, creditCode: '123', equipment: [{ kind: '', count: '2', text: '' }] }).faults).toEqual(['creditCode', 'equipment']);
  });

  it('of a team that mends it holds what it said, but for its leader', () => {
    const draft = draftOf(aTeam('blue', { name: '蓝天', equipment: [{ kind: '绳索', count: 2 }], leader: { name: '王*', phone: '137****5678' } }).doc);
    expect(draft).toMatchObject({ name: '蓝天', equipment: [{ kind: '绳索', count: '2' }], leaderName: '', leaderPhone: '' });
    expect(readApplication({ ...draft, leaderName: '王五', leaderPhone: '13712345678' }).payload).toMatchObject({ categories: [{ category: 'water' }] });
  });

  it('what the server finds is shown at its field', () => {
    expect(['application.base.lng', 'username', 'application.leader.phone', 'creditCode', 'x'].map(fieldOf)).toEqual([
      'base',
      'username',
      'leaderPhone',
      'creditCode',
      undefined,
    ]);
  });
});
