import type { Payload } from '#shared/catalogue.ts';
import { ORDERS } from '#shared/catalogue.ts';
import type { Team } from '#shared/team/state.ts';
import { detailsOf } from '#server/orders/parse.ts';
import type { Plain } from '#server/vault/vault.ts';
import { TEAM_COLUMNS, toldColumns, type TeamColumn } from './team-columns.ts';

/** What is wrong with one cell. `row` counts as the file does, from 1. */
export interface Fault {
  row: number;
  /** As its head says. */
  column?: string;
  code: string;
  message: string;
}

type Fact = Payload<'team.apply'>;
export interface Line {
  row: number;
  /** What is filled in: an empty cell leaves as it is what is known. */
  said: Partial<Omit<Fact, 'org' | 'leader' | 'base'>> & { leader?: Partial<Fact['leader']>; base?: Partial<Fact['base']>; teamId?: string };
}

/** The head is looked for below a title and notes. */
const HEAD_WITHIN = 12;
const cleaned = (text: string): string => text.trim().replace(/^'(?=[=+\-@＝＋－＠])/u, '');
const headsOf = ({ zh, en }: Pick<TeamColumn, 'zh' | 'en'>): string[] => [zh, en];
const faultOf = (row: number, column: string | undefined, code: string, message: string): Fault => ({
  row,
  ...(column === undefined ? {} : { column }),
  code,
  message,
});

/** The lines of a table, and every cell that can't be read. */
export function readTeams(cells: readonly (readonly string[])[], most: number): { lines: Line[]; faults: Fault[] } {
  const at = cells
    .slice(0, HEAD_WITHIN)
    .findIndex((row) => TEAM_COLUMNS.slice(0, 2).every((column) => row.some((cell) => headsOf(column).includes(cell.trim()))));
  if (at < 0) return { lines: [], faults: [faultOf(1, undefined, 'no-head', 'There is no line of heads: take the template.')] };
  const head = (cells[at] ?? []).map((cell) => cell.trim());
  const columns = head.map((text) => TEAM_COLUMNS.find((column) => headsOf(column).includes(text)));
  const told = toldColumns('').flatMap(headsOf);
  const faults = head.flatMap((text, i) =>
    text !== '' && !columns[i] && !told.includes(text) ? [faultOf(at + 1, text, 'unknown-column', 'is not a column of this table')] : [],
  );
  const lines: Line[] = [];
  const seen = new Map<string, number>();
  for (const [i, row] of cells.slice(at + 1).entries()) {
    const n = at + 2 + i;
    if (row.every((cell) => cell.trim() === '')) continue;
    if (lines.length >= most) return { lines, faults: [...faults, faultOf(n, undefined, 'too-many-rows', `has more than ${most} rows`)] };
    const said: Record<string, unknown> = {};
    for (const [j, column] of columns.entries()) {
      const text = cleaned(row[j] ?? '');
      if (!column || text === '') continue;
      // What an export has masked says nothing new.
      if (column.path.startsWith('leader.') && text.includes('*')) continue;
      const read = column.read(text);
      if ('value' in read) put(said, column.path, read.value);
      else faults.push(faultOf(n, head[j], read.code, read.message));
    }
    const line = { row: n, said: said as Line['said'] };
    for (const path of ['teamId', 'creditCode'] as const) {
      const key = `${path} ${line.said[path]}`;
      const before = seen.get(key);
      const column = columns.findIndex((one) => one?.path === path);
      if (line.said[path] === undefined) continue;
      if (before === undefined) seen.set(key, n);
      else faults.push(faultOf(n, head[column], 'duplicate', `is in row ${before} already`));
    }
    lines.push(line);
  }
  return { lines, faults };
}

function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) into[outer] = value;
  else into[outer] = { ...(into[outer] as object | undefined), [inner]: value };
}

export type Wanted = { type: 'team.apply' | 'team.update'; payload: Record<string, unknown>; changes: string[] } | undefined;

/** The order that a line comes to: none when the register says the same already. */
export function orderOf({ said }: Line, org: string, team: Team | undefined, leader: Plain | undefined): Wanted {
  const { teamId, ...facts } = said;
  if (!team || team.status === 'returned') return { type: 'team.apply', payload: { org, teamId, equipment: [], vehicles: [], ...facts }, changes: [] };
  const known: Record<string, unknown> = {
    ...team,
    leader: { name: leader?.name, phone: leader?.phone },
    categories: team.categories.map(({ category, selfLevel }) => ({ category, ...(selfLevel === undefined ? {} : { selfLevel }) })),
  };
  const merged = Object.entries(facts).map(([key, value]): [string, unknown] => [
    key,
    key === 'leader' || key === 'base' ? { ...(known[key] as object), ...(value as object) } : value,
  ]);
  const changed = merged.filter(([key, value]) => canonical(value) !== canonical(known[key]));
  return changed.length === 0 ? undefined : { type: 'team.update', payload: { teamId, ...Object.fromEntries(changed) }, changes: changed.map(([key]) => key) };
}

/** The same whatever the order of fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What the schema of the order says of a line, by column. */
export function faultsOf(row: number, wanted: NonNullable<Wanted>): Fault[] {
  const parsed = ORDERS[wanted.type].safeParse(wanted.payload);
  if (parsed.success) return [];
  return detailsOf(parsed.error).flatMap(({ path, message }) =>
    columnsAt(path).map((column) => faultOf(row, column?.zh ?? path, isMissing(wanted.payload, path) ? 'required' : 'invalid', message)),
  );
}

/** The columns that a field of an order is made of. */
function columnsAt(path: string): (TeamColumn | undefined)[] {
  const exact = TEAM_COLUMNS.find((column) => column.path === path || path.startsWith(`${column.path}.`));
  if (exact) return [exact];
  const inner = TEAM_COLUMNS.filter((column) => column.path.startsWith(`${path}.`));
  return inner.length > 0 ? inner : [undefined];
}

export const columnOf = (path: string): string | undefined => columnsAt(path)[0]?.zh;

function isMissing(payload: object, path: string): boolean {
  let value: unknown = payload;
  for (const key of path.split('.')) value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
  return value === undefined;
}
