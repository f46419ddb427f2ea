import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: '.',
  test: {
    include: ['{shared,plans,server,client,test}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two at a time: each may hold an engine, a server and a browser.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
