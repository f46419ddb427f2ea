import { shownTo, type Drop, type Put } from '#shared/feed.ts';
import { fold } from '#shared/fold.ts';
import { mayRead } from '#shared/readers.ts';
import type { Author, Seat } from '#shared/seat.ts';
import { LiveWorld, type AnyDocument, type Kind } from '#shared/world.ts';
import type { Commit } from '#shared/commit.ts';
import { Router } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { KINDS, kindsOfIncident } from '#server/documents/models.ts';
import { readable } from './document-routes.ts';
import { SETTLE_MS } from './search.ts';
import { handle } from './send.ts';

/** One commit in the life of an incident, as the documents it left behind. Applied in order, they show any past moment. */
export interface HistoryStep {
  seq: number;
  at: string;
  by: Author;
  order: string;
  puts: Put[];
  drops: Drop[];
}

const MAX_TIME_MS = 5000;

/** An incident's past: its events folded again, one commit after the other, each document shown as its readers of that moment allow. */
export function historyRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/incidents/:id/history',
    handle(async (req, res) => {
      const id = String(req.params['id']);
      const { seat } = signedInOf(res);
      // Who may not see the incident today is not shown its past either.
      await readable(core, 'incident', id, seat);
      res.json({ steps: stepsOf(await commitsOf(core, id), id, seat) });
    }),
  );
  return router;
}

/** Every commit that changed the incident or something that belongs to it, oldest first. */
async function commitsOf(core: Core, incidentId: string): Promise<Commit[]> {
  await core.documents.settle(SETTLE_MS);
  const streams = [`incident/${incidentId}`];
  for (const kind of kindsOfIncident()) {
    const found = await core.documents.models[kind]
      .find({ incidentId } as never, { _id: 1 })
      .maxTimeMS(MAX_TIME_MS)
      .lean<{ _id: string }[]>();
    for (const { _id } of found) streams.push(`${kind}/${_id}`);
  }
  const bySeq = new Map<number, Commit>();
  for (const stream of streams) for (const commit of await core.journal.ofDocument(stream)) bySeq.set(commit.seq, commit);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function stepsOf(commits: readonly Commit[], incidentId: string, seat: Seat): HistoryStep[] {
  const world = new LiveWorld();
  const rooms = new Set(seat.rooms);
  const steps: HistoryStep[] = [];
  for (const commit of commits) {
    const changes = fold(world, commit);
    const step: HistoryStep = { seq: commit.seq, at: commit.at, by: commit.actor, order: commit.order.type, puts: [], drops: [] };
    // Leaving what is active is no part of the incident's life: it keeps what it has.
    const kept = changes.filter(({ doc }) => doc !== undefined);
    world.apply(commit.seq, kept);
    for (const { kind, id, before, doc } of kept) {
      if (!doc || !belongs(kind, doc, incidentId)) continue;
      // Kind and document come from the same change.
      if (mayRead(rooms, doc.readers)) step.puts.push({ kind, id, doc: shownTo(seat.level, kind, doc) } as Put);
      else if (before && mayRead(rooms, before.readers)) step.drops.push({ kind, id });
    }
    if (step.puts.length + step.drops.length > 0) steps.push(step);
  }
  return steps;
}

const belongs = (kind: Kind, doc: AnyDocument, incidentId: string): boolean =>
  KINDS.includes(kind) && (doc.id === incidentId || ('incidentId' in doc && doc.incidentId === incidentId));
