import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '#shared/feed.ts';
import type { Counter } from '#shared/incident/number.ts';
import { mayRead } from '#shared/readers.ts';
import type { Level, Seat } from '#shared/seat.ts';
import type { Change } from '#shared/world.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { ModelClient } from '#test/support/model-client.ts';
import { cityDuty } from '#test/support/seats.ts';
import { openFeed } from './feed.ts';

const seat = (level: Level, ...rooms: string[]): Seat => ({ actor: cityDuty.actor, level, rooms });
const doc = (id: string, seq: number, ...readers: string[]): Counter => ({ id, n: seq, seq, rev: 1, readers });
const put = (before: Counter | undefined, after: Counter | undefined): Change => ({ kind: 'counter', id: (after ?? before)?.id ?? '', before, doc: after });

function feedOf(from = 0, intervalMs = 25) {
  const clock = drivenClock();
  const sent: { to: readonly string[]; frame: Frame }[] = [];
  return { clock, sent, feed: openFeed<string>((to, frame) => void sent.push({ to, frame }), clock, from, intervalMs) };
}

describe('the feed', () => {
  it('the first change after a silence goes out in the same instant, what follows is gathered', async () => {
    const { clock, sent, feed } = feedOf();
    feed.join(seat('full', 'a'), 'one');
    feed.changed(1, [put(undefined, doc('x', 1, 'a'))]);
    feed.changed(2, [put(undefined, doc('y', 2, 'a'))]);
    await clock.advance(0);
    expect(sent.map(({ frame }) => [frame.seq, frame.puts.length])).toEqual([[2, 2]]);
    feed.changed(3, [put(undefined, doc('z', 3, 'a'))]);
    feed.changed(4, [put(undefined, doc('v', 4, 'a'))]);
    await clock.advance(4);
    expect(sent).toHaveLength(1);
    await clock.advance(1);
    expect(sent.map(({ frame }) => frame.seq)).toEqual([2, 4]);
    await clock.advance(1000);
    expect([sent.length, clock.waiting()]).toEqual([2, 0]);
  });

  it('a document that changes often within a tick is sent once, as it is then', async () => {
    const { clock, sent, feed } = feedOf();
    feed.join(seat('full', 'a'), 'one');
    for (let n = 1; n <= 9; n += 1) feed.changed(n, [put(n > 1 ? doc('x', n - 1, 'a') : undefined, doc('x', n, 'a'))]);
    await clock.advance(0);
    expect(sent.map(({ frame }) => frame.puts)).toEqual([[{ kind: 'counter', id: 'x', doc: doc('x', 9, 'a') }]]);
  });

  it('groups of a level that get the same share one frame, and each level has its own', async () => {
    const { clock, sent, feed } = feedOf();
    feed.join(seat('full', 'a'), 'one');
    feed.join(seat('full', 'a', 'b'), 'two');
    feed.join(seat('partner', 'a'), 'partner');
    feed.join(seat('full', 'b'), 'nobody');
    feed.changed(1, [put(undefined, doc('x', 1, 'a'))]);
    await clock.advance(0);
    expect(sent.map(({ to }) => to)).toEqual([['one', 'two'], ['partner']]);
    expect(sent[1]?.frame.puts[0]?.doc.readers).toEqual([]);
  });

  it('who loses sight of a document is told so, also when it came and went within a tick', async () => {
    const { clock, sent, feed } = feedOf();
    feed.join(seat('full', 'a'), 'one');
    feed.changed(1, [put(doc('x', 0, 'a'), doc('x', 1, 'a', 'b'))]);
    feed.changed(2, [put(doc('x', 1, 'a', 'b'), doc('x', 2, 'b'))]);
    await clock.advance(0);
    expect(sent).toEqual([{ to: ['one'], frame: { seq: 2, puts: [], drops: [{ kind: 'counter', id: 'x' }] } }]);
  });

  it('whoever comes between a change and its frame, and is caught up with it, is told when it is gone in the same tick', async () => {
    const { clock, sent, feed } = feedOf();
    feed.changed(1, [put(undefined, doc('x', 1, 'a'))]);
    feed.join(seat('full', 'a'), 'one');
    expect(feed.missed(0, seat('full', 'a'))?.puts).toHaveLength(1);
    feed.changed(2, [put(doc('x', 1, 'a'), undefined)]);
    await clock.advance(0);
    expect(sent).toEqual([{ to: ['one'], frame: { seq: 2, puts: [], drops: [{ kind: 'counter', id: 'x' }] } }]);
  });

  it('whoever has left is sent nothing, and leaving twice takes nobody else away', async () => {
    const { clock, sent, feed } = feedOf();
    const [first, second] = [feed.join(seat('full', 'a'), 'one'), feed.join(seat('full', 'a'), 'two')];
    first();
    first();
    feed.changed(1, [put(undefined, doc('x', 1, 'a'))]);
    await clock.advance(0);
    expect(sent.map(({ to }) => to)).toEqual([['two']]);
    second();
    feed.changed(2, [put(undefined, doc('y', 2, 'a'))]);
    await clock.advance(1000);
    expect(sent).toHaveLength(1);
  });

  it('whoever may see something only as the person they are is sent it alone, together with what their desk gets', async () => {
    const { clock, sent, feed } = feedOf();
    feed.join(seat('full', 'a', 'user:1'), 'one');
    feed.join(seat('full', 'a', 'user:2'), 'two');
    feed.changed(1, [put(undefined, doc('x', 1, 'a')), put(undefined, doc('y', 1, 'user:1')), put(undefined, doc('z', 1, 'a', 'user:2'))]);
    await clock.advance(0);
    expect(sent.map(({ to, frame }) => [to, frame.puts.map(({ id }) => id)])).toEqual([
      [['two'], ['x', 'z']],
      [['one'], ['x', 'y', 'z']],
    ]);
    feed.changed(2, [put(doc('y', 1, 'user:1'), doc('y', 2, 'a'))]);
    feed.changed(3, [put(doc('x', 1, 'a'), doc('x', 3, 'user:2'))]);
    await clock.advance(1000);
    expect(sent.slice(2).map(({ to, frame }) => [to, frame.puts.map(({ id }) => id), frame.drops.map(({ id }) => id)])).toEqual([
      [['one'], ['y'], ['x']],
      [['two'], ['y', 'x'], []],
    ]);
  });
});

