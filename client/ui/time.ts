import type { Language } from '#client/i18n/index.ts';

/** The city's clock, wherever the browser stands. */
const TIME_ZONE = 'Asia/Shanghai';

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hourCycle: 'h23', ...options });
const day = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
const clock = format({ hour: '2-digit', minute: '2-digit' });
const clockSeconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });

const part = (at: Date, type: Intl.DateTimeFormatPartTypes): string => day.formatToParts(at).find((one) => one.type === type)?.value ?? '';

/** `14:05` today, `11-22 14:05` before today, `2025-11-22 14:05` in another year. The same in both languages. */
export function formatTime(iso: string, _language: Language, now = Date.now()): string {
  const at = new Date(iso);
  const today = new Date(now);
  if (Number.isNaN(at.getTime())) return iso;
  const time = clock.format(at);
  if (day.format(at) === day.format(today)) return time;
  const date = `${part(at, 'month')}-${part(at, 'day')} ${time}`;
  return part(at, 'year') === part(today, 'year') ? date : `${part(at, 'year')}-${date}`;
}

/** `14:05:07`. */
export const formatClock = (ms: number): string => clockSeconds.format(ms);

/** `11-22 周六` / `22 Nov, Sat`: the day beside the clock. */
export function formatDay(ms: number, language: Language): string {
  if (language === 'en') return format({ day: 'numeric', month: 'short', weekday: 'short' }).format(ms);
  return new Intl.DateTimeFormat('zh-CN', { timeZone: TIME_ZONE, month: 'long', day: 'numeric', weekday: 'short' }).format(ms);
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, in the largest units that matter: `40 秒`, `3 分钟`, `2 小时 05 分`, `4 天 3 小时`. A negative age is none. */
export function formatAge(ms: number, language: Language): string {
  const age = Math.max(0, ms);
  const zh = language === 'zh-CN';
  if (age < MINUTE) return `${Math.floor(age / SECOND)} ${zh ? '秒' : 's'}`;
  if (age < HOUR) return `${Math.floor(age / MINUTE)} ${zh ? '分钟' : 'min'}`;
  if (age < DAY) {
    const minutes = String(Math.floor((age % HOUR) / MINUTE)).padStart(2, '0');
    return zh ? `${Math.floor(age / HOUR)} 小时 ${minutes} 分` : `${Math.floor(age / HOUR)} h ${minutes} min`;
  }
  const hours = Math.floor((age % DAY) / HOUR);
  return zh ? `${Math.floor(age / DAY)} 天 ${hours} 小时` : `${Math.floor(age / DAY)} d ${hours} h`;
}
