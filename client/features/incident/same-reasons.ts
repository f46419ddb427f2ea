import { formatAge } from '#client/ui/time.ts';
import type { Likeness } from '#shared/incident/similar.ts';
import type { Words } from './change-words.ts';

/** Why two may be the same: `1.2 km · 10 分钟前 · 同类 · 标题相近`. */
export function sameReasons({ metres, minutes, kind, words }: Likeness, { t, language }: Words): string {
  return [
    metres === undefined ? '' : metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(1)} km`,
    t('ties.same.apart', { age: formatAge(Math.max(1, minutes) * 60_000, language === 'en' ? 'en' : 'zh-CN') }),
    kind === 'other' ? '' : t(`ties.same.${kind}`),
    words >= 0.4 ? t('ties.same.words') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
