import { useEffect, useState } from 'react';
import { serverNow } from '#client/store/connection.ts';
import { useSending } from '#client/store/outbox.ts';
import { documentsNow, useDocument } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';
import { numberOf } from '#shared/rulebook/state.ts';
import { emptyNeed, newCode, type NeedDraft } from './need-draft.ts';

const keyOf = (userId: string, incidentId: string): string => `fenghuo.need.${userId}.${incidentId}`;
/** As agreed in plans/rules/dispatch.json, until somebody changes the table. */
const ACCEPT_WITHIN_MINUTES = 30;

/**
 * A need in progress, incident by incident. Each keystroke is on disk. Once given it stays until the server has recorded it,
 * so that what was refused can be mended instead of typed again.
 */
export function useNeedDraft(userId: string, incident: Incident) {
  const key = keyOf(userId, incident.id);
  const [draft, setDraft] = useState(() => read(key));
  const sending = useSending(draft?.orderId);
  const made = useDocument('dispatch', draft?.orderId);
  const put = (next: NeedDraft | undefined): void => {
    if (next) localStorage.setItem(key, JSON.stringify(next));
    else localStorage.removeItem(key);
    setDraft(next);
  };
  const recorded = draft?.orderId !== undefined && (made !== undefined || sending?.state === 'recorded');
  useEffect(() => {
    if (!recorded) return;
    localStorage.removeItem(key);
    setDraft(undefined);
  }, [recorded, key]);
  return {
    draft,
    /** It is on its way: nobody sends it twice. */
    waits: sending?.state === 'queued' || sending?.state === 'sending',
    change: (part: Partial<NeedDraft>) => draft && put({ ...draft, ...part }),
    start: () => put(emptyNeed(incident, acceptWithin(), newCode())),
    forget: () => put(undefined),
    now: () => new Date(serverNow()).toISOString(),
  };
}

export type NeedDraftState = ReturnType<typeof useNeedDraft>;

function acceptWithin(): number {
  // Of the world only the tables are asked for.
  const world = { get: (kind: 'rulebook', id: string) => documentsNow(kind).get(id) } as Parameters<typeof numberOf>[0];
  return numberOf(world, 'dispatch.accept-within', ACCEPT_WITHIN_MINUTES);
}

function read(key: string): NeedDraft | undefined {
  const kept = localStorage.getItem(key);
  // Written only by `put`.
  return kept === null ? undefined : (JSON.parse(kept) as NeedDraft);
}
