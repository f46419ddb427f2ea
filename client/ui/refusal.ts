import i18next from 'i18next';

/** A refusal in the words of the person's language; the server's own words where there are none. */
export function refusalText({ code, message }: { code: string; message: string }): string {
  const key = `common.refusal.${code}`;
  return i18next.exists(key) ? i18next.t(key) : message;
}
