import type { Organisation } from '#shared/organisation/state.ts';
import { regionChain } from '#shared/region.ts';
import { isDuty, isLeader, type Actor } from '#shared/seat.ts';
import type { Instruction } from './state.ts';

/** Whether it is still to be carried out. */
export const isToDo = ({ status }: Pick<Instruction, 'status'>): boolean => status === 'given' || status === 'passed' || status === 'acknowledged';

export const isUnanswered = ({ status }: Pick<Instruction, 'status'>): boolean => status === 'given' || status === 'passed';

/** A leader gives an instruction; a duty officer records one that a leader has given by word of mouth. */
export const mayInstruct = (actor: Actor): boolean => isLeader(actor) || isDuty(actor);

/** An organisation and those above it, the nearest first. A department stands below its region. */
export const chainOf = ({ id, parent }: Pick<Organisation, 'id' | 'parent'>): string[] => {
  if (/^\d+$/.test(id)) return regionChain(id);
  return parent === undefined ? [id] : [id, ...regionChain(parent)];
};

const INSTRUCTED: readonly string[] = ['city', 'county', 'township', 'village', 'department'];

/** Instructions go to one's own organisation or downward, never up or across. */
export const isBelow = (target: Organisation, org: string): boolean => INSTRUCTED.includes(target.kind) && chainOf(target).includes(org);

const acts = (actor: Actor): boolean => isDuty(actor) || isLeader(actor) || actor.role === 'department' || actor.role === 'village-reporter';

const isAddressee = (actor: Actor, { to }: Pick<Instruction, 'to'>): boolean => acts(actor) && actor.org === to.org;

/** The levels between who gave it and whom it is for. */
function isBetween(actor: Actor, { to, by }: Pick<Instruction, 'to' | 'by'>, target: Organisation | undefined): boolean {
  const chain = target ? chainOf(target) : /^\d+$/.test(to.org) ? regionChain(to.org) : [to.org];
  const [at, giver] = [chain.indexOf(actor.org), chain.indexOf(by.org)];
  return at > 0 && at < giver;
}

/** Duty of a level between hands it down; whom it is for may hand it on to an organisation of its own. */
export const mayPass = (actor: Actor, instruction: Instruction, target: Organisation | undefined): boolean =>
  isDuty(actor) && ((isUnanswered(instruction) && isBetween(actor, instruction, target)) || (isToDo(instruction) && isAddressee(actor, instruction)));

export const mayAcknowledge = (actor: Actor, instruction: Instruction): boolean => isUnanswered(instruction) && isAddressee(actor, instruction);

export const mayFinish = (actor: Actor, instruction: Instruction): boolean => instruction.status === 'acknowledged' && isAddressee(actor, instruction);

/** Whom it was for tells the outcome, or a level between passes it up. */
export const mayReportBack = (actor: Actor, instruction: Instruction, target: Organisation | undefined): boolean =>
  instruction.status === 'done' && (isAddressee(actor, instruction) || (isDuty(actor) && isBetween(actor, instruction, target)));

/** What a seat has to do about an instruction next, or nothing. */
export function nextStep(actor: Actor, instruction: Instruction, target: Organisation | undefined): 'acknowledge' | 'pass' | 'done' | 'report' | undefined {
  if (mayAcknowledge(actor, instruction)) return 'acknowledge';
  if (instruction.status === 'given' && mayPass(actor, instruction, target)) return 'pass';
  if (mayFinish(actor, instruction)) return 'done';
  return mayReportBack(actor, instruction, target) ? 'report' : undefined;
}
