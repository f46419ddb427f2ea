import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Presence, PresenceHere, Present } from '#shared/protocol.ts';
import { liveSocket } from './socket.ts';

const told = createStore<Presence>(() => ({ incidentId: '', present: [] }));
let here: PresenceHere = {};
let typingUntil: ReturnType<typeof setTimeout> | undefined;
/** Who stopped typing for so long no longer types. */
const TYPES_FOR_MS = 4_000;

/** The others who look at an incident now; nobody while there is no line. */
export function usePresent(incidentId: string, me: string): readonly Present[] {
  const presence = useStore(told);
  return useMemo(() => (presence.incidentId === incidentId ? presence.present.filter(({ userId }) => userId !== me) : []), [presence, incidentId, me]);
}

/** Says that this incident is open here, as long as the component is shown. */
export function useLooksAt(incidentId: string): void {
  useEffect(() => {
    say({ incidentId });
    return () => {
      clearTimeout(typingUntil);
      say({});
    };
  }, [incidentId]);
}

/** Says that something is being typed, and in a while that it is not. `field` is the translation key of where. */
export function typesIn(field: string): void {
  if (here.incidentId === undefined) return;
  clearTimeout(typingUntil);
  typingUntil = setTimeout(() => say({ incidentId: here.incidentId }), TYPES_FOR_MS);
  if (!here.typing || here.field !== field) say({ incidentId: here.incidentId, typing: true, field });
}

/** After a new line: what was said before is not known there. */
export function sayPresence(): void {
  told.setState({ incidentId: '', present: [] });
  if (here.incidentId !== undefined) say(here);
}

export const takePresence = (presence: Presence): void => told.setState(presence);

export const forgetPresence = (): void => told.setState({ incidentId: '', present: [] });

function say(next: PresenceHere): void {
  here = next;
  // Worth nothing later: while there is no line it is not kept.
  liveSocket()?.volatile.emit('presence', here);
}
