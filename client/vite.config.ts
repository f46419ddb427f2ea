import { readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const TARGET = 'es2022';
const SERVER = 'http://127.0.0.1:3000';

/** The desk's worker knows every file that the desk may ask for, so that all of it opens without a network. */
function deskWorker(): Plugin {
  let outDir = '';
  return {
    name: 'desk-worker',
    apply: 'build',
    configResolved: (config) => void (outDir = config.build.outDir),
    async closeBundle() {
      // As they lie there: chunks that hold nothing but a style are dropped only when they are written.
      const files = readdirSync(`${outDir}/assets`).filter((name) => /^(?!village-).*\.(?:js|css|svg|geojson|png)$/.test(name));
      const output = { format: 'iife', entryFileNames: 'desk-sw.js' } as const;
      const rolldownOptions = { input: `${here}/app/service-worker.ts`, output };
      await build({
        configFile: false,
        root: here,
        publicDir: false,
        logLevel: 'warn',
        define: { DESK_FILES: JSON.stringify(files.map((name) => `/assets/${name}`).sort()) },
        build: { outDir, emptyOutDir: false, target: TARGET, rolldownOptions },
      });
    },
  };
}

/** The village page's worker stands alone: one file at the root, so that it may serve that page. */
function villageWorker(): Plugin {
  let outDir = '';
  return {
    name: 'village-worker',
    apply: 'build',
    configResolved: (config) => void (outDir = config.build.outDir),
    async closeBundle() {
      const output = { format: 'iife', entryFileNames: 'village-sw.js' } as const;
      const rolldownOptions = { input: `${here}/features/village/service-worker.ts`, output };
      await build({
        configFile: false,
        root: here,
        publicDir: false,
        logLevel: 'warn',
        build: { outDir, emptyOutDir: false, target: TARGET, rolldownOptions },
      });
    },
  };
}

export default defineConfig({
  // Node and the browser are given the same build of rrule: its other one has no default export.
  resolve: { alias: { rrule: 'rrule/dist/es5/rrule.js' } },
  root: here,
  base: '/',
  publicDir: false,
  plugins: [react(), villageWorker(), deskWorker()],
  build: {
    outDir: `${here}/../dist/client`,
    emptyOutDir: true,
    target: TARGET,
    // Nothing is inlined: scripts and pictures come from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Ant Design, for the administrator's page alone.
    chunkSizeWarningLimit: 900,
    // Each page has an entry of its own: the desk, and the light one for a phone.
    rolldownOptions: { input: { index: `${here}/index.html`, village: `${here}/village.html` } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
});
