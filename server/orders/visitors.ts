import type { Order } from '#shared/catalogue.ts';
import type { AnyDocument, Kind, World } from '#shared/world.ts';
import { KINDS } from '#server/documents/models.ts';

export type FindDocument = (kind: Kind, id: string) => Promise<AnyDocument | null>;

/** The documents that orders name (`incidentId` names an incident) and that are no longer in the World: read back, to be decided upon. */
export async function visitorsOf(orders: readonly Order[], world: World, find: FindDocument): Promise<{ kind: Kind; doc: AnyDocument }[]> {
  const wanted = new Map<string, { kind: Kind; id: string }>();
  for (const order of orders) {
    for (const [field, value] of Object.entries(order.payload)) {
      const kind = KINDS.find((name) => field === `${name}Id`);
      if (kind && typeof value === 'string' && !world.get(kind, value)) wanted.set(`${kind}/${value}`, { kind, id: value });
    }
  }
  if (wanted.size === 0) return [];
  const found = await Promise.all([...wanted.values()].map(async ({ kind, id }) => ({ kind, doc: await find(kind, id) })));
  return found.flatMap(({ kind, doc }) => (doc ? [{ kind, doc }] : []));
}
