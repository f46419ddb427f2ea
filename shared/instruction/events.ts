import type { Entry } from '#shared/incident/entry.ts';

/** Whom an instruction is given to, by the name that the organisation had. */
export interface Addressee {
  org: string;
  name: string;
}

/** Each event is also an entry of the incident's timeline; `readers` is whoever sees the incident. */
interface InstructionEntry extends Entry {
  instructionId: string;
}

export interface InstructionGiven extends InstructionEntry {
  type: 'instruction.given';
  incidentNumber: string;
  text: string;
  to: Addressee;
  dueAt?: string;
  onBehalfOf?: string;
  exercise: boolean;
  /** Who sees it beside the incident's readers: whom it is given to. */
  alsoReadBy: readonly string[];
}

export interface InstructionPassed extends InstructionEntry {
  type: 'instruction.passed';
  to?: Addressee;
  text?: string;
  alsoReadBy: readonly string[];
}

export interface InstructionAcknowledged extends InstructionEntry {
  type: 'instruction.acknowledged';
}

export interface InstructionDone extends InstructionEntry {
  type: 'instruction.done';
  text: string;
}

export interface InstructionReported extends InstructionEntry {
  type: 'instruction.reported';
  text: string;
}

export interface InstructionClimbed extends InstructionEntry {
  type: 'instruction.climbed';
  rung: number;
  /** The room that learns of it: `lead:360731`, `org:360700`. */
  to: string;
  alsoReadBy: readonly string[];
}

export type InstructionEvent = InstructionGiven | InstructionPassed | InstructionAcknowledged | InstructionDone | InstructionReported | InstructionClimbed;
