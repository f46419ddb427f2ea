import { describe, expect, it } from 'vitest';
import { LogIncident } from '#shared/incident/orders.ts';
import { draftOf, reportOf, titleOf, type Draft, type Reporter } from './compose.ts';
import { PICTURED, pictureOf, typeCodeOf, UNPICTURED } from './kinds.ts';
import { TEXTS } from './text.ts';

const reporter: Reporter = { org: '360731101', place: { zh: '岭背镇', en: 'Lingbei' } };
const fix = { lng: 115.41234567, lat: 26.05432109, accuracyM: 11.2 };
const draft: Draft = { id: '01990000-0000-7000-8000-000000000001', at: '2026-06-01T02:18:00.000Z', kind: 'flood', spot: { how: 'here', fix }, risk: 'many' };

describe('a report', () => {
  it('has a title that says where, what and who', () => {
    expect(titleOf(draft, reporter, 'zh-CN')).toBe('岭背镇：山洪，多人受威胁');
    expect(titleOf(draft, reporter, 'en')).toBe('Lingbei: Flash flood, many people at risk');
  });

  it('counts the trapped and the missing in its title and in its casualties', () => {
    const counted: Draft = { ...draft, risk: 'trapped', trapped: 3, missing: 2 };
    expect(titleOf(counted, reporter, 'zh-CN')).toBe('岭背镇：山洪，3人被困，2人失联');
    expect(reportOf(counted, reporter, 'zh-CN').casualties).toEqual({ trapped: 3, missing: 2 });
  });

  it('leaves out a figure that nobody has given', () => {
    expect(reportOf(draft, reporter, 'zh-CN')).not.toHaveProperty('casualties');
    expect(reportOf({ ...draft, risk: 'trapped', trapped: 4 }, reporter, 'zh-CN').casualties).toEqual({ trapped: 4 });
  });

  it('was found and told when the first tap happened', () => {
    expect(reportOf(draft, reporter, 'zh-CN')).toMatchObject({ discoveredAt: draft.at, receivedAt: draft.at, source: { channel: 'village', unit: '岭背镇' } });
  });

  it('from here carries the position and how good it is', () => {
    expect(reportOf(draft, reporter, 'zh-CN').place).toEqual({ adcode: '360731101', text: '岭背镇', lng: 115.412346, lat: 26.054321, accuracyM: 12 });
  });

  it('of a spot told in words carries the words, and a position that claims no more than "near the reporter"', () => {
    const { place, title } = reportOf({ ...draft, spot: { how: 'words', words: ' 村小学后山 ', fix } }, reporter, 'zh-CN');
    expect(place).toMatchObject({ text: '岭背镇村小学后山', lng: 115.412346, accuracyM: 5000 });
    expect(title).toBe('岭背镇村小学后山：山洪，多人受威胁');
  });

  it('without a position, or from a reporter far from home, lies at the centre of the county, and says how roughly', () => {
    const centre = { lng: 115.411, lat: 25.955, accuracyM: 40_000 };
    const elsewhere = { lng: 113.3, lat: 23.1, accuracyM: 5 };
    expect(reportOf({ ...draft, spot: { how: 'words', words: '桥头' } }, reporter, 'zh-CN').place).toMatchObject(centre);
    expect(reportOf({ ...draft, spot: { how: 'words', words: '桥头', fix: elsewhere } }, reporter, 'zh-CN').place).toMatchObject(centre);
  });

  it('from a village whose name is not known yet is named by its county', () => {
    expect(titleOf(draft, { org: '360731101201', place: null }, 'zh-CN')).toBe('于都县：山洪，多人受威胁');
  });

  it('of any kind, in both languages, however long its words, is an order that the model takes', () => {
    for (const kind of [...PICTURED, ...UNPICTURED]) {
      for (const language of ['zh-CN', 'en'] as const) {
        const long: Draft = {
          ...draft,
          kind,
          spot: { how: 'words', words: '很长的地点'.repeat(60) },
          text: '字'.repeat(500),
          risk: 'trapped',
          trapped: 12,
          missing: 1,
        };
        const parsed = LogIncident.safeParse(reportOf(long, { org: '360731101201', place: { zh: '名'.repeat(130), en: 'name '.repeat(40) } }, language));
        expect(parsed.error?.issues, `${kind} ${language}`).toBeUndefined();
        expect(TEXTS[language][`kind.${kind}`]).not.toBe('');
      }
    }
  });
});

describe('pictures', () => {
  it('a class is drawn as its own picture, as that of its main class, or as the general one', () => {
    for (const kind of PICTURED) expect(pictureOf(typeCodeOf(kind))).toBe(kind);
    expect(pictureOf('N04.3')).toBe('landslide');
    expect(pictureOf('H06')).toBe('other');
    expect(pictureOf('A01')).toBe('other');
  });
});

describe('a refused report', () => {
  it('becomes a draft with what it said; who is at risk is chosen again', () => {
    const spoken: Draft = { ...draft, kind: 'landslide', spot: { how: 'words', words: '村小学后山' }, risk: 'trapped', trapped: 3, text: '裂缝' };
    const again = draftOf(reportOf(spoken, reporter, 'zh-CN'), reporter, 'zh-CN', '2026-06-01T03:00:00.000Z');
    expect(again).toEqual({ at: draft.at, kind: 'landslide', spot: { how: 'words', words: '村小学后山' }, trapped: 3, text: '裂缝' });
  });

  it('from here is from there still', () => {
    expect(draftOf(reportOf(draft, reporter, 'en'), reporter, 'en', '2026-06-01T03:00:00.000Z').spot).toEqual({
      how: 'here',
      fix: { lng: 115.412346, lat: 26.054321, accuracyM: 12 },
    });
  });

  it('of a time that has not come is of now', () => {
    const now = '2026-06-01T01:00:00.000Z';
    expect(draftOf(reportOf(draft, reporter, 'en'), reporter, 'en', now).at).toBe(now);
  });
});
