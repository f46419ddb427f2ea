import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PlanContent } from '#shared/plan/content.ts';
import { cityDay } from '#shared/report/workdays.ts';
import { SYSTEM, type Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { derivedId } from '#server/derived-id.ts';
import type { Orders } from '#server/orders/orders.ts';
import type { Log } from '#server/ports.ts';

const SEAT: Seat = { actor: SYSTEM, rooms: [], level: 'full' };
const BUILT_IN = path.join(import.meta.dirname, '../../plans/library');
const FILE = /^([a-z0-9][a-z0-9-]{0,80})\.json$/;

interface Options {
  /** `none`: no library at all. */
  directory: string | undefined;
  owner: string;
  now: string;
  log: Pick<Log, 'warn' | 'info'>;
}

/** The id of the plan that a file of the library becomes: the same at every start. */
export const libraryPlanId = (key: string): string => derivedId('library', key);

/**
 * Brings the model plans of the library, each file once. A file that is there already is left alone, whatever people have
 * made of its plan, and whatever a newer version of the file says; a file that is no plan is named and left out.
 */
export async function foundLibrary(orders: Pick<Orders, 'submit'>, world: World, { directory = BUILT_IN, owner, now, log }: Options): Promise<void> {
  if (directory === 'none') return;
  for (const key of await keysIn(directory)) {
    const planId = libraryPlanId(key);
    if (world.get('plan', planId)) continue;
    const content = await contentOf(path.join(directory, `${key}.json`));
    if ('wrong' in content) {
      log.warn({ file: key, wrong: content.wrong }, 'a file of the library is no plan and was left out');
      continue;
    }
    const payload = { planId, key, owner, content: content.plan, on: cityDay(now) };
    const answer = await orders.submit({ id: derivedId('library-order', key), type: 'plan.found', payload }, SEAT);
    if (!answer.ok) throw new Error(`The plan ${key} of the library could not be brought: ${answer.message}`);
  }
}

async function keysIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).flatMap((name) => FILE.exec(name)?.[1] ?? []).sort();
  } catch (error) {
    // An installation without a library has none to bring.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function contentOf(file: string): Promise<{ plan: PlanContent } | { wrong: string }> {
  try {
    const parsed = PlanContent.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? { plan: parsed.data } : { wrong: parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ') };
  } catch (error) {
    if (error instanceof SyntaxError) return { wrong: error.message };
    throw error;
  }
}
