import '#client/ui/tokens.css';
import '#client/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '#client/i18n/index.ts';
import { startStore } from '#client/store/start.ts';
import { startTheme } from '#client/ui/theme.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

startTheme();
startStore();
await startLanguage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
