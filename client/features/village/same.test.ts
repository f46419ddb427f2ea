import { describe, expect, it } from 'vitest';
import type { Payload } from '#shared/catalogue.ts';
import { AROUND_WITHIN_MS, sameAs } from './same.ts';
import type { ReportView } from './views.ts';

const AT = '2026-06-01T02:10:00.000Z';
const report = (over: Partial<Payload<'incident.log'>> = {}): Payload<'incident.log'> => ({
  title: '山洪',
  typeCode: 'N01.2',
  place: { adcode: '360731100201', text: '水头村', lng: 115.4, lat: 25.95 },
  ...over,
});
const view = (over: Partial<ReportView> = {}, payload = report()): ReportView => ({
  id: '1',
  title: payload.title,
  typeCode: payload.typeCode,
  place: payload.place.text,
  at: AT,
  notes: [],
  sending: { id: '1', type: 'incident.log', payload, at: AT, state: 'queued' },
  ...over,
});

it('what others have logged is asked about for longer', () => {
  const later = '2026-06-01T03:40:00.000Z';
  expect([sameAs(report(), later, [view()]), sameAs(report(), later, [view()], AROUND_WITHIN_MS)?.id]).toEqual([undefined, '1']);
});

describe('a report', () => {
  it('a few minutes after another of the same kind at the same place may be the same', () => {
    expect(sameAs(report(), '2026-06-01T02:13:00.000Z', [view()])?.id).toBe('1');
    const near = report({ place: { ...report().place, text: '水头村三组', lat: 25.953 } });
    expect(sameAs(near, AT, [view()])?.id).toBe('1');
  });

  it.each<[string, ReturnType<typeof report>, string, ReportView]>([
    ['of another kind', report({ typeCode: 'A08' }), AT, view()],
    ['of later', report(), '2026-06-01T02:26:00.000Z', view()],
    ['of another place', report({ place: { ...report().place, text: '上坪村', lat: 25.99 } }), AT, view()],
    ['after one that was refused', report(), AT, view({ sending: { id: '1', type: 'incident.log', payload: report(), at: AT, state: 'refused' } })],
  ])('%s is another', (_what, next, at, before) => expect(sameAs(next, at, [before])).toBeUndefined());
});
