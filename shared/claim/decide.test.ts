import { describe, expect, it } from 'vitest';
import { dueOf } from '#shared/clockwork.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import type { Mission } from '#shared/dispatch/mission.ts';
import { authorOf, SYSTEM } from '#shared/seat.ts';
import { addMinutes } from '#shared/time.ts';
import { ASSESSED, ITEMS } from '#test/support/claim-cases.ts';
import { given, idOf, NOW, past, type PastOrder } from '#test/support/given.ts';
import { cityLeader, seatAt, TEAM, yuduDuty, yuduLeader, YUDU, zhanggongDuty } from '#test/support/seats.ts';
import { totalOf } from './state.ts';

const blue = seatAt('team');
const red = seatAt('team', 'red-cross');
const [dispatchId, claimId] = [idOf(2), idOf(3)];
const payer = { kind: 'government', name: '于都县人民政府' } as const;
const stamp = { readers: [], seq: 1, rev: 1 };
const staging = { lng: 115.42, lat: 25.95, text: '桥头' };
const dispatch: Dispatch = {
  ...stamp,
  id: dispatchId,
  incidentId: idOf(1),
  number: 'YD-1-D1',
  about: { number: 'YD-1', title: '…', typeCode: 'N01', text: '…', lng: 115, lat: 25 },
  capability: { category: 'water' },
  teamsNeeded: 1,
  staging,
  acceptBy: NOW,
  reserve: [],
  org: YUDU,
  exercise: false,
  state: 'closed',
  offers: [],
  by: authorOf(SYSTEM),
  at: NOW,
  alwaysReadBy: [],
};
const mission = (over: Partial<Mission> = {}): Mission => ({
  ...stamp,
  id: `${dispatchId}.${TEAM}`,
  teamId: TEAM,
  teamName: '蓝天',
  dispatchId,
  incidentId: idOf(1),
  state: 'debriefed',
  steps: [],
  at: NOW,
  replies: [],
  told: [],
  members: [],
  present: [],
  log: [],
  hours: [{ memberId: idOf(9), hours: 18 }],
  kilometres: 240,
  exercise: false,
  alwaysReadBy: [],
  ...over,
});

const submitted = past(blue, 'claim.submit', { dispatchId, items: ITEMS }, { id: claimId });
const reviewed = past(yuduDuty, 'claim.review', { claimId, assessed: ASSESSED, payer });
const posted = past(yuduDuty, 'claim.post', { claimId });
const OVER = addMinutes(NOW, 5 * 24 * 60);
const approved: PastOrder = { ...past(yuduLeader, 'claim.approve', { claimId }), at: OVER };
const paid: PastOrder = { ...past(yuduDuty, 'claim.pay', { claimId, paidOn: '2026-06-06', voucher: '于财拨〔2026〕12号' }), at: OVER };
const scene = (...history: PastOrder[]) => given({ kind: 'dispatch', doc: dispatch }, { kind: 'mission', doc: mission() }, ...history);
const claimIn = (...history: PastOrder[]) => scene(...history).world.get('claim', claimId);

