import type { PlanKind } from './content.ts';
import type { SlipDue } from './events.ts';

/**
 * To what kind of body a plan is sent for the record: the words are the client's. `government` is reached by way of its
 * emergency department.
 */
export const BODIES = ['government', 'lead-department', 'emergency-department', 'departments', 'township', 'regulator'] as const;
export type Body = (typeof BODIES)[number];

type To = Pick<SlipDue, 'body' | 'org' | 'cc'>;

/** To whom a plan of a kind goes (国办发〔2024〕5号 art. 26). What lies over the city has no seat here and is named by its body alone. */
export function filingOf(kind: PlanKind, owner: string, above: readonly string[]): To[] {
  const region = /^\d+$/.test(owner) ? owner : above[0];
  const up = /^\d+$/.test(owner) ? above[0] : above[1];
  const to = (body: Body, org: string | undefined, cc = false): To => ({ body, ...(org === undefined ? {} : { org }), ...(cc ? { cc: true as const } : {}) });
  switch (kind) {
    case 'overall':
      return [to('government', up), to('departments', region, true)];
    case 'special':
    case 'joint':
      return [to('lead-department', up), to('emergency-department', up, true)];
    case 'department':
      return [to('government', region), to('departments', region, true)];
    case 'township':
      return [to('government', up)];
    case 'village':
      return [to('township', up)];
    case 'unit':
      return [to('regulator', region)];
    case 'handbook':
      return [];
    default:
      return kind satisfies never;
  }
}
