import { spawn } from 'node:child_process';
import { createServer } from 'vite';

/** `npm run dev`: the server restarts when its sources change, the client reloads in the browser. */
const server = spawn(process.execPath, ['--import', 'tsx', '--watch-path=server', '--watch-path=shared', '--watch-path=plans', 'server/main.ts'], {
  stdio: 'inherit',
  env: { LOG_PRETTY: 'true', ...process.env },
});
const client = await createServer({ configFile: 'client/vite.config.ts' });
await client.listen();
client.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill(signal);
    void client.close();
  });
}
server.on('exit', (code) => {
  void client.close().then(() => process.exit(code ?? 0));
});
