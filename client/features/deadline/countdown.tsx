import { serverNow } from '#client/store/connection.ts';
import { useTick } from '#client/ui/use-tick.ts';

/** `1:04:09` until an instant, `-0:12:30` after it. */
export function countdownText(dueAt: string, now: number): string {
  const seconds = Math.trunc((Date.parse(dueAt) - now) / 1000);
  const left = Math.abs(seconds);
  const [h, m, s] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return `${seconds < 0 ? '-' : ''}${h}:${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')}`;
}

export function Countdown({ dueAt }: { dueAt: string }) {
  const now = useTick(1_000, serverNow);
  return (
    <time className="dl-count" dateTime={dueAt}>
      {countdownText(dueAt, now)}
    </time>
  );
}
