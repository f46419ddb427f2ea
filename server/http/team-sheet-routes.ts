import { decide } from '#shared/decide.ts';
import { isDuty, isLeader, type Seat } from '#shared/seat.ts';
import { mayRead } from '#shared/readers.ts';
import { Refusal, refuse } from '#shared/refusal.ts';
import { Overlay } from '#shared/world.ts';
import { Router, type Request, type RequestHandler } from 'express';
import multer from 'multer';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { derivedId } from '#server/derived-id.ts';
import { csvOf, parseCsv } from '#server/interchange/csv.ts';
import { MOST_ROWS } from '#server/interchange/read-book.ts';
import { scribe } from '#server/interchange/scribe.ts';
import { TEAM_COLUMNS, toldColumns } from '#server/interchange/team-columns.ts';
import { columnOf, faultsOf, orderOf, readTeams, type Fault, type Line, type Wanted } from '#server/interchange/team-sheet.ts';
import { bookOf, sheetOf, type Column } from '#server/interchange/xlsx.ts';
import type { Team } from '#shared/team/state.ts';
import { parseOrder } from '#server/orders/parse.ts';
import { query } from './query.ts';
import { handle, sendError, sendFile } from './send.ts';

const LARGEST_BYTES = 2 * 1024 * 1024;
const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;
const Language = z.enum(['zh-CN', 'en']).default('zh-CN');
export const SheetAsked = z.strictObject({ language: Language });
/** With which authority the teams of the file are registered. */
export const ImportAsked = z.strictObject({ org: z.string().regex(/^\d{6}$/, 'is the code of a county or the city') });

/** One line of the file and what it comes to. */
interface Step {
  row: number;
  teamId: string | undefined;
  name: string | undefined;
  action: 'apply' | 'update' | 'same';
  changes: string[];
  wanted: Wanted;
  id: string;
}

/** The register as a table: a template, what a file would change, the change itself, and the register as it is. */
export function teamSheetRoutes(core: Core): Router {
  const router = Router();
  const upload = uploading();

  for (const form of ['xlsx', 'csv'] as const) {
    router.get(
      `/teams/template.${form}`,
      handle(async (req, res) => {
        const { language } = query(SheetAsked, req);
        const zh = language === 'zh-CN';
        const columns = TEAM_COLUMNS.map(({ zh: header, en, width }): Column<Team> => ({ header: zh ? header : en, width, value: () => '' }));
        const notes = TEAM_COLUMNS.flatMap((column) => (column.hint === undefined ? [] : [`${zh ? column.zh : column.en}: ${column.hint}`]));
        const bytes = form === 'csv' ? csvOf(columns, []) : await bookOf([sheetOf({ name: zh ? '救援队伍' : 'Teams', notes, columns, rows: [] })]);
        sendFile(res, { bytes, type: TYPES[form], name: `${zh ? '救援队伍导入模板' : 'teams-template'}.${form}` });
      }),
    );
    router.get(
      `/teams.${form}`,
      handle(async (req, res) => {
        const { language } = query(SheetAsked, req);
        const zh = language === 'zh-CN';
        const { seat } = signedInOf(res);
        const rooms = new Set(seat.rooms);
        const teams = [...core.world.all('team')].filter(({ readers }) => mayRead(rooms, readers)).sort((a, b) => (a.id < b.id ? -1 : 1));
        const now = core.clock.now().toISOString();
        const columns = [...TEAM_COLUMNS, ...toldColumns(now)].map(({ zh: header, en, width, tell }): Column<Team> => ({
          header: zh ? header : en,
          width,
          value: tell,
        }));
        const bytes = form === 'csv' ? csvOf(columns, teams) : await bookOf([sheetOf({ name: zh ? '救援队伍' : 'Teams', columns, rows: teams })]);
        sendFile(res, { bytes, type: TYPES[form], name: `${zh ? '救援队伍' : 'teams'}-${now.slice(0, 10)}.${form}` });
      }),
    );
  }

  /** Nothing is written: what each line comes to, or every cell that is wrong. */
  router.post(
    '/teams/import/preview',
    authoritiesOnly,
    upload,
    handle(async (req, res) => {
      const { steps, faults } = await planned(core, req, signedInOf(res).seat);
      res.json({ rows: steps.map(({ wanted: _wanted, id: _id, ...step }) => step), faults });
    }),
  );
  /** All or nothing is wrong with the file; then each line is an order of its own, and sent again it gets the first answer. */
  router.post(
    '/teams/import',
    authoritiesOnly,
    upload,
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const { steps, faults } = await planned(core, req, seat);
      if (faults.length > 0)
        return void res.status(422).json({ ok: false, code: 'invalid', message: 'Something is wrong with the file: nothing was written.', faults });
      const rows: object[] = [];
      for (const { wanted, id, ...step } of steps) {
        if (!wanted) rows.push({ ...step, ok: true });
        else {
          const answer = await core.orders.receive({ id, type: wanted.type, payload: wanted.payload }, seat);
          rows.push({ ...step, ...(answer.ok ? { ok: true, seq: answer.seq } : { ok: false, code: answer.code, message: answer.message }) });
        }
      }
      res.json({ ok: rows.every((row) => 'ok' in row && row.ok === true), rows });
    }),
  );
  return router;
}

