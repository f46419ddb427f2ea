import { logReaders } from './policy.ts';
import type { Shift } from './state.ts';

/** Where an event writes its line of the duty log. */
export const lineOf = ({ id: shiftId, org }: Pick<Shift, 'id' | 'org'>, dutylogId: string) => ({ dutylogId, shiftId, org, readers: logReaders(org) });
