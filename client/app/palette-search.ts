import { useEffect, useState } from 'react';
import { api } from '#client/store/api.ts';
import type { Sounds } from '#client/ui/sounds.ts';
import type { Incident, Note } from '#shared/incident/state.ts';

export interface FoundElsewhere {
  incidents: readonly Incident[];
  notes: readonly Note[];
  /** Nothing was said by the server: what is shown is what is here. */
  failed: boolean;
}

const NOTHING: FoundElsewhere = { incidents: [], notes: [], failed: false };
/** A person is still typing. */
const PAUSE_MS = 250;
const MOST = 8;

/** Whether every word is in a text, or is how it sounds. */
export function matches(text: string, typed: string, sounds?: Sounds): boolean {
  const said = text.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => said.includes(word) || (sounds !== undefined && /^[a-z0-9]+$/.test(word) && sounds(text, word)));
}

/** What the server finds beyond what is live here: closed and archived incidents, and entries. */
export function useFoundElsewhere(typed: string, exercise: boolean): FoundElsewhere {
  const [found, setFound] = useState<FoundElsewhere & { of: string }>({ ...NOTHING, of: '' });
  const asked = typed.trim();
  useEffect(() => {
    if (asked === '') return;
    let wanted = true;
    const timer = setTimeout(() => {
      const query = `q=${encodeURIComponent(asked.slice(0, 100))}&exercise=${exercise}&limit=${MOST}`;
      Promise.all([api<{ docs: Incident[] }>(`/incidents?${query}&status=closed`), api<{ docs: Note[] }>(`/notes?${query}`)]).then(
        ([incidents, notes]) => wanted && setFound({ incidents: incidents.docs, notes: notes.docs, failed: false, of: asked }),
        (error: unknown) => {
          console.warn('The server could not be asked.', error);
          if (wanted) setFound({ ...NOTHING, failed: true, of: asked });
        },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked, exercise]);
  return found.of === asked ? found : NOTHING;
}
