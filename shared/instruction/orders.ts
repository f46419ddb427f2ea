import { z } from 'zod';
import { IncidentId } from '#shared/incident/orders.ts';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Instant } from '#shared/time.ts';

const InstructionId = z.uuid();
const text = z.string().trim().min(1).max(2000);

/** 批示: what a leader wants done about an incident, and by whom. */
export const GiveInstruction = z.strictObject({
  incidentId: IncidentId,
  text,
  to: OrganisationId,
  dueAt: Instant.optional(),
  /** Recorded by a duty officer for a leader who has no screen at hand: the post, never a name. */
  onBehalfOf: z.string().trim().min(1).max(60).optional(),
});

/** 转办: a level between hands it down, as it is or to an organisation of its own. */
export const PassInstruction = z.strictObject({ instructionId: InstructionId, to: OrganisationId.optional(), text: text.optional() });

export const AcknowledgeInstruction = z.strictObject({ instructionId: InstructionId });

export const DoneInstruction = z.strictObject({ instructionId: InstructionId, text });

/** What came of it, told to whoever gave it. */
export const ReportInstruction = z.strictObject({ instructionId: InstructionId, text });

/** Given by the clockwork when nobody has acknowledged it in time: the n-th level above learns of it. */
export const ClimbInstruction = z.strictObject({ instructionId: InstructionId, rung: z.number().int().min(1).max(9) });

export const instructionOrders = {
  'instruction.give': GiveInstruction,
  'instruction.pass': PassInstruction,
  'instruction.acknowledge': AcknowledgeInstruction,
  'instruction.done': DoneInstruction,
  'instruction.report': ReportInstruction,
  'instruction.climb': ClimbInstruction,
} as const;
