import type { Draft, Stamp } from '#shared/world.ts';
import type { ViewEvent } from './events.ts';
import type { ViewFilter } from './orders.ts';

/** A way of looking at the incidents that a person has kept: the person's alone, at whatever desk. */
export interface View extends Stamp {
  name: string;
  filter: ViewFilter;
  /** When it was first kept: the order of the keys 1 to 9. */
  at: string;
}

export function evolveView(draft: Draft, event: ViewEvent, at: string): void {
  if (event.type === 'view.removed') return draft.retire('view', event.viewId);
  const { viewId: id, name, filter, readers } = event;
  draft.put('view', { id, name, filter, readers, at: draft.get('view', id)?.at ?? at });
}
