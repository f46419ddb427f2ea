import { isGap, CYCLE } from './rule.ts';

export type Language = 'zh' | 'en';

const UNITS = {
  DAILY: { zh: '天', en: ['day', 'days'] },
  WEEKLY: { zh: '周', en: ['week', 'weeks'] },
  MONTHLY: { zh: '个月', en: ['month', 'months'] },
  YEARLY: { zh: '年', en: ['year', 'years'] },
} as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = {
  MO: ['一', 'Monday'],
  TU: ['二', 'Tuesday'],
  WE: ['三', 'Wednesday'],
  TH: ['四', 'Thursday'],
  FR: ['五', 'Friday'],
  SA: ['六', 'Saturday'],
  SU: ['日', 'Sunday'],
} as const;

/** A cycle in words, as an official reads it: 至少每3年一次；每年3月15日。 Nothing of a rule that isn't one. */
export function sayCycle(rule: string, language: Language): string | undefined {
  if (!CYCLE.test(rule)) return undefined;
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const unit = UNITS[parts.get('FREQ') as keyof typeof UNITS];
  const every = Number(parts.get('INTERVAL') ?? 1);
  const zh = language === 'zh';
  const span = zh ? `每${every === 1 && unit.zh !== '个月' ? '' : every}${unit.zh}` : every === 1 ? `every ${unit.en[0]}` : `every ${every} ${unit.en[1]}`;
  const ending = endOf(parts, zh);
  if (isGap(rule)) return zh ? `至少${span}一次${ending}` : `at least once ${span}${ending}`;
  const on = dayOf(parts, zh);
  return zh ? `${span}${on}${ending}` : `${span} ${on}${ending}`;
}

function dayOf(parts: ReadonlyMap<string, string>, zh: boolean): string {
  const months = list(parts, 'BYMONTH');
  const days = list(parts, 'BYMONTHDAY');
  const weekdays = list(parts, 'BYDAY');
  if (zh)
    return `${months.map((m) => `${m}月`).join('、')}${days.map((d) => (d === '-1' ? '最后一日' : `${d}日`)).join('、')}${weekdays.map(zhWeekday).join('、')}`;
  const said = [...days.map((d) => (d === '-1' ? 'the last day' : d)), ...weekdays.map(enWeekday)];
  const of = months.map((m) => MONTHS[Number(m) - 1] ?? m).join(', ');
  return `on ${said.join(', ')}${of === '' ? '' : said.length > 0 ? ` ${of}` : of}`.replace(/^on (\w+)$/, (all, word: string) =>
    MONTHS.includes(word) ? `in ${word}` : all,
  );
}

const list = (parts: ReadonlyMap<string, string>, name: string): string[] => parts.get(name)?.split(',') ?? [];

function zhWeekday(code: string): string {
  const [, nth = '', day = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(code) ?? [];
  const name = `${nth === '' ? '周' : '星期'}${DAYS[day as keyof typeof DAYS]?.[0] ?? day}`;
  if (nth === '') return name;
  return Number(nth) < 0 ? `倒数第${-Number(nth)}个${name}` : `第${Number(nth)}个${name}`;
}

function enWeekday(code: string): string {
  const [, nth = '', day = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(code) ?? [];
  const name = DAYS[day as keyof typeof DAYS]?.[1] ?? day;
  if (nth === '') return name;
  const which = ['', 'first', 'second', 'third', 'fourth', 'fifth'][Math.abs(Number(nth))] ?? `${Math.abs(Number(nth))}th`;
  return Number(nth) < 0 ? `the ${which === 'first' ? 'last' : `${which} to last`} ${name}` : `the ${which} ${name}`;
}

function endOf(parts: ReadonlyMap<string, string>, zh: boolean): string {
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
  if (count !== undefined) return zh ? `，共${count}次` : `, ${count} times`;
  if (until === undefined) return '';
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
  return zh ? `，至${day}止` : `, until ${day}`;
}
