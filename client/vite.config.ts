import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Each page has an entry of its own: the desk, and the light one for a phone. */
const pages = ['index', 'village'].map((name) => [name, at(`${name}.html`)] as const).filter(([, file]) => existsSync(file));
const SERVER = 'http://127.0.0.1:3000';

export default defineConfig({
  root: at('.'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: at('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined: scripts and pictures come from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Ant Design, for the administrator's page alone.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { ...Object.fromEntries(pages), 'village-sw': at('features/village/service-worker.ts') },
      // A service worker keeps its address: the browser compares what is there with what it has.
      output: { entryFileNames: ({ name }) => (name === 'village-sw' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
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
