import { pino } from 'pino';
import { openConsole } from './access/console.ts';
import { openApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openCore } from './core.ts';
import { StoreError } from './store/store-error.ts';

const FAILED = 1;

async function main(): Promise<void> {
  const config = readConfig();
  const log = logOf(config);
  const core = await openCore(config, { log });
  const first = await core.access.ensureAdministrator();
  const app = await openApp(core);
  const console = await openConsole({ dataDir: config.DATA_DIR, access: core.access, log });
  print(`烽火 Fenghuo is ready: ${config.PUBLIC_URL ?? app.url}`);
  if (first) print(`First start. Sign in as ${first.username} with the one-time password ${first.password}`);

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    void console
      .close()
      .then(() => app.close())
      .then(() => process.exit(0))
      .catch((error: unknown) => fail(String(error)));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function logOf(config: Config) {
  const redact = ['req.headers', '*.password', '*.token', '*.otp', '*.secret'];
  const to = config.LOG_PRETTY ? pino.transport({ target: 'pino-pretty', options: { destination: 2 } }) : pino.destination(2);
  return pino({ level: config.LOG_LEVEL, redact }, to);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(FAILED);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof StoreError) fail(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') fail('The port is in use by another program: set PORT to a free one.');
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