describe('a claim', () => {
  it('goes from the team by the check and the posting to the payment, and is seen by the team and its authority alone', () => {
    const claim = claimIn(submitted, reviewed, posted, approved, paid);
    expect(claim?.steps.map(({ state }) => state)).toEqual(['submitted', 'reviewed', 'posted', 'approved', 'paid']);
    expect(claim).toMatchObject({ state: 'paid', paid: { on: '2026-06-06' }, told: { hours: [{ hours: 18 }], kilometres: 240 }, postedUntil: OVER });
    expect(claim?.readers).toEqual([`team:${TEAM}`, 'org:360731', 'org:360700']);
    expect([totalOf(ITEMS), totalOf(claim?.assessed ?? [])]).toEqual([11_660.5, 11_160.5]);
    expect(claim && dueOf('claim', claim, { archiveAfterHours: 1, climbAfterMinutes: 1 })[0]?.rule).toBe('claim.archive');
  });

  it('is for a mission of its own that is debriefed, once, and never for a drill', () => {
    const order = { dispatchId, items: ITEMS };
    scene().when(red, 'claim.submit', order).expectRefusal('dispatch.unknown');
    scene().when(yuduDuty, 'claim.submit', order).expectRefusal('not-permitted');
    scene(submitted).when(blue, 'claim.submit', order).expectRefusal('claim.exists');
    const there = { kind: 'dispatch', doc: dispatch } as const;
    given(there, { kind: 'mission', doc: mission({ state: 'returned' }) })
      .when(blue, 'claim.submit', order)
      .expectRefusal('mission.state');
    given(there, { kind: 'mission', doc: mission({ exercise: true }) })
      .when(blue, 'claim.submit', order)
      .expectRefusal('claim.state');
  });

  it('that is incomplete is returned by item and made again', () => {
    const returned = past(yuduDuty, 'claim.return', { claimId, faults: [{ item: 3, reason: '缺修理发票' }] });
    expect(claimIn(submitted, returned)).toMatchObject({ state: 'returned', faults: [{ item: 3 }] });
    const again = claimIn(submitted, returned, past(blue, 'claim.submit', { dispatchId, claimId, items: ITEMS.slice(0, 2) }, { id: idOf(4) }));
    expect(again).toMatchObject({ state: 'submitted', items: [{}, {}] });
    expect(again?.faults).toBeUndefined();
    scene(submitted).when(blue, 'claim.submit', { dispatchId, claimId, items: ITEMS }).expectRefusal('claim.state');
  });

  it('is assessed item by item: never more than claimed, and less with a reason', () => {
    const check = (assessed: typeof ASSESSED) => scene(submitted).when(yuduDuty, 'claim.review', { claimId, assessed, payer });
    check(ASSESSED.slice(1)).expectRefusal('invalid', 'assessed');
    check([{ amountCny: 8000 }, ...ASSESSED.slice(1)]).expectRefusal('invalid', 'assessed.0.amountCny');
    check([...ASSESSED.slice(0, 2), { amountCny: 1 }]).expectRefusal('invalid', 'assessed.2.reason');
    for (const seat of [blue, zhanggongDuty])
      scene(submitted)
        .when(seat, 'claim.review', { claimId, assessed: ASSESSED, payer })
        .expectRefusal(seat === blue ? 'not-permitted' : 'claim.unknown');
  });

  it('is decided by a leader who has not checked it, when the posting is over', () => {
    scene(submitted, reviewed, posted).when(yuduLeader, 'claim.approve', { claimId }).expectRefusal('claim.posting');
    scene(submitted, reviewed, posted).at(OVER).when(yuduDuty, 'claim.approve', { claimId }).expectRefusal('not-permitted');
    const byLeader = past(yuduLeader, 'claim.review', { claimId, assessed: ASSESSED, payer });
    scene(submitted, byLeader, posted).at(OVER).when(yuduLeader, 'claim.approve', { claimId }).expectRefusal('claim.same-person');
    scene(submitted, byLeader, posted).at(OVER).when(cityLeader, 'claim.approve', { claimId }).expectRefs({ claim: claimId, dispatch: dispatchId });
    scene(submitted).when(yuduDuty, 'claim.pay', { claimId, paidOn: '2026-06-01', voucher: '1' }).expectRefusal('claim.state');
  });

  it('is objected to by the team while it is posted, and checked again', () => {
    const objected = past(blue, 'claim.object', { claimId, reason: '修理费应全额' });
    scene(submitted, reviewed, posted, objected).at(OVER).when(yuduLeader, 'claim.approve', { claimId }).expectRefusal('claim.state');
    expect(claimIn(submitted, reviewed, posted, objected, reviewed)).toMatchObject({ state: 'reviewed' });
  });
});
