import { expect, test } from 'vitest';
import type { Casualties } from '#shared/incident/orders.ts';
import type { Incident } from '#shared/incident/state.ts';
import { totalsOf } from './totals.ts';

const by = { id: 'u1', name: '王值班', role: 'county-duty' as const, org: '360731' };
const facts = (casualties: Casualties, severity: Incident['severity']) => ({
  id: 'a',
  title: 'a',
  number: 'a',
  seq: 1,
  rev: 1,
  readers: [],
  typeCode: 'N01.2',
  place: { adcode: '360731', text: '', lng: 115, lat: 25 },
  receivedAt: '',
  loggedAt: '',
  casualties,
  severity,
  exercise: false,
  org: '360731',
  loggedBy: by,
  entries: 1,
  lastEntryAt: '',
});
const open = (casualties: Casualties, severity: Incident['severity'] = null): Incident => ({ ...facts(casualties, severity), status: 'open' });
const closed = (casualties: Casualties): Incident => ({ ...facts(casualties, null), status: 'closed', closedAt: '', closedBy: by, closedFor: '' });

test('figures are summed over what is open; a figure that nobody gave adds nothing', () => {
  const totals = totalsOf([open({ dead: 2, missing: 3 }), open({ missing: 1, trapped: 5 }), closed({ dead: 9, missing: 9 })]);
  expect(totals).toMatchObject({ open: 2, figures: { dead: 2, missing: 4, trapped: 5, evacuated: 0 } });
});

test('each open incident counts once under its level', () => {
  const third = { value: 3 as const, standing: 'set' as const, basis: '', by, at: '' };
  expect(totalsOf([open({}, third), open({}, third), open({})]).byMark).toMatchObject({ 3: 2, pending: 1, 1: 0 });
});
