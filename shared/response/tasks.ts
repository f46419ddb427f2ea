import type { Decided } from '#shared/decide.ts';
import { defined } from '#shared/defined.ts';
import { nextEntry } from '#shared/incident/entry.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Measure, ResponseLevel } from '#shared/plan/content.ts';
import type { Edition } from '#shared/plan/state.ts';
import { inMode } from '#shared/readers.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import { addMinutes, normaliseInstant } from '#shared/time.ts';
import type { World } from '#shared/world.ts';
import type { ResponseOrder } from './decide.ts';
import type { TaskMade } from './events.ts';
import { mayAssign, mayWork } from './policy.ts';
import { waitsFor, type Task } from './state.ts';

/**
 * The tasks of a level: those of the plan's measures that were named, or all of them where none was; and what was added in
 * words. `had` are those that are there already.
 */
export function tasksFrom(
  edition: Edition,
  level: ResponseLevel,
  said: readonly string[],
  responseId: string,
  now: string,
  had: ReadonlySet<string> = new Set(),
): TaskMade[] {
  const named = level.measures.filter(({ id }) => said.includes(id));
  const chosen = named.length > 0 ? named : level.measures;
  const ids = new Set(chosen.map(({ id }) => id));
  const idOf = (measure: string): string => `${responseId}.${measure}`;
  const planned = chosen
    .filter(({ id }) => !had.has(idOf(id)))
    .map((measure): TaskMade => {
      const after = (measure.after ?? []).filter((id) => ids.has(id) || had.has(idOf(id))).map(idOf);
      return { id: idOf(measure.id), text: measure.text, after, ...positionOf(edition, measure), ...timeOf(measure, after, now) };
    });
  const words = said.filter((text) => !level.measures.some(({ id }) => id === text));
  const used = new Set([...had, ...level.measures.map(({ id }) => idOf(id))]);
  return [...planned, ...words.map((text, i): TaskMade => ({ id: freeId(used, idOf, i + 1), text, after: [] }))];
}

function freeId(used: Set<string>, idOf: (name: string) => string, from: number): string {
  let n = from;
  while (used.has(idOf(`extra-${n}`))) n += 1;
  used.add(idOf(`extra-${n}`));
  return idOf(`extra-${n}`);
}

function positionOf({ content }: Edition, measure: Measure): Pick<TaskMade, 'position'> {
  const post = content.positions.find(({ id }) => id === measure.position);
  return post ? { position: { id: post.id, zh: post.title.zh, en: post.title.en, unit: post.unit } } : {};
}

const timeOf = ({ withinMinutes }: Measure, after: readonly string[], now: string): Pick<TaskMade, 'withinMinutes' | 'dueAt'> =>
  withinMinutes === undefined ? {} : { withinMinutes, ...(after.length > 0 ? {} : { dueAt: addMinutes(now, withinMinutes) }) };

/** What follows from an order about a task. */
export function decideTask(
  world: World,
  incident: Incident,
  task: Task,
  order: Extract<ResponseOrder, { type: `task.${string}` }>,
  actor: Actor,
  now: string,
): Decided {
  const about = { ...nextEntry(incident), responseId: task.responseId, taskId: task.id };
  const refs = { task: task.id, response: task.responseId, incident: incident.id };
  if (task.state !== 'open') refuse('task.state', 'This task is closed.', [{ path: 'taskId', message: `is ${task.state}`, current: task.closedAt }]);
  switch (order.type) {
    case 'task.assign': {
      if (!mayAssign(actor, task)) refuse('not-permitted', 'Whoever launched the response assigns its tasks.');
      const { to, text } = order.payload;
      const dueAt = order.payload.dueAt === undefined ? undefined : normaliseInstant(order.payload.dueAt);
      if (dueAt !== undefined && dueAt <= now) refuse('invalid', 'dueAt has passed.', [{ path: 'dueAt', message: 'has passed' }]);
      const target =
        world.get('organisation', to) ?? refuse('organisation.unknown', 'There is no such organisation.', [{ path: 'to', message: 'unknown organisation' }]);
      const alsoReadBy = [...new Set([...task.alsoReadBy, ...inMode([`org:${to}`], task.exercise)])];
      return { events: [{ ...about, type: 'task.assigned', to: { org: to, name: target.name }, alsoReadBy, ...defined({ text, dueAt }) }], refs };
    }
    case 'task.done': {
      work(actor, task);
      const open = waitsFor(world, task);
      if (open.length > 0)
        refuse(
          'task.waits',
          'It waits for others that are open.',
          open.map(({ id, text }) => ({ path: `task/${id}`, message: text })),
        );
      return { events: [{ ...about, type: 'task.done', evidence: order.payload.evidence }], refs };
    }
    case 'task.skip':
      work(actor, task);
      return { events: [{ ...about, type: 'task.skipped', reason: order.payload.reason }], refs };
    case 'task.lapse':
      if (actor.role !== 'system') refuse('not-permitted', 'Times are watched by the clockwork.');
      if (task.lateAt !== undefined || task.dueAt !== order.payload.dueAt || task.dueAt > now)
        refuse('task.state', 'Its time has not passed, or this was entered already.');
      return { events: [{ ...about, type: 'task.lapsed', dueAt: order.payload.dueAt }], refs };
    default:
      return order satisfies never;
  }
}

function work(actor: Actor, task: Task): void {
  if (!mayWork(actor, task)) refuse('not-permitted', 'This seat does not answer for this task.');
}
