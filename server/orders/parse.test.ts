import { describe, expect, it } from 'vitest';
import { idOf } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { Refusal } from '#shared/refusal.ts';
import { parseOrder } from './parse.ts';

const id = idOf(1);
const log = (payload: unknown) => ({ id, type: 'incident.log', payload });

function refusalOf(input: unknown): { code: string; paths: string[] } {
  try {
    parseOrder(input);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, paths: error.details.map(({ path }) => path) };
    throw error;
  }
  throw new Error('it was taken for an order');
}

describe('what comes in as an order', () => {
  it('is taken as its type says, with text trimmed', () => {
    expect(parseOrder(log(aFlood({ title: '  水位上涨 ' })))).toEqual({ id, type: 'incident.log', payload: aFlood({ title: '水位上涨' }) });
  });

  it('needs an id, a type and a payload, and nothing else', () => {
    for (const input of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { id },
      { id, type: 'incident.log' },
      { id: 'x', type: 'incident.log', payload: {} },
      { id, type: 7, payload: {} },
      { id, type: 'incident.log', payload: [] },
    ]) {
      expect(refusalOf(input).code).toBe('invalid');
    }
    expect(refusalOf({ ...log(aFlood()), at: '2026-06-01T00:00:00Z' })).toEqual({ code: 'invalid', paths: ['at'] });
  });

  it('an order that there is not is unknown, whatever an object inherits', () => {
    for (const type of ['incident.explode', '', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])
      expect(refusalOf({ id, type, payload: {} }).code).toBe('unknown-order');
  });

  it('an unknown field is refused with its path, however deep', () => {
    expect(refusalOf(log({ ...aFlood(), seq: 1 })).paths).toEqual(['seq']);
    expect(refusalOf(log({ ...aFlood(), place: { ...aFlood().place, $where: '1' } })).paths).toEqual(['place.$where']);
    expect(
      refusalOf(log(JSON.parse(`{"title":"x","typeCode":"N01","place":{"adcode":"360700","text":"","lng":1,"lat":1,"__proto__":{"a":1}}}`))).paths,
    ).toEqual(['place.__proto__']);
  });

  it('each wrong field is named', () => {
    const wrong = {
      title: ' ',
      typeCode: 'N99',
      place: { adcode: '36', text: '', lng: 181, lat: NaN },
      occurredAt: 'yesterday',
      casualties: { dead: -1, missing: 0.5 },
    };
    expect(refusalOf(log(wrong)).paths).toEqual([
      'title',
      'typeCode',
      'place.adcode',
      'place.lng',
      'place.lat',
      'occurredAt',
      'casualties.dead',
      'casualties.missing',
    ]);
  });

  it('nothing that is not the right type is bent to it', () => {
    for (const title of [7, null, ['x'], { $ne: 1 }, true]) expect(refusalOf(log({ ...aFlood(), title })).paths).toEqual(['title']);
    for (const lng of ['114', null, [114], {}]) expect(refusalOf(log({ ...aFlood(), place: { ...aFlood().place, lng } })).paths).toEqual(['place.lng']);
  });

  it('the list of what is wrong has an end', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, 1]));
    expect(refusalOf(log({ ...aFlood(), ...many })).paths).toHaveLength(20);
  });
});