const authoritiesOnly: RequestHandler = (_req, res, next) => {
  const { actor } = signedInOf(res).seat;
  if (isDuty(actor) || isLeader(actor)) next();
  else sendError(res, 403, 'not-permitted', 'A duty officer or a leader of the authority brings teams in.');
};

function uploading(): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: LARGEST_BYTES, files: 1, fields: 2, parts: 4, fieldSize: 200, fieldNameSize: 32, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single('file');
  return (req, res, next) =>
    void take(req, res, (error: unknown) => {
      if (!error) return next();
      const large = error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE';
      sendError(res, large ? 413 : 400, large ? 'file.too-large' : 'invalid', large ? 'A table has at most 2 MB.' : 'The upload could not be read.');
    });
}

async function planned(core: Core, req: Request, seat: Seat): Promise<{ steps: Step[]; faults: Fault[] }> {
  const { org } = query(ImportAsked, req);
  const { file } = req;
  if (!file) return refuse('invalid', 'There is no file.', [{ path: 'file', message: 'required' }]);
  const { lines, faults } = readTeams(await cellsOf(file.buffer), MOST_ROWS);
  const steps: Step[] = [];
  const overlay = new Overlay(core.world);
  for (const line of lines) {
    const step = await stepOf(core, line, org, seat);
    steps.push(step);
    // A cell that could not be read is said already: what is missing for it is not said again.
    if (step.wanted && !faults.some(({ row }) => row === line.row)) faults.push(...wrongWith(core, overlay, step, seat));
  }
  return { steps, faults: faults.sort((a, b) => a.row - b.row) };
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

async function cellsOf(bytes: Buffer): Promise<string[][]> {
  if (!bytes.subarray(0, 4).equals(ZIP)) return parseCsv(bytes);
  const told = JSON.parse((await scribe('read-book', bytes)).toString('utf8')) as { rows: string[][] } | { error: string };
  return 'rows' in told ? told.rows : refuse('file.damaged', `The file ${told.error}.`, [{ path: 'file', message: told.error }]);
}

async function stepOf(core: Core, line: Line, org: string, seat: Seat): Promise<Step> {
  const { teamId, name } = line.said;
  const found = teamId === undefined ? undefined : core.world.get('team', teamId);
  const team = found && mayRead(new Set(seat.rooms), found.readers) ? found : undefined;
  const leader = team?.seal === undefined ? undefined : await core.vault.open(team.seal);
  const wanted = orderOf(line, org, team, leader);
  // The same line for the same team as it is now is the same order, however often it is sent.
  const id = derivedId('team-import', seat.actor.id, teamId, team?.rev ?? 0, wanted?.type, wanted?.payload);
  const action = wanted === undefined ? 'same' : wanted.type === 'team.apply' ? 'apply' : 'update';
  return { row: line.row, teamId, name: name ?? team?.name, action, changes: wanted?.changes ?? [], wanted, id };
}

/** What the schema says, or else what the rules say: decided without effect. */
function wrongWith(core: Core, overlay: Overlay, { row, wanted, id }: Step, seat: Seat): Fault[] {
  if (!wanted) return [];
  const faults = faultsOf(row, wanted);
  if (faults.length > 0) return faults;
  try {
    decide(overlay, parseOrder({ id, type: wanted.type, payload: wanted.payload }), seat, core.clock.now().toISOString());
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const column = columnOf(error.details[0]?.path ?? '');
    return [{ row, ...(column === undefined ? {} : { column }), code: error.code, message: error.message }];
  }
}
