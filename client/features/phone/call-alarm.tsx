import { useEffect, useRef } from 'react';
import { useConnection } from '#client/store/connection.ts';
import { documentsNow, useDocuments } from '#client/store/world.ts';
import { callKey, freshCalls } from './calls.ts';
import { noticeOf } from './notice.ts';
import { pushState } from './push.ts';
import type { Words } from './text.ts';
import { useTeamId } from './use-team.ts';
import { useWords } from './use-words.ts';

const TONES = [660, 880, 1100];
const BUZZ = [300, 150, 300, 150, 600];

/** An offer that comes in while the page is open shakes and sounds the phone; where no push tells the lock screen, the page does while it lives. */
export function CallAlarm() {
  const t = useWords();
  const teamId = useTeamId();
  const missions = useDocuments('mission');
  const { status } = useConnection();
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    const fresh = freshCalls(missions.values(), teamId, known.current ?? new Set());
    // What was there when the page was opened is on the screen, and whoever opened it looks at it.
    const first = known.current === undefined;
    if (first && status !== 'live') return;
    known.current = new Set([...(known.current ?? []), ...fresh.map(callKey)]);
    if (first || fresh.length === 0) return;
    if ('vibrate' in navigator) navigator.vibrate(BUZZ);
    beep();
    if (!document.hidden) return;
    const about = documentsNow('dispatch').get(fresh[0]?.dispatchId ?? '')?.about.title;
    void tell(t, about ?? '', `dispatch.${fresh[0]?.dispatchId ?? ''}`);
  }, [missions, teamId, status, t]);
  return null;
}

/** Three rising tones. A browser lets a page sound once somebody has touched it. */
function beep(): void {
  try {
    const audio = new AudioContext();
    if (audio.state !== 'suspended') for (const [n, hertz] of TONES.entries()) tone(audio, hertz, n * 0.25);
    setTimeout(() => void audio.close(), TONES.length * 500);
  } catch (error) {
    console.warn('The phone makes no sound.', error);
  }
}

function tone(audio: AudioContext, hertz: number, after: number): void {
  const source = new OscillatorNode(audio, { frequency: hertz });
  const volume = new GainNode(audio, { gain: 0.4 });
  source.connect(volume).connect(audio.destination);
  source.start(audio.currentTime + after);
  source.stop(audio.currentTime + after + 0.2);
}

/** Only where the phone allows notices and no push will show the same. */
async function tell(t: Words, body: string, tag: string): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted' || !('serviceWorker' in navigator)) return;
  if ((await pushState(t.language).catch(() => undefined)) === 'on') return;
  const { title: shown, ...options } = noticeOf(JSON.stringify({ title: t('offer.title'), body, tag }));
  await (await navigator.serviceWorker.ready).showNotification(shown, options);
}
