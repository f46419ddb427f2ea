import { describe, expect, it } from 'vitest';
import { given, idOf, NOW, past } from '#test/support/given.ts';
import { cityDuty, seatAt, yuduDuty, yuduLeader, YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { isOverdue } from './policy.ts';

const saved = past(yuduDuty, 'contact.save', { post: '带班领导', name: '李四', phone: '13912345678', rank: 1 });
const elsewhere = seatAt('county-duty', ZHANGGONG);

describe('a contact', () => {
  it('is kept masked: neither event nor document has the name or the number', () => {
    const contact = given().when(yuduDuty, 'contact.save', { post: '带班领导', name: '李四', phone: '13912345678' }).document('contact');
    expect(contact).toMatchObject({ org: YUDU, masked: { name: '李*', phone: '139****5678' }, seal: idOf(99), verifiedAt: NOW });
    expect(JSON.stringify(contact)).not.toMatch(/李四|13912345678/);
  });

  it('keeps what is not given anew, and is kept by its own office and those above', () => {
    const contact = given(saved)
      .when(yuduLeader, 'contact.save', { contactId: idOf(1), post: '县长' })
      .document('contact', idOf(1));
    expect(contact).toMatchObject({ post: '县长', masked: { name: '李*' }, seal: idOf(1), rank: 1 });
    given(saved)
      .when(cityDuty, 'contact.verify', { contactId: idOf(1) })
      .expectEvents([{ type: 'contact.verified' }]);
    given(saved)
      .when(elsewhere, 'contact.verify', { contactId: idOf(1) })
      .expectRefusal('not-permitted');
  });

  it('is shown at once in one’s own chain, for a reason outside of it, and is counted each time', () => {
    const shown = given(saved).when(cityDuty, 'contact.reveal', { contactIds: [idOf(1)] });
    expect(shown.document('contact', idOf(1))).toMatchObject({ reveals: 1, lastReveal: { by: { id: cityDuty.actor.id } } });
    given(saved)
      .when(elsewhere, 'contact.reveal', { contactIds: [idOf(1)] })
      .expectRefusal('contact.reason-needed', 'reason');
    given(saved)
      .when(elsewhere, 'contact.reveal', { contactIds: [idOf(1)], reason: '联动' })
      .expectEvents([{ type: 'contact.revealed' }]);
    given(saved)
      .when(seatAt('auditor'), 'contact.reveal', { contactIds: [idOf(1)] })
      .expectRefusal('not-permitted');
  });

  it('is overdue a quarter after it was verified', () => {
    expect([
      isOverdue({}, NOW),
      isOverdue({ verifiedAt: NOW }, '2026-08-29T00:00:00.000Z'),
      isOverdue({ verifiedAt: NOW }, '2026-09-01T00:00:00.000Z'),
    ]).toEqual([true, false, true]);
  });

  it('that is removed shows nothing any more', () => {
    const there = given(saved);
    const removed = there.when(yuduDuty, 'contact.remove', { contactId: idOf(1), reason: '调离' });
    expect(removed.document('contact', idOf(1))).toMatchObject({ masked: {}, removedAt: NOW });
    there.when(yuduDuty, 'contact.verify', { contactId: idOf(1) }).expectRefusal('contact.unknown');
  });
});
