import { useEffect, useMemo, useState } from 'react';

type Initials = (text: string) => string;

/** Finds by characters, and by the first letters of their pinyin once those are loaded: `fb` finds 防办. */
export function useMatch(wanted: string): (fields: readonly (string | undefined)[]) => boolean {
  const [initials, setInitials] = useState<{ of: Initials }>();
  useEffect(() => {
    let here = true;
    void import('pinyin-pro').then(({ pinyin }) => {
      if (here) setInitials({ of: (text) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase() });
    });
    return () => {
      here = false;
    };
  }, []);
  return useMemo(() => {
    const words = wanted.trim().toLowerCase();
    return (fields) => {
      if (words === '') return true;
      const text = fields.filter((field) => field !== undefined).join(' ');
      return text.toLowerCase().includes(words) || (initials?.of(text) ?? '').includes(words);
    };
  }, [wanted, initials]);
}
