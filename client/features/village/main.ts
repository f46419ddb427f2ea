import '#client/ui/tokens.css';
import './village.css';
import './frame.css';
import './steps.css';
import './forms.css';
import './reports.css';
import { alertBar, refreshAlerts } from './alerts.ts';
import { recallClock } from './clock.ts';
import { fill } from './dom.ts';
import { discard, draftNow } from './draft.ts';
import { bar, stepBar, tabs } from './frame.ts';
import { hurryPhotos, openPhotos } from './photos.ts';
import { recallJoined, refreshIncidents } from './refresh.ts';
import { isReporter } from './reporter.ts';
import { hurry, openReports } from './reports.ts';
import { pageAt } from './route.ts';
import { resume } from './session.ts';
import { village, type VillageState } from './state.ts';
import { t } from './screen.ts';

const RESUME_MS = 30_000;
const root = document.getElementById('village') ?? document.body;

let shown = new AbortController();
let drawn: string | undefined;
let stopReports: Promise<() => void> | undefined;
let reporting: string | undefined;

/** Draws the page of this moment, and only when it is another one than that on the screen. */
function draw(state: VillageState): void {
  const { phase, language, session } = state;
  const key = JSON.stringify([pageKey(phase), language, location.hash, session?.user.id, session?.mustChangePassword, state.place?.zh, state.villages.length]);
  if (key === drawn) return;
  const page = pageAt(state, location.hash);
  if (!page) return;
  const samePage = drawn !== undefined && JSON.parse(drawn)[2] === location.hash;
  drawn = key;
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  document.documentElement.lang = language;
  document.title = `${t('app.name')} · ${t('app.product')}`;
  fill(root, [
    bar(signal),
    phase === 'signed-in' || phase === 'expired' ? alertBar(signal) : false,
    (page.step || page.back) && stepBar(page.step),
    page.screen(signal),
    page.tab && tabs(signal, page.tab),
  ]);
  if (!samePage) window.scrollTo(0, 0);
}

/** An ended session changes what the bar says, not the page that somebody is typing in. */
const pageKey = (phase: VillageState['phase']): string => (phase === 'expired' ? 'signed-in' : phase);

/** Once the server has said who this is, what waits can go. */
function sendOnceConfirmed({ session }: VillageState, before: VillageState): void {
  if (!session?.csrf || session.csrf === before.session?.csrf) return;
  hurry();
  hurryPhotos();
  void refreshIncidents();
  void refreshAlerts();
}

/** Opens the queue of whoever reports now, and closes it when it is somebody else. */
function follow({ session }: VillageState): void {
  const userId = session && isReporter(session.user.role) ? session.user.id : undefined;
  if (userId === reporting) return;
  reporting = userId;
  const before = stopReports;
  stopReports = open(before, userId);
}

async function open(before: Promise<() => void> | undefined, userId: string | undefined): Promise<() => void> {
  (await before)?.();
  if (userId === undefined) return () => undefined;
  recallJoined(userId);
  const stopReporting = await openReports(userId, () => void Promise.all([refreshIncidents(), refreshAlerts()]));
  const stopPhotos = await openPhotos(userId);
  const stop = (): void => {
    stopPhotos();
    stopReporting();
  };
  const { entries, sent } = village.getState();
  const draft = draftNow();
  // Sent already: the tab was killed before the draft was put away.
  if (draft && [...entries, ...sent].some(({ id }) => id === draft.id)) discard();
  void refreshIncidents();
  void refreshAlerts();
  return stop;
}

/** The signal may be back: asks who this is, which also renews the token that orders need, and sends what waits. */
async function wake(): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  await resume();
  if (village.getState().phase !== 'signed-in' || !village.getState().reached) return;
  hurry();
  hurryPhotos();
  await Promise.all([refreshIncidents(), refreshAlerts()]);
}

function keepTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => void (document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', apply);
  apply();
}

recallClock();
keepTheme();
village.subscribe(draw);
village.subscribe(follow);
village.subscribe(sendOnceConfirmed);
window.addEventListener('hashchange', () => draw(village.getState()));
window.addEventListener('online', () => void wake());
window.addEventListener('offline', () => village.setState({ reached: false }));
document.addEventListener('visibilitychange', () => void wake());
/** The page has no line of its own that stays open: what comes is asked for while somebody looks at it. */
setInterval(() => void (document.visibilityState === 'visible' && village.getState().reached && refreshAlerts()), RESUME_MS);
setInterval(() => void (!village.getState().reached && wake()), RESUME_MS);
void wake();
// Plain http has no workers: there the page needs the network to open, and everything else is the same.
if ('serviceWorker' in navigator)
  void navigator.serviceWorker
    .register('/village-sw.js', { scope: '/village' })
    .catch((error: unknown) => console.warn('The page is not kept for times without a network.', error));
