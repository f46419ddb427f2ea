import { drawing } from './dom.ts';

/** Simple drawings on 48 × 48, in the colour of the text around them; `tone` is the quiet fill. */
const PICTURES = {
  flood:
    '<path class="tone" d="M14 21 24 12l10 9v9H14z"/><path d="M10 23.5 24 11l14 12.5M14 21v8.5M34 21v8.5M21 29v-6h6v6"/><path d="M4 33c3.3-3 6.7-3 10 0s6.7 3 10 0 6.7-3 10 0 6.7 3 10 0M4 40c3.3-3 6.7-3 10 0s6.7 3 10 0 6.7-3 10 0 6.7 3 10 0"/>',
  landslide:
    '<path class="tone" d="M5 41V9c9 1 13 8 16 15 3 8 11 13 22 17z"/><path d="M5 9c9 1 13 8 16 15 3 8 11 13 22 17H5"/><path d="m26 10 5-2 3 4-3 5-5-2zM35 22l5-1 2 4-3 4-5-2z"/><path d="m24 20 1.5 3M32 29l2 2.5M20 12l1 3"/>',
  forestFire:
    '<path class="tone" d="M17 7 8 19h4L5 30h24l-7-11h4z"/><path d="M24 27 22 19h4L17 7 8 19h4L5 30h15M17 30v10"/><path d="M34 22c1 4 7 7 7 13a7.5 7.5 0 0 1-15 0c0-3 1.5-5 3-6.5.5 1.5 1 2.5 2.2 3 .2-3.5.8-6.5 2.8-9.5z"/>',
  fire: '<path class="tone" d="M10 20 24 8l14 12v20H10z"/><path d="M5 23 24 7l19 16M10 20v20h28V20"/><path d="M25 19c1 4 6 6 6 11.5a7 7 0 0 1-14 0c0-2.8 1.3-4.7 2.7-6 .5 1.4 1 2.2 2.1 2.8.2-3.3.9-5.8 3.2-8.3z"/>',
  road: '<path class="tone" d="M4 33v-7l5-2 4-7h11l5 7 4 2v7z"/><path d="M7.5 33H4v-7l5-2 4-7h11l5 7 4 2v7h-2.5M14.5 33h8M9 24h20M19 17v7"/><circle cx="11" cy="34" r="3.5"/><circle cx="26" cy="34" r="3.5"/><path d="M39.0 11.8 40.6 15.8 44.6 14.5 42.5 18.2 46.0 20.6 41.8 21.2 42.1 25.5 39.0 22.6 35.9 25.5 36.2 21.2 32.0 20.6 35.5 18.2 33.4 14.5 37.4 15.8z"/>',
  food: '<path class="tone" d="M6 26h36c0 8-5 14-12 15H18C11 40 6 34 6 26z"/><path d="M6 26h36c0 8-5 14-12 15H18C11 40 6 34 6 26z"/><path d="M24 7v9"/><circle class="dot" cx="24" cy="20.5" r="1"/><path d="M14 20c-2-3 2-5 0-8M34 20c-2-3 2-5 0-8"/>',
  collapse:
    '<path class="tone" d="M10 21 24 9l5 4-4 7 6 5-5 7 3 8H10z"/><path d="M5 25 24 9l4.5 3.7M10 21v19h18l-3-8 5-7-6-5 2-4"/><path d="m34 17 6 4-3 5-5-3zM34 40l2-6 6 1 1 5zM38 29l3 1"/>',
  outage:
    '<path class="tone" d="M22 6 8 25h9l-3 17 14-21h-9z"/><path d="M22 6 8 25h9l-3 17 14-21h-9z"/><path d="M37 25c3 4 5 6.5 5 9.5a5 5 0 0 1-10 0c0-3 2-5.5 5-9.5z"/><path d="m31 8 10 10M41 8 31 18"/>',
  other:
    '<circle class="tone" cx="24" cy="24" r="17"/><circle cx="24" cy="24" r="17"/><circle class="dot" cx="16" cy="24" r="1.5"/><circle class="dot" cx="24" cy="24" r="1.5"/><circle class="dot" cx="32" cy="24" r="1.5"/>',
  pin: '<path class="tone" d="M24 44C15 33 10 27 10 19a14 14 0 0 1 28 0c0 8-5 14-14 25z"/><path d="M24 44C15 33 10 27 10 19a14 14 0 0 1 28 0c0 8-5 14-14 25z"/><circle cx="24" cy="19" r="5"/>',
  village:
    '<path class="tone" d="M20 24 31 14l11 10v16H20z"/><path d="M17 26.5 31 14l14 12.5M20 24v16h22V24M28 40v-9h6v9"/><path d="M20 30H9V19l6-6 6 6"/><path d="M3 40h42"/>',
  none: '<circle class="tone" cx="24" cy="24" r="17"/><circle cx="24" cy="24" r="17"/><path d="m16 24.5 5.5 5.5L32.5 19"/>',
  some: '<path class="tone" d="M12 41c0-9 4-14 12-14s12 5 12 14z"/><circle cx="24" cy="15" r="7"/><path d="M12 41c0-9 4-14 12-14s12 5 12 14"/>',
  many: '<path class="tone" d="M14 41c0-8 3-12.5 10-12.5S34 33 34 41z"/><circle cx="24" cy="18" r="6"/><path d="M14 41c0-8 3-12.5 10-12.5S34 33 34 41"/><circle cx="9.5" cy="15" r="4.5"/><path d="M3 34c0-6 2-9.5 6.5-9.5 1.5 0 2.5.3 3.5 1"/><circle cx="38.5" cy="15" r="4.5"/><path d="M45 34c0-6-2-9.5-6.5-9.5-1.5 0-2.5.3-3.5 1"/>',
  trapped: '<path class="tone" d="M24 6 45 41H3z"/><path d="M24 6 45 41H3z"/><circle cx="24" cy="24" r="4"/><path d="M16 41c0-6 3-9 8-9s8 3 8 9"/>',
  report: '<path class="tone" d="M8 20v9h7l17 9V11L15 20z"/><path d="M15 20 32 11v27l-17-9H8v-9zM15 29l3 11h5l-3-8M38 19c2 3 2 8 0 11"/>',
  list: '<path class="tone" d="M11 7h26v35H11z"/><path d="M11 7h26v35H11zM18 17h12M18 25h12M18 33h7"/>',
  back: '<path d="M28 10 14 24l14 14"/>',
} as const;

export type Picture = keyof typeof PICTURES;

export const picture = (name: Picture, className = 'picture'): Element => drawing(PICTURES[name], className);

/** Marks of the four levels: each its own shape, so that colour is never alone. */
const LEVELS = {
  1: '<path d="M6 6h36v36H6z"/>',
  2: '<path d="M24 3 45 24 24 45 3 24z"/>',
  3: '<path d="M24 5 45 43H3z"/>',
  4: '<circle cx="24" cy="24" r="19"/>',
} as const;

export const levelMark = (level: 1 | 2 | 3 | 4): Element => drawing(LEVELS[level], `level level-${level}`);
