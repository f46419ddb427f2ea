import { defineConfig } from 'vite';

/** The server as two files for plain Node: the server itself and the process that holds the embedded engine. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: { main: 'server/main.ts', 'engine-host': 'server/store/engine-host.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
