import '#client/ui/tokens.css';
import './phone.css';
import './frame.css';
import './parts.css';
import './rows.css';
import './forms.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startStore } from '#client/store/start.ts';
import { App } from './app.tsx';
import { keepNotes } from './held-notes.ts';

const root = document.getElementById('team');
if (!root) throw new Error('team.html has no #team.');

/** Light in daylight; dark where the phone is. */
function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => void (document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', apply);
  apply();
}

followTheme();
startStore();
keepNotes();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// Plain http has no workers: there the page needs the network to open, and everything else is the same.
if ('serviceWorker' in navigator && !import.meta.env.DEV)
  navigator.serviceWorker
    .register('/team-sw.js', { scope: '/team' })
    .catch((error: unknown) => console.warn('The page is not kept for times without a network.', error));
