import { putEntry } from '#shared/incident/entry.ts';
import { putHeld } from '#shared/incident/held.ts';
import type { Author } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { Addressee, InstructionEvent } from './events.ts';

export const INSTRUCTION_STATES = ['given', 'passed', 'acknowledged', 'done', 'reported'] as const;
export type InstructionStatus = (typeof INSTRUCTION_STATES)[number];

/** What was done with an instruction, when and by whom. */
export interface Step {
  status: InstructionStatus;
  at: string;
  by: Author;
  text?: string;
  to?: Addressee;
}

/** A leader's instruction (批示) about an incident, followed until its outcome was reported. */
export interface Instruction extends Stamp {
  incidentId: string;
  incidentNumber: string;
  text: string;
  by: Author;
  /** The post of the leader for whom a duty officer recorded it. */
  onBehalfOf?: string;
  at: string;
  to: Addressee;
  dueAt?: string;
  status: InstructionStatus;
  steps: readonly Step[];
  /** The level that learned last that nobody had acknowledged it in time. */
  climbed?: { at: string; to: string; rung: number };
  alsoReadBy: readonly string[];
  exercise: boolean;
}

/** Folds one event in. Total: one about an instruction that is not here is an entry in the timeline and no more. */
export function evolveInstruction(draft: Draft, event: InstructionEvent, at: string, by: Author): void {
  if (event.type === 'instruction.given') given(draft, event, at, by);
  else {
    const instruction = draft.get('instruction', event.instructionId);
    if (instruction) putHeld(draft, 'instruction', changed(instruction, event, at, by), event.readers);
  }
  putEntry(draft, event, at, by, { ...('text' in event ? { text: event.text ?? '' } : {}), set: said(event, draft) });
}

function given(draft: Draft, event: Extract<InstructionEvent, { type: 'instruction.given' }>, at: string, by: Author): void {
  const { type: _type, n: _n, readers, instructionId: id, ...facts } = event;
  putHeld(draft, 'instruction', { ...facts, id, by, at, status: 'given', steps: [{ status: 'given', at, by, to: event.to }] }, readers);
}

function changed(instruction: Instruction, event: Exclude<InstructionEvent, { type: 'instruction.given' }>, at: string, by: Author): Instruction {
  const stepped = (status: InstructionStatus, more: Partial<Step> = {}): Instruction => ({
    ...instruction,
    status,
    steps: [...instruction.steps, { status, at, by, ...more }],
  });
  switch (event.type) {
    case 'instruction.passed': {
      const { to, text, alsoReadBy } = event;
      const next = stepped('passed', { ...(to ? { to } : {}), ...(text === undefined ? {} : { text }) });
      return { ...next, alsoReadBy, ...(to ? { to } : {}) };
    }
    case 'instruction.acknowledged':
      return stepped('acknowledged');
    case 'instruction.done':
      return stepped('done', { text: event.text });
    case 'instruction.reported':
      return stepped('reported', { text: event.text });
    case 'instruction.climbed':
      return { ...instruction, alsoReadBy: event.alsoReadBy, climbed: { at, to: event.to, rung: event.rung } };
    default:
      return event satisfies never;
  }
}

/** What the entry names for people: to whom, until when, on whose behalf. */
function said(event: InstructionEvent, draft: Draft): Record<string, unknown> {
  const to = event.type === 'instruction.given' || event.type === 'instruction.passed' ? event.to : draft.get('instruction', event.instructionId)?.to;
  const { dueAt, onBehalfOf } = event.type === 'instruction.given' ? event : {};
  return { ...(to ? { addressee: to.name } : {}), ...(dueAt === undefined ? {} : { dueAt }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}
