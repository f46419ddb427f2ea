import { defineConfig } from 'vite';

/** The server for plain Node: the server itself, the process that holds the embedded engine, and the process that makes papers. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: { main: 'server/main.ts', 'engine-host': 'server/store/engine-host.ts', 'scribe-host': 'server/interchange/scribe-host.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
