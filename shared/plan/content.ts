import { z } from 'zod';
import { isTypeCode } from '#shared/incident/classes.ts';
import { PARTS } from './parts.ts';

/**
 * What a contingency plan says, as structure: the same shape in the library's files, in an issued version and in an
 * export. The parts are those that ERL 28 demands. Chinese is the text that counts; English has titles and summaries.
 */

/** Stable within a plan from version to version, so that a comment, a comparison and a task can name it. */
export const ClauseId = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'A clause is named by small letters, digits, points and dashes.');

const Line = z.string().trim().min(1).max(200);
const Text = z.string().trim().min(1).max(4000);
const Both = z.strictObject({ zh: Line, en: Line });

export const PLAN_KINDS = ['overall', 'special', 'department', 'joint', 'township', 'village', 'unit', 'handbook'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const Clause = z.strictObject({
  id: ClauseId,
  part: z.enum(PARTS),
  title: Line,
  text: Text,
  /** The article a sentence rests on, as it is cited: `《中华人民共和国突发事件应对法》第二十八条`. Only where the law is quoted. */
  source: Line.optional(),
});
export type Clause = z.infer<typeof Clause>;

/** A post at the headquarters, never a person: who holds it is in the contact book. */
export const Position = z.strictObject({
  id: ClauseId,
  title: Both,
  /** The unit that fills it: `市应急管理局`. */
  unit: Line,
  /** The post it answers to, for the chart of the headquarters. */
  under: ClauseId.optional(),
  duties: Text,
});
export type Position = z.infer<typeof Position>;

/** A measure becomes a task when a response is launched. */
export const Measure = z.strictObject({
  id: ClauseId,
  text: Line,
  /** The post that owns it. */
  position: ClauseId,
  /** Minutes from the launch, or from the end of what it waits for. */
  withinMinutes: z.number().int().min(1).max(20_160).optional(),
  after: z.array(ClauseId).max(20).optional(),
});
export type Measure = z.infer<typeof Measure>;

export const ResponseLevel = z.strictObject({
  /** I is the highest. */
  level: z.enum(['I', 'II', 'III', 'IV']),
  /** Any one of them is enough. */
  conditions: z.array(Line).min(1).max(30),
  approver: Line,
  measures: z.array(Measure).min(1).max(80),
});
export type ResponseLevel = z.infer<typeof ResponseLevel>;

/** What has to be at hand: compared with the teams and stocks that are. */
export const Demand = z.strictObject({
  id: ClauseId,
  what: Line,
  count: z.number().int().min(1).max(100_000),
  unit: Line,
  capability: z.string().max(40).optional(),
});
export type Demand = z.infer<typeof Demand>;

/** 附件: a form or table in words; a map is named and attached as a file. */
export const Annex = z.strictObject({ id: ClauseId, kind: z.enum(['form', 'map', 'table']), title: Line, text: Text });
export type Annex = z.infer<typeof Annex>;

export const PlanContent = z
  .strictObject({
    kind: z.enum(PLAN_KINDS),
    title: Both,
    summary: z.strictObject({ zh: Text, en: Text }),
    /** Classes of incident (B.1) it is for; none: all of them. */
    hazards: z.array(z.string().refine(isTypeCode, 'No class of incident has this code.')).max(40),
    clauses: z.array(Clause).min(1).max(300),
    positions: z.array(Position).max(80),
    levels: z.array(ResponseLevel).max(4),
    demands: z.array(Demand).max(60),
    annexes: z.array(Annex).max(40),
  })
  .superRefine(namesWhatIsThere);
export type PlanContent = z.infer<typeof PlanContent>;

interface Names {
  clauses: readonly { id: string }[];
  positions: readonly Position[];
  levels: readonly ResponseLevel[];
  demands: readonly { id: string }[];
  annexes: readonly { id: string }[];
}

/** A measure that nobody owns, or that waits for something that never happens, would only be found out at night. */
function namesWhatIsThere(plan: Names, context: { addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void }): void {
  const say = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
  for (const list of ['clauses', 'positions', 'demands', 'annexes'] as const) twice(plan[list], (i) => say([list, i, 'id'], 'It is named twice.'));
  const posts = new Set(plan.positions.map(({ id }) => id));
  plan.positions.forEach(({ under }, i) => under !== undefined && !posts.has(under) && say(['positions', i, 'under'], `No post is named ${under}.`));
  twice(
    plan.levels.map(({ level }) => ({ id: level })),
    (i) => say(['levels', i, 'level'], 'This level is there twice.'),
  );
  plan.levels.forEach(({ measures }, l) => {
    twice(measures, (i) => say(['levels', l, 'measures', i, 'id'], 'It is named twice.'));
    const before = new Set<string>();
    measures.forEach(({ id, position, after = [] }, m) => {
      if (!posts.has(position)) say(['levels', l, 'measures', m, 'position'], `No post is named ${position}.`);
      // A measure waits only for those above it: so no two can wait for each other.
      for (const other of after) if (!before.has(other)) say(['levels', l, 'measures', m, 'after'], `${other} is not above it.`);
      before.add(id);
    });
  });
}

function twice(list: readonly { id: string }[], say: (index: number) => void): void {
  const seen = new Set<string>();
  list.forEach(({ id }, index) => (seen.has(id) ? say(index) : seen.add(id)));
}
