import { describe, expect, it } from 'vitest';
import { emptyNeed, likelyCategory, newCode, readNeed, type NeedDraft } from './need-draft.ts';

const INCIDENT = '00000000-0000-7000-8000-000000000001';
const NOW = '2026-07-09T04:00:00.000Z';
const draft = (over: Partial<NeedDraft> = {}): NeedDraft => ({
  ...emptyNeed({ typeCode: 'N01.2', place: { lng: 115.4, lat: 25.9, text: '罗坳镇', adcode: '360731' } }, 30, '482913'),
  ...over,
});
const read = (over: Partial<NeedDraft> = {}) => readNeed(draft(over), INCIDENT, NOW);

describe('a need as it is typed', () => {
  it('is an order as it stands: where the incident is, for half an hour', () => {
    expect(read().payload).toEqual({
      incidentId: INCIDENT,
      capability: { category: 'water' },
      teamsNeeded: 1,
      staging: { lng: 115.4, lat: 25.9, text: '罗坳镇' },
      acceptBy: '2026-07-09T04:30:00.000Z',
      checkInCode: '482913',
    });
  });

  it('names every field that is wrong', () => {
    const wrong = { teamsNeeded: '0', people: 'viele', place: ' ', minutes: '-5', phone: '13812345678', code: '12' };
    expect(read(wrong).faults.toSorted()).toEqual(['code', 'minutes', 'people', 'phone', 'place', 'post', 'teamsNeeded']);
  });

  it('asks the teams that are named, or the best', () => {
    expect(read({ teamIds: ['blue-sky'], askAtOnce: '4', override: '就近' }).payload).toMatchObject({ teamIds: ['blue-sky'], overrideReason: '就近' });
    expect(read({ teamIds: ['blue-sky'], askAtOnce: '4' }).payload).not.toHaveProperty('askAtOnce');
    expect(read({ askAtOnce: '4', minLevel: '2', post: '县应急局值班室', phone: '0797-6220000' }).payload).toMatchObject({
      askAtOnce: 4,
      capability: { minLevel: 2 },
      contact: { post: '县应急局值班室', phone: '0797-6220000' },
    });
  });
});

it('the work is guessed from the class', () => {
  expect(['N01.2', 'N04.1', 'N06', 'H01'].map(likelyCategory)).toEqual(['water', 'collapse', 'mountain', 'medical']);
});

it('a code has six digits, whatever chance gives', () => {
  for (let i = 0; i < 50; i += 1) expect(newCode()).toMatch(/^\d{6}$/);
});
