import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { SaveView } from './orders.ts';
import type { View } from './state.ts';

export const MOST_VIEWS = 20;

const readerOf = (actor: Actor): string => `user:${actor.id}`;

export function decideSaveView(world: World, { name, filter }: z.infer<typeof SaveView>, id: string, actor: Actor): Decided {
  const own = [...world.all('view')].filter(({ readers }) => readers.includes(readerOf(actor)));
  const same = own.find((view) => view.name === name);
  if (!same && own.length >= MOST_VIEWS) refuse('view.too-many', `No more than ${MOST_VIEWS} views are kept. Remove one first.`);
  const viewId = same?.id ?? id;
  return { events: [{ type: 'view.saved', viewId, name, filter, readers: [readerOf(actor)] }], refs: { view: viewId } };
}

export function decideRemoveView(view: View | undefined, actor: Actor): Decided {
  // Somebody else's is not there.
  if (!view?.readers.includes(readerOf(actor))) return refuse('view.unknown', 'There is no such view.', [{ path: 'viewId', message: 'unknown view' }]);
  return { events: [{ type: 'view.removed', viewId: view.id }], refs: { view: view.id } };
}
