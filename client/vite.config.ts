import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import sharp from 'sharp';
import { build, defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const TARGET = 'es2022';
// Nothing is inlined: scripts and pictures come from files only.
const COMMON = { target: TARGET, assetsInlineLimit: 0, modulePreload: { polyfill: false } } as const;
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
      const files = readdirSync(`${outDir}/assets`).filter((name) => /^(?!(?:village|team-phone)-).*\.(?:js|css|svg|geojson|png)$/.test(name));
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

/** The worker of a phone's page stands alone: one file at the root, so that it may serve that page. */
function phoneWorker(page: 'village' | 'team', folder: string): Plugin {
  let outDir = '';
  return {
    name: `${page}-worker`,
    apply: 'build',
    configResolved: (config) => void (outDir = config.build.outDir),
    async closeBundle() {
      const output = { format: 'iife', entryFileNames: `${page}-sw.js` } as const;
      const rolldownOptions = { input: `${here}/features/${folder}/service-worker.ts`, output };
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

const ICON_SIZES = [192, 512] as const;

/** What makes the team's page an app of the phone: its manifest, and icons in the sizes that phones ask for. */
function teamManifest(): Plugin {
  const folder = `${here}/features/phone`;
  return {
    name: 'team-manifest',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'team.webmanifest', source: readFileSync(`${folder}/team.webmanifest`) });
      for (const size of ICON_SIZES) {
        const source = await sharp(`${folder}/icon.svg`, { density: (72 * size) / 32 })
          .resize(size, size)
          .png()
          .toBuffer();
        this.emitFile({ type: 'asset', fileName: `team-icon-${size}.png`, source });
      }
    },
  };
}

/** The team's page is built by itself: of what the desk shares with it, it carries only what it uses, and that in one file. */
function teamPage(): Plugin {
  let outDir = '';
  return {
    name: 'team-page',
    apply: 'build',
    configResolved: (config) => void (outDir = config.build.outDir),
    async closeBundle() {
      await build({
        configFile: false,
        root: here,
        publicDir: false,
        logLevel: 'warn',
        plugins: [react(), teamManifest()],
        build: { ...COMMON, outDir, emptyOutDir: false, rolldownOptions: { input: { 'team-phone': `${here}/team.html` } } },
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
  plugins: [react(), phoneWorker('village', 'village'), phoneWorker('team', 'phone'), teamPage(), deskWorker()],
  build: {
    outDir: `${here}/../dist/client`,
    emptyOutDir: true,
    ...COMMON,
    // Ant Design, for the administrator's page alone.
    chunkSizeWarningLimit: 900,
    // Each page has an entry of its own: the desk, and the light one for a village's phone.
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
