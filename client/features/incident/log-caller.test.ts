import { expect, test } from 'vitest';
import { callerOrder, NOBODY } from './log-caller.ts';

const INCIDENT = '01890000-0000-7000-8000-000000000001';
const source = { unit: ' 潭头村委会 ', post: '' };

test('a caller goes with the unit that was named, and only what was said', () => {
  expect(callerOrder(INCIDENT, { name: ' 李四 ', phone: '' }, source)).toEqual({ incidentId: INCIDENT, role: 'caller', name: '李四', unit: '潭头村委会' });
  expect(callerOrder(INCIDENT, { name: '', phone: '138 1234 1234' }, { unit: '', post: '支书' })).toEqual({
    incidentId: INCIDENT,
    role: 'caller',
    phone: '138 1234 1234',
    post: '支书',
  });
});

test('a unit alone is the source of the record, no person', () => {
  expect(callerOrder(INCIDENT, NOBODY, source)).toBeUndefined();
  expect(callerOrder(INCIDENT, { name: ' ', phone: ' ' }, source)).toBeUndefined();
});

test('what is no telephone number is not sent', () => {
  expect(callerOrder(INCIDENT, { name: '李四', phone: '手机' }, source)).toBe('wrong');
});
