const SHOWN_BEFORE = 3;
const SHOWN_AFTER = 4;
/** Fewer could be tried out. A number that is too short for it shows nothing. */
const HIDDEN = 4;

/** `张某某` → `张**`, `欧阳锋` → `欧**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return first + '*'.repeat(Math.max(1, rest.length));
}

/** `13812341234` → `138****1234`. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  if (digits.length < HIDDEN + SHOWN_AFTER) return '*'.repeat(digits.length);
  const shown = Math.min(SHOWN_BEFORE, digits.length - HIDDEN - SHOWN_AFTER);
  return digits.slice(0, shown) + '*'.repeat(digits.length - shown - SHOWN_AFTER) + digits.slice(-SHOWN_AFTER);
}

/** `360731199001011234` → `3607************34`. */
export const maskIdNumber = (text: string): string => text.slice(0, 4) + '*'.repeat(Math.max(0, text.length - 6)) + text.slice(-2);
