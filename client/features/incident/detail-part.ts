import type { ComponentType } from 'react';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';

/** One tab of an incident's detail. */
export interface DetailPart {
  id: string;
  labelKey: string;
  Panel: ComponentType<{ incident: Incident; actor: Actor }>;
  /** How many things wait in it, shown beside its name; nothing when there are none. */
  Count?: ComponentType<{ incident: Incident }>;
}
