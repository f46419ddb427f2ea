import { z } from 'zod';
import { IncidentId } from '#shared/incident/orders.ts';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { PlanId } from '#shared/plan/orders.ts';
import { Instant } from '#shared/time.ts';

export const LEVELS = ['I', 'II', 'III', 'IV'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

const ResponseId = z.uuid();
/** Of a task: its response and the measure that it came from. */
const TaskId = z.string().regex(/^[0-9a-f-]{36}\.[a-z0-9.-]{1,80}$/);
const text = z.string().trim().min(1).max(2000);

/** 启动应急响应 with the four elements of ERL art. 72: 响应事项, 级别, 预计期限, 应急处置措施. None of them may be missing. */
export const LaunchResponse = z.strictObject({
  incidentId: IncidentId,
  planId: PlanId,
  level: Level,
  matters: text,
  expectedUntil: Instant,
  /** Names of measures that the plan has for this level, or measures in words. Where none is one of the plan's, all of the plan's are taken beside them. */
  measures: z.array(z.string().trim().min(1).max(200)).min(1).max(100),
  docNo: z.string().trim().min(1).max(60).optional(),
});

/** 调整: another level, another expected end, other matters. A higher level brings its measures. */
export const AdjustResponse = z
  .strictObject({ responseId: ResponseId, level: Level.optional(), expectedUntil: Instant.optional(), matters: text.optional(), reason: text })
  .refine(({ level, expectedUntil, matters }) => level !== undefined || expectedUntil !== undefined || matters !== undefined, {
    path: ['level'],
    message: 'one of level, expectedUntil and matters is given',
  });

/** 宣布解除: from here new teams are sent only after another launch. */
export const TerminateResponse = z.strictObject({ responseId: ResponseId, reason: text });

/** 人大常委会备案 was made (ERL art. 25). */
export const RecordResponse = z.strictObject({ responseId: ResponseId, at: Instant.optional(), docNo: z.string().trim().min(1).max(60).optional() });

export const LAPSES = ['expected-end', 'npc-record'] as const;
/** Given by the clockwork when a time has passed. */
export const LapseResponse = z.strictObject({ responseId: ResponseId, what: z.enum(LAPSES) });

/** To whom, and by when if not as the plan says. */
export const AssignTask = z.strictObject({ taskId: TaskId, to: OrganisationId, dueAt: Instant.optional(), text: text.optional() });
export const DoneTask = z.strictObject({ taskId: TaskId, evidence: text });
export const SkipTask = z.strictObject({ taskId: TaskId, reason: text });
/** Given by the clockwork when a task isn't done in its time. */
export const LapseTask = z.strictObject({ taskId: TaskId, dueAt: Instant });

export const responseOrders = {
  'response.launch': LaunchResponse,
  'response.adjust': AdjustResponse,
  'response.terminate': TerminateResponse,
  'response.record': RecordResponse,
  'response.lapse': LapseResponse,
  'task.assign': AssignTask,
  'task.done': DoneTask,
  'task.skip': SkipTask,
  'task.lapse': LapseTask,
} as const;
