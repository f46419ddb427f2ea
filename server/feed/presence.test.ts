import { describe, expect, it } from 'vitest';
import type { Presence } from '#shared/protocol.ts';
import type { Seat } from '#shared/seat.ts';
import { drivenClock } from '#test/support/driven-clock.ts';
import { idOf } from '#test/support/given.ts';
import { cityDuty, seatAt, yuduDuty, yuduLeader } from '#test/support/seats.ts';
import { openPresence } from './presence.ts';

const FLOOD = idOf(1);
const FIRE = idOf(2);
const elsewhere = seatAt('county-duty', '360733');

function board() {
  const clock = drivenClock();
  const readers = new Map([
    [FLOOD, ['org:360731', 'org:360700', 'lead:360731']],
    [FIRE, ['org:360731']],
  ]);
  const presence = openPresence((id) => readers.get(id), clock);
  const sit = (seat: Seat) => {
    const heard: Presence[] = [];
    return { heard, ...presence.join({ seat, tell: (said) => heard.push(said) }), last: () => heard.at(-1)?.present.map(({ name, typing }) => [name, typing]) };
  };
  return { clock, readers, sit };
}

describe('who looks at an incident', () => {
  it('is told to whoever looks at it too, and what they type in', async () => {
    const { clock, sit } = board();
    const [yudu, city] = [sit(yuduDuty), sit(cityDuty)];
    yudu.take({ incidentId: FLOOD });
    city.take({ incidentId: FLOOD, typing: true, field: 'incident.entryLine.label' });
    await clock.advance(1_000);
    expect(yudu.heard.at(-1)).toEqual({
      incidentId: FLOOD,
      present: [
        { userId: yuduDuty.actor.id, name: yuduDuty.actor.name, org: '360731', typing: false },
        { userId: cityDuty.actor.id, name: cityDuty.actor.name, org: '360700', typing: true, field: 'incident.entryLine.label' },
      ],
    });
    expect(city.heard.at(-1)).toEqual(yudu.heard.at(-1));
  });

  it('is told once a second at most, with the latest', async () => {
    const { clock, sit } = board();
    const [yudu, city] = [sit(yuduDuty), sit(cityDuty)];
    yudu.take({ incidentId: FLOOD });
    city.take({ incidentId: FLOOD });
    for (const typing of [true, false, true, false, true]) city.take({ incidentId: FLOOD, typing });
    expect(yudu.heard).toHaveLength(1);
    await clock.advance(1_000);
    expect(yudu.heard).toHaveLength(2);
    expect(yudu.last()).toContainEqual([cityDuty.actor.name, true]);
    await clock.advance(5_000);
    expect(yudu.heard).toHaveLength(2);
  });

  it('goes when they look elsewhere, or are cut off', async () => {
    const { clock, sit } = board();
    const [yudu, leader, city] = [sit(yuduDuty), sit(yuduLeader), sit(cityDuty)];
    for (const seat of [yudu, leader, city]) seat.take({ incidentId: FLOOD });
    await clock.advance(1_000);
    city.take({});
    leader.leave();
    await clock.advance(1_000);
    expect(yudu.last()).toEqual([[yuduDuty.actor.name, false]]);
  });

  it('is neither told to nor said of a seat that may not read it', async () => {
    const { clock, sit } = board();
    const [yudu, other] = [sit(yuduDuty), sit(elsewhere)];
    yudu.take({ incidentId: FLOOD });
    other.take({ incidentId: FLOOD, typing: true });
    await clock.advance(1_000);
    expect(other.heard).toEqual([]);
    expect(yudu.last()).toEqual([[yuduDuty.actor.name, false]]);
  });

  it('ends for a seat from which the incident was taken', async () => {
    const { clock, readers, sit } = board();
    const [yudu, city] = [sit(yuduDuty), sit(cityDuty)];
    yudu.take({ incidentId: FLOOD });
    city.take({ incidentId: FLOOD });
    await clock.advance(1_000);
    const before = city.heard.length;
    readers.set(FLOOD, ['org:360731']);
    yudu.take({ incidentId: FLOOD, typing: true });
    await clock.advance(1_000);
    expect(city.heard).toHaveLength(before);
    expect(yudu.last()).toEqual([[yuduDuty.actor.name, true]]);
  });

  it('of one person in two windows is one, typing if it is typed in either', async () => {
    const { clock, sit } = board();
    const [yudu, first, second] = [sit(yuduDuty), sit(cityDuty), sit(cityDuty)];
    yudu.take({ incidentId: FLOOD });
    first.take({ incidentId: FLOOD, typing: true });
    second.take({ incidentId: FLOOD });
    await clock.advance(1_000);
    expect(yudu.last()).toEqual([
      [yuduDuty.actor.name, false],
      [cityDuty.actor.name, true],
    ]);
  });

  it.each([[null], ['here'], [{ incidentId: 'no' }], [{ incidentId: FLOOD, field: '<b>' }], [{ incidentId: FLOOD, name: 'x' }], [[FLOOD]]])(
    'what does not fit (%j) is not taken',
    async (said) => {
      const { clock, sit } = board();
      const yudu = sit(yuduDuty);
      yudu.take(said);
      await clock.advance(1_000);
      expect(yudu.heard).toEqual([]);
    },
  );
});
