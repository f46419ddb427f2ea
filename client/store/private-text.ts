/**
 * Names and numbers while they are being typed. They live with this window: a reload finds them again, a closed window or
 * whoever signs in next does not. What else is typed is kept on the disk; this is not, because a disk can't be trusted to forget.
 */
const PREFIX = 'fenghuo.private.';

export const readPrivate = (key: string): string | null => {
  try {
    return sessionStorage.getItem(PREFIX + key);
  } catch (error) {
    console.warn('This window may keep nothing.', error);
    return null;
  }
};

/** Keeps a text, or forgets it when it is null. Says whether it would outlive a reload. */
export function keepPrivate(key: string, text: string | null): boolean {
  try {
    if (text === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, text);
    return true;
  } catch (error) {
    console.warn('This window may keep nothing.', error);
    return text === null;
  }
}

/** Whoever leaves takes along what was typed; whoever comes finds only what is their own. A key ends with its person. */
export function forgetPrivate(ownerId?: string): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && (ownerId === undefined || !key.endsWith(`.${ownerId}`))) sessionStorage.removeItem(key);
  } catch (error) {
    console.warn('This window may keep nothing.', error);
  }
}
