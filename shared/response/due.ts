import type { Due } from '#shared/clockwork.ts';
import { recordEnd } from './decide.ts';
import type { Response, Task } from './state.ts';

/** The expected end of a response, and the record that is owed of it. */
export function dueOfResponse(response: Response): Due[] {
  const { id: responseId, status, expectedUntil, overdueAt, record, exercise } = response;
  const dues: Due[] = [];
  const lapse = (what: 'expected-end' | 'npc-record', at: string): void =>
    void dues.push({ rule: `response.lapse.${what}`, at, order: { type: 'response.lapse', payload: { responseId, what } } });
  if (status === 'running' && overdueAt === undefined) lapse('expected-end', expectedUntil);
  // Of a drill nobody has anything recorded.
  if (!exercise && record.at === undefined && record.lapsedAt === undefined) lapse('npc-record', recordEnd(response));
  return dues;
}

export function dueOfTask({ id: taskId, state, dueAt, lateAt }: Task): Due[] {
  if (state !== 'open' || dueAt === undefined || lateAt !== undefined) return [];
  return [{ rule: 'task.lapse', at: dueAt, order: { type: 'task.lapse', payload: { taskId, dueAt } } }];
}
