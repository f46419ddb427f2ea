import type { FileType } from '#shared/file/orders.ts';

const EXTENSIONS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
};
const LONGEST = 80;
/** What separates folders somewhere, or looks like it. */
const SLASHES = /[/\\\u2044\u2215\u29f8\uff0f\uff3c:]/u;

/** What people see as the name: never a path, never of another type than the bytes are. It names nothing on any disk. */
export function safeName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(SLASHES).at(-1) ?? '';
  const stem = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>"|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('');
  return `${short === '' ? 'file' : short}.${EXTENSIONS[type]}`;
}
