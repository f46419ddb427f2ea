import { describe, expect, it } from 'vitest';
import { placeOfOrganisations } from './place.ts';

const village = { id: '360731101201', name: '水头村', nameEn: 'Shuitou' };
const township = { id: '360731101', name: '岭背镇', nameEn: 'Lingbei' };

describe('the name of a village', () => {
  it('is that of its township and its own', () => {
    expect(placeOfOrganisations(village, township)).toEqual({ zh: '岭背镇水头村', en: 'Shuitou, Lingbei' });
  });

  it('does not say the township twice', () => {
    expect(placeOfOrganisations({ ...village, name: '岭背镇水头村' }, township)).toMatchObject({ zh: '岭背镇水头村' });
  });

  it('of a township is its own', () => {
    expect(placeOfOrganisations(township, undefined)).toEqual({ zh: '岭背镇', en: 'Lingbei' });
  });

  it('a code is no name', () => {
    expect(placeOfOrganisations({ id: '360731101201', name: '360731101201', nameEn: '360731101201' }, township)).toEqual({ zh: '岭背镇', en: 'Lingbei' });
    expect(placeOfOrganisations({ id: '360731101', name: '360731101', nameEn: '360731101' }, undefined)).toBeNull();
  });

  it('without an English one is the Chinese one, in the Chinese order', () => {
    expect(placeOfOrganisations({ ...village, nameEn: '水头村' }, { ...township, nameEn: '岭背镇' })).toEqual({ zh: '岭背镇水头村', en: '岭背镇水头村' });
  });
});
