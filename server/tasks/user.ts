/** `npm run user -- add NAME --role ROLE --org ORG | reset NAME | disable NAME | enable NAME | list`: accounts, also while the server runs. */
import { parseArgs } from 'node:util';
import type { AccountView } from '#shared/access/accounts.ts';
import { AccessError } from '#server/access/access-error.ts';
import { runAccountAction, type AccountAction, type AccountResult } from '#server/access/account-actions.ts';
import { askConsole } from '#server/access/console.ts';
import { readConfig } from '#server/config.ts';
import { consoleLog, runTask } from './run-task.ts';

const USAGE = `Usage: npm run user -- add NAME --role county-duty --org 360731 [--name 张三] [--team TEAM] [--org-name 于都县]
       npm run user -- reset NAME [--without-code] | disable NAME | enable NAME | list`;

const options = {
  role: { type: 'string' },
  org: { type: 'string' },
  name: { type: 'string' },
  team: { type: 'string' },
  'org-name': { type: 'string' },
  'without-code': { type: 'boolean', default: false },
} as const;

await runTask(async () => {
  const action = actionOf(process.argv.slice(2));
  const result = await askConsole(readConfig().DATA_DIR, action).then((answer) => answer ?? alone(action), explain);
  for (const user of result.users) console.log(lineOf(user));
  if (result.password !== undefined) console.log(`One-time password, shown only now: ${result.password}`);
});

function actionOf(args: string[]): AccountAction {
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const [action, username, ...more] = positionals;
  if (action === 'list' && username === undefined) return { action };
  if (username === undefined || more.length > 0) throw new Error(USAGE);
  if (action === 'disable' || action === 'enable') return { action, username };
  if (action === 'reset') return { action, username, ...(values['without-code'] ? { totp: false as const } : {}) };
  const { role, org, name, team, 'org-name': orgName } = values;
  if (action !== 'add' || role === undefined || org === undefined) throw new Error(USAGE);
  return {
    action,
    username,
    role,
    org,
    ...(name === undefined ? {} : { name }),
    ...(team === undefined ? {} : { team }),
    ...(orgName === undefined ? {} : { orgName }),
  };
}

/** No server runs on this directory: the machine is opened for this one change. */
async function alone(action: AccountAction): Promise<AccountResult> {
  const { openCore } = await import('#server/core.ts');
  const core = await openCore(readConfig(), { log: consoleLog });
  try {
    return await runAccountAction(core.access, action).catch(explain);
  } finally {
    await core.close();
  }
}

/** At a terminal each wrong field is worth a line. */
function explain(error: unknown): never {
  if (!(error instanceof AccessError) || error.details.length === 0) throw error;
  throw new Error(error.details.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

function lineOf({ username, name, role, org, team, disabled, totp, mustChangePassword }: AccountView): string {
  const marks = [disabled ? 'disabled' : '', totp ? 'with code' : '', mustChangePassword ? 'must change password' : ''].filter(Boolean);
  return [username, name, role, team === undefined || team === org ? org : `${org}/${team}`, ...marks].join('\t');
}
