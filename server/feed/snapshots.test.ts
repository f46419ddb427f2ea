import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#shared/feed.ts';
import type { Seat } from '#shared/seat.ts';
import { commit, given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { cityDuty, seatAt, yuduDuty, zhanggongDuty } from '#test/support/seats.ts';
import { openSnapshots } from './snapshots.ts';

const source = { channel: 'phone', unit: '贡江村' } as const;
const setUp = () => {
  const { world } = given(past(yuduDuty, 'incident.log', aFlood({ source })), past(yuduDuty, 'incident.log', aFlood({ exercise: true }), { id: idOf(2) }));
  return { world, snapshots: openSnapshots(world, () => 'journal') };
};
const parsed = (json: string): Snapshot => JSON.parse(json) as Snapshot;
const idsFor = (json: string): string[] => parsed(json).docs.map(({ kind, id }) => `${kind}/${id}`);

describe('snapshots', () => {
  it('hold what the seat may see and nothing else, and say that it is everything', () => {
    const { snapshots } = setUp();
    expect(idsFor(snapshots.json(yuduDuty)).sort()).toEqual([`incident/${idOf(1)}`, `incident/${idOf(2)}`, `note/${idOf(1)}.1`, `note/${idOf(2)}.1`]);
    expect(parsed(snapshots.json(zhanggongDuty))).toEqual({ journal: 'journal', seq: 2, complete: true, docs: [], drops: [] });
  });

  it('show each level its own form of a document', () => {
    const { snapshots } = setUp();
    const partner: Seat = { ...seatAt('neighbour'), rooms: yuduDuty.rooms };
    expect(snapshots.json(yuduDuty)).toContain(source.unit);
    expect(snapshots.json(partner)).not.toContain(source.unit);
    expect(parsed(snapshots.json(partner)).docs.every(({ doc }) => doc.readers.length === 0)).toBe(true);
  });

  it('are the same for seats of equal right, and have another tag when anything changed', () => {
    const { world, snapshots } = setUp();
    const colleague = { ...cityDuty, rooms: cityDuty.rooms.toReversed() };
    expect(snapshots.etag(colleague)).toBe(snapshots.etag(cityDuty));
    expect(snapshots.etag(yuduDuty)).not.toBe(snapshots.etag(cityDuty));
    const before = snapshots.etag(cityDuty);
    commit(world, [{ type: 'seat.revoked', userId: 'u', reason: 'disabled' }]);
    expect(snapshots.etag(cityDuty)).not.toBe(before);
    expect(parsed(snapshots.json(cityDuty)).seq).toBe(3);
  });

  it('come compressed or plain, with the same inside', async () => {
    const { snapshots } = setUp();
    const json = snapshots.json(cityDuty);
    expect((await snapshots.body(cityDuty, 'identity')).toString()).toBe(json);
    expect(gunzipSync(await snapshots.body(cityDuty, 'gzip')).toString()).toBe(json);
    expect(brotliDecompressSync(await snapshots.body(cityDuty, 'br')).toString()).toBe(json);
  });
});
