import type { Order } from '#shared/catalogue.ts';
import type { Commit } from '#shared/commit.ts';
import { missionId } from '#shared/dispatch/mission.ts';
import { heldBy } from '#shared/incident/held.ts';
import { noteId } from '#shared/incident/state.ts';
import { Overlay, type AnyDocument, type Kind, type World } from '#shared/world.ts';
import { KINDS } from './models.ts';

export type FindDocument = (kind: Kind, id: string) => Promise<AnyDocument | null>;

/** So long a chain is none: a guard. */
const MOST_LINKS = 100;

/** The kind that a field names: `incidentId`, and `intoIncidentId` too. */
const kindOfField = (field: string): Kind | undefined =>
  KINDS.find((kind) => field === `${kind}Id` || field.endsWith(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}Id`));

/** The documents that orders name (`incidentId` names an incident) and that are no longer in the World: read back, to be decided upon. */
export async function visitorsOf(orders: readonly Order[], world: World, find: FindDocument): Promise<{ kind: Kind; doc: AnyDocument }[]> {
  const named = orders.flatMap(({ payload }) => Object.entries(payload).map(([field, value]) => ({ kind: kindOfField(field), id: value as unknown })));
  const first = await absent(named, world, find);
  // What belongs to an incident is decided upon together with it.
  const owners = named.flatMap(({ kind, id }) => {
    const doc = kind && typeof id === 'string' ? (world.get(kind, id) ?? first.find((one) => one.kind === kind && one.doc.id === id)?.doc) : undefined;
    return doc && 'incidentId' in doc ? [{ kind: 'incident' as const, id: doc.incidentId }] : [];
  });
  const visitors = [...first, ...(await absent(owners, world, find))];
  visitors.push(...(await chained(named, visitors, world, find)));
  const known = new Map(visitors.map(({ kind, doc }) => [`${kind}/${doc.id}`, doc]));
  const entries = orders.flatMap((order) => [
    ...entriesOf(order, (id) => world.get('incident', id) ?? known.get(`incident/${id}`)),
    ...missionsOf(order, (id) => known.get(`dispatch/${id}`)),
  ]);
  return [...visitors, ...(await absent(entries, world, find))];
}

/** What incidents were merged into and are a part of, to the end: a circle is seen, and where a merge goes on. */
async function chained(
  named: readonly { kind: Kind | undefined; id: unknown }[],
  visitors: readonly { kind: Kind; doc: AnyDocument }[],
  world: World,
  find: FindDocument,
): Promise<{ kind: Kind; doc: AnyDocument }[]> {
  const found: { kind: Kind; doc: AnyDocument }[] = [];
  const known = (id: string): AnyDocument | undefined =>
    world.get('incident', id) ?? [...visitors, ...found].find((one) => one.kind === 'incident' && one.doc.id === id)?.doc;
  const seen = new Set<string>();
  let next = named.flatMap(({ kind, id }) => (kind === 'incident' && typeof id === 'string' ? [id] : []));
  for (let i = 0; next.length > 0 && i < MOST_LINKS; i += 1) {
    for (const id of next) seen.add(id);
    const further = next.flatMap((id) => linksOf(known(id))).filter((id) => !seen.has(id));
    found.push(
      ...(await absent(
        further.filter((id) => !known(id)).map((id) => ({ kind: 'incident' as const, id })),
        world,
        find,
      )),
    );
    next = further;
  }
  return found;
}

const linksOf = (doc: AnyDocument | undefined): string[] => (doc && 'casualties' in doc ? [doc.mergedInto, doc.parentId].filter((id) => id !== undefined) : []);

/** The entries of a log that an order changes beside its incident, which may have been archived. */
function entriesOf({ type, payload }: Order, incidentOf: (id: string) => AnyDocument | undefined): { kind: Kind; id: string }[] {
  if (type === 'incident.correct') return [{ kind: 'note', id: noteId(payload.incidentId, payload.n) }];
  if (type !== 'incident.restrict' && type !== 'incident.release' && type !== 'person.purge') return [];
  const incident = incidentOf(payload.incidentId);
  if (!incident || !('entries' in incident)) return [];
  if (type === 'person.purge') return heldBy(incident).filter(({ kind }) => kind === 'person');
  return [...Array.from({ length: incident.entries }, (_, i) => ({ kind: 'note' as const, id: noteId(incident.id, i + 1) })), ...heldBy(incident)];
}

/** The missions of a dispatch that has been archived: they left together with it, and some are told of later. */
function missionsOf({ payload }: Order, archived: (id: string) => AnyDocument | undefined): { kind: Kind; id: string }[] {
  const dispatch = 'dispatchId' in payload ? archived(payload.dispatchId) : undefined;
  if (!dispatch || !('offers' in dispatch)) return [];
  return dispatch.offers.map(({ teamId }) => ({ kind: 'mission', id: missionId(dispatch.id, teamId) }));
}

/** The World with the documents that a commit changes and that had left it: they were there when the order was decided. */
export async function withVisitors(world: World, commit: Pick<Commit, 'streams' | 'seq'>, find: FindDocument): Promise<World> {
  const named = commit.streams.map((stream) => {
    const [, kind, id, rev] = /^([a-z]+)\/(.*)@(\d+r?)$/.exec(stream) ?? [];
    // The first revision makes the document: it can't have been there before.
    return { kind: rev === '1' ? undefined : KINDS.find((name) => name === kind), id };
  });
  const visitors = await absent(named, world, find);
  if (visitors.length === 0) return world;
  const overlay = new Overlay(world);
  for (const { kind, doc } of visitors) overlay.visit(kind, doc);
  return overlay;
}

async function absent(
  named: readonly { kind: Kind | undefined; id: unknown }[],
  world: World,
  find: FindDocument,
): Promise<{ kind: Kind; doc: AnyDocument }[]> {
  const wanted = new Map<string, { kind: Kind; id: string }>();
  for (const { kind, id } of named) if (kind && typeof id === 'string' && !world.get(kind, id)) wanted.set(`${kind}/${id}`, { kind, id });
  const found = await Promise.all([...wanted.values()].map(async ({ kind, id }) => ({ kind, doc: await find(kind, id) })));
  return found.flatMap(({ kind, doc }) => (doc ? [{ kind, doc }] : []));
}
