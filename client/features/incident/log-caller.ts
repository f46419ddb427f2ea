import type { Payload } from '#shared/catalogue.ts';
import { RecordPerson } from '#shared/person/orders.ts';
import type { LogDraft } from './log-draft.ts';

/** Who is on the line, as typed. It is never a part of the draft: that is kept on the disk. */
export interface LogCaller {
  name: string;
  phone: string;
}

export const NOBODY: LogCaller = { name: '', phone: '' };

export const isNobody = ({ name, phone }: LogCaller): boolean => name.trim() === '' && phone.trim() === '';

/** The order that keeps the caller with an incident; nothing when nobody gave a name or a number, `wrong` when the number can't be one. */
export function callerOrder(
  incidentId: string,
  caller: LogCaller,
  { unit, post }: Pick<LogDraft, 'unit' | 'post'>,
): Payload<'person.record'> | 'wrong' | undefined {
  if (isNobody(caller)) return undefined;
  const said = Object.entries({ ...caller, unit, post }).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]]));
  const order = RecordPerson.safeParse({ incidentId, role: 'caller', ...Object.fromEntries(said) });
  return order.success ? order.data : 'wrong';
}