const ROOMS = ['a', 'b', 'c', 'user:1', 'drill:user:1'];
const SEATS = [
  seat('full', 'a'),
  seat('full', 'b'),
  seat('full', 'a', 'b'),
  seat('team', 'c'),
  seat('partner', 'b', 'c'),
  seat('full'),
  seat('full', 'a', 'user:1'),
  seat('full', 'a', 'user:1', 'drill:user:1'),
  seat('full', 'a', 'user:2'),
];
const event = fc.oneof(
  fc.record({ change: fc.record({ id: fc.constantFrom('x', 'y', 'z'), readers: fc.option(fc.subarray(ROOMS)) }) }),
  fc.record({ wait: fc.constantFrom(0, 10, 25, 60) }),
  fc.record({ cut: fc.nat(SEATS.length - 1) }),
  fc.record({ back: fc.nat(SEATS.length - 1) }),
);

describe('a client', () => {
  it('that is cut off and comes back, any time and again, shows what its seat may see and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const { clock, sent, feed } = feedOf();
        const now = new Map<string, Counter>();
        const clients = SEATS.map((own, i) => ({
          own,
          name: String(i),
          model: new ModelClient(),
          joined: undefined as ReturnType<typeof feed.join> | undefined,
        }));
        let seq = 0;
        const deliver = (): void => {
          for (const { to, frame } of sent.splice(0)) for (const { name, model, joined } of clients) if (joined && to.includes(name)) model.apply(frame);
        };
        const cut = (i: number): void => {
          clients[i]?.joined?.();
          if (clients[i]) clients[i].joined = undefined;
        };
        const back = (i: number): void => {
          const client = clients[i];
          if (!client || client.joined) return;
          client.joined = feed.join(client.own, client.name);
          const missed = feed.missed(client.model.seq, client.own);
          if (!missed) throw new Error('the feed forgot');
          client.model.apply(missed);
        };
        for (const one of events) {
          if ('change' in one) {
            const { id, readers } = one.change;
            const before = now.get(id);
            seq += 1;
            const after = readers ? doc(id, seq, ...readers) : undefined;
            if (after) now.set(id, after);
            else now.delete(id);
            feed.changed(seq, [put(before, after)]);
          } else if ('wait' in one) await clock.advance(one.wait);
          else if ('cut' in one) cut(one.cut);
          else back(one.back);
          deliver();
        }
        for (const i of clients.keys()) back(i);
        await clock.advance(60);
        deliver();
        for (const { own, model } of clients) {
          const rooms = new Set(own.rooms);
          const may = [...now.values()].filter(({ readers }) => mayRead(rooms, readers)).map(({ id, seq: at }) => [id, at]);
          expect(model.docs().map(({ id, doc: held }) => [id, held.seq])).toEqual(may.sort());
        }
      }),
      { numRuns: 200 },
    );
  });
});
