import type { Note } from '#shared/incident/state.ts';

/** The order by which each entry came. */
const ORDER_OF: Readonly<Record<string, string>> = {
  'incident.logged': 'incident.log',
  'incident.updated': 'incident.update',
  'incident.assessed': 'incident.assess',
  'incident.closed': 'incident.close',
  'incident.received': 'incident.receive',
  'instruction.given': 'instruction.give',
  'instruction.passed': 'instruction.pass',
  'instruction.acknowledged': 'instruction.acknowledge',
  'instruction.done': 'instruction.done',
  'instruction.reported': 'instruction.report',
  'report.sent': 'report.send',
  'report.phoned': 'report.phone',
  'report.acknowledged': 'report.acknowledge',
};

/** What an entry of an incident is called, by the order that wrote it. */
export const entryKey = ({ entry }: Pick<Note, 'entry'>): string => `common.order.${ORDER_OF[entry] ?? 'incident.note'}`;
