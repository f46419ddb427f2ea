import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YUDU, ZHANGGONG } from '#test/support/seats.ts';
import { testApp, type TestApp, type TestUser } from '#test/support/test-app.ts';
import { journalOf } from '#test/support/test-core.ts';

const NAME = '孙国平';
const PHONE = '13912345678';
let app: TestApp;
let duty: TestUser;
let city: TestUser;
let elsewhere: TestUser;
let contactId: string;

beforeAll(async () => {
  app = await testApp();
  [duty, city, elsewhere] = await Promise.all([app.addUser('county-duty', YUDU), app.addUser('city-duty'), app.addUser('county-duty', ZHANGGONG)]);
  const answer = await app.order(duty, 'contact.save', { post: '带班领导', name: NAME, phone: PHONE });
  contactId = answer.ok ? (answer.refs['contact'] ?? '') : expect.unreachable(answer.message);
});
afterAll(() => app.close());

const reveal = (user: TestUser, more: object = {}) =>
  app.call<{ contacts: Record<string, { name?: string; phone?: string }> }>(user, 'POST', '/contacts/reveal', { contactIds: [contactId], ...more });

describe('the contact book', () => {
  it('has no name and no number in journal, documents or feed', async () => {
    const everywhere = JSON.stringify([await journalOf(app.core), [...app.core.world.all('contact')], (await app.snapshot(city)).docs]);
    expect(everywhere).toContain('139****5678');
    expect(everywhere).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
  });

  it('shows them at once in the own chain, for a reason outside of it, and counts', async () => {
    expect((await reveal(city)).body.contacts).toEqual({ [contactId]: { name: NAME, phone: PHONE } });
    expect((await reveal(elsewhere)).status).toBe(409);
    expect((await reveal(elsewhere, { reason: '联动' })).body.contacts[contactId]).toEqual({ name: NAME, phone: PHONE });
    expect(app.core.world.get('contact', contactId)?.reveals).toBe(2);
    expect((await app.order(city, 'contact.reveal', { contactIds: [contactId] })).ok).toBe(false);
  });

  it('keeps the name when only the number changes, and forgets the old number', async () => {
    const before = app.core.world.get('contact', contactId)?.seal ?? '';
    const id = app.core.ids.next();
    const change = { contactId, post: '带班领导', phone: '0797-6230119' };
    expect((await app.order(duty, 'contact.save', change, id)).ok).toBe(true);
    expect((await app.order(duty, 'contact.save', change, id)).ok).toBe(true);
    expect((await reveal(duty)).body.contacts[contactId]).toEqual({ name: NAME, phone: '0797-6230119' });
    expect(await app.core.vault.open(before)).toBeUndefined();
  });

  it('destroys what it knew of a contact that is removed', async () => {
    const seal = app.core.world.get('contact', contactId)?.seal ?? '';
    expect((await app.order(duty, 'contact.remove', { contactId, reason: '调离' })).ok).toBe(true);
    expect(await app.core.vault.open(seal)).toBeUndefined();
    expect((await reveal(duty)).status).toBe(404);
  });
});
