import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aWarning } from '#test/support/alert-cases.ts';
import { commit, idOf, NOW, orderOf } from '#test/support/given.ts';
import { ORGANISATIONS, seatAt, YUDU } from '#test/support/seats.ts';
import type { Payload } from '#shared/catalogue.ts';
import { decide } from '#shared/decide.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Role, Seat } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import { LiveWorld } from '#shared/world.ts';
import { needsTwo, type Colour } from './hazards.ts';
import { FRESH_MINUTES } from './policy.ts';
import type { Alert } from './state.ts';

const ALERT = idOf(1);
const PEOPLE = ['duty-a', 'duty-b', 'lead-a', 'lead-b'] as const;
type Person = (typeof PEOPLE)[number];

/** Anything that anybody may try, in any order and at any time: two tabs of one person, an edit while another approves, a leader who is none any more. */
const action = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who: fc.constantFrom(...PEOPLE),
      colour: fc.constantFrom<Colour>('red', 'orange', 'yellow', 'blue'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'issue' as const),
      who: fc.constantFrom(...PEOPLE),
      behind: fc.integer({ min: 0, max: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm' as const), who: fc.constantFrom(...PEOPLE) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('role' as const), who: fc.constantFrom(...PEOPLE), role: fc.constantFrom<Role>('county-duty', 'county-leader') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }) },
);

it('an orange or red alert is in force only by the word of a second person, who knew what it said and had just said the password', () => {
  let reached = 0;
  fc.assert(
    fc.property(fc.array(action, { minLength: 20, maxLength: 100, size: 'max' }), (actions) => {
      const world = new LiveWorld();
      for (const doc of ORGANISATIONS) world.load('organisation', doc);
      const roles = new Map<Person, Role>(PEOPLE.map((who) => [who, who.startsWith('lead') ? 'county-leader' : 'county-duty']));
      const confirmed = new Map<Person, string>();
      let now = NOW;
      let given = 0;
      const seatOf = (who: Person): Seat => {
        const at = confirmed.get(who);
        return { ...seatAt(roles.get(who) ?? 'county-duty', YUDU, who), ...(at === undefined ? {} : { confirmed: { at } }) };
      };
      const give = (who: Person, type: 'alert.draft' | 'alert.update' | 'alert.approve' | 'alert.issue', payload: object): void => {
        given += 1;
        const seat = seatOf(who);
        const id = world.get('alert', ALERT) ? idOf(100 + given) : ALERT;
        try {
          // Parsed by its schema, as everything is.
          const decided = decide(world, orderOf(type, payload as Payload<typeof type>, id), seat, now);
          const before = world.get('alert', ALERT);
          commit(world, decided.events, now, seat.actor);
          if (type === 'alert.issue' && before) expectTwo(before, now);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      };
      function expectTwo(before: Alert, at: string): void {
        const { draft, approval } = before;
        const colours = [draft?.content.colour, before.status === 'issued' ? before.content?.colour : undefined];
        if (!colours.some((colour) => colour !== undefined && needsTwo(colour))) return;
        reached += 1;
        expect(approval?.revision).toBe(draft?.revision);
        expect(draft?.authors.map(({ id }) => id)).not.toContain(approval?.by.id);
        expect(approval && addMinutes(approval.at, FRESH_MINUTES) >= at).toBe(true);
        expect(approvedFresh.get(`${approval?.by.id} ${approval?.revision} ${approval?.at}`)).toBe(true);
        expect(roles.get(approval?.by.id as Person)).toBe('county-leader');
      }
      const approvedFresh = new Map<string, boolean>();
      for (const one of actions) {
        if (one.do === 'wait') now = addMinutes(now, one.minutes);
        else if (one.do === 'confirm') confirmed.set(one.who, now);
        else if (one.do === 'role') {
          roles.set(one.who, one.role);
          world.load('staff', { id: one.who, role: one.role, org: YUDU, readers: [], seq: 1, rev: 1 });
        } else if (one.do === 'edit') {
          const alert = world.get('alert', ALERT);
          const content = aWarning({ colour: one.colour, startAt: addMinutes(now, 1), expectedEnd: addMinutes(now, 5_000) });
          if (alert?.status === 'issued') give(one.who, 'alert.update', { ...content, alertId: ALERT, reason: '变化' });
          else give(one.who, 'alert.draft', { ...content, ...(alert ? { alertId: ALERT } : {}) });
        } else {
          const alert = world.get('alert', ALERT);
          const revision = Math.max(1, (alert?.draft?.revision ?? 1) - one.behind);
          give(one.who, `alert.${one.do}`, { alertId: ALERT, revision });
          const { approval } = world.get('alert', ALERT) ?? {};
          const said = confirmed.get(one.who);
          if (one.do === 'approve' && approval?.by.id === one.who && approval.at === now)
            approvedFresh.set(`${one.who} ${approval.revision} ${approval.at}`, said !== undefined && addMinutes(said, FRESH_MINUTES) >= now);
        }
      }
    }),
    { numRuns: 1_000 },
  );
  // It does come that far, or nothing was tested.
  expect(reached).toBeGreaterThan(20);
});
