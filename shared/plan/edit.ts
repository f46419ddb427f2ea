import type { Decided } from '#shared/decide.ts';
import { refuse, type RefusalDetail } from '#shared/refusal.ts';
import { pieceAt, piecesOf, withChanges, type Change } from './change.ts';
import { PlanContent } from './content.ts';
import { same } from './diff.ts';
import { allowed, done, draftOf, editionOf, type Ground, type Payload } from './ground.ts';
import { kindsOf } from './policy.ts';
import type { Edition } from './state.ts';

const MOST_BYTES = 600_000;

/** Changes single clauses. One that somebody else changed meanwhile is a conflict, named with what it says now: nothing is overwritten. */
export function decideEdit(ground: Ground, { baseRevision, changes }: Payload<'plan.edit'>): Decided {
  const { world, plan, actor } = ground;
  allowed('edit', ground);
  const { no, revision } = draftOf(plan);
  if (baseRevision > revision) refuse('stale', 'The draft has no such revision.', [{ path: 'baseRevision', message: 'is ahead', current: revision }]);
  const edition = editionOf(world, plan, no);
  const conflicts = changes.flatMap((change) => conflictsOf(edition, change, baseRevision));
  if (conflicts.length > 0) refuse('plan.conflict', 'Somebody else has changed this meanwhile.', conflicts);
  changes.forEach((change, i) => {
    if ('remove' in change && pieceAt(edition.content, `${change.in}/${change.remove}`) === null)
      refuse('invalid', 'There is nothing of this name to remove.', [{ path: `changes.${i}.remove`, message: 'unknown' }]);
  });
  const next = PlanContent.safeParse(withChanges(edition.content, changes));
  if (!next.success)
    return refuse(
      'invalid',
      'It would be no plan any more.',
      next.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  if (JSON.stringify(next.data).length > MOST_BYTES) refuse('invalid', 'A plan has at most 600,000 letters.');
  if (!kindsOf(actor).includes(next.data.kind)) refuse('not-permitted', 'This seat does not write plans of this kind.');
  return done(plan, { type: 'plan.edited', planId: plan.id, no, revision: revision + 1, changes });
}

/** The pieces that the change touches and that have changed since its writer saw them; one that says the same already is no conflict. */
function conflictsOf({ content, touched }: Edition, change: Change, seen: number): RefusalDetail[] {
  return piecesOf(change).flatMap((piece) => {
    const current = pieceAt(content, piece);
    if ((touched[piece] ?? 0) <= seen || same(current, wanted(change, piece))) return [];
    return [{ path: piece, message: 'was changed meanwhile', current }];
  });
}

function wanted(change: Change, piece: string): unknown {
  if ('set' in change) return change.set[piece as keyof typeof change.set];
  return 'put' in change ? change.put : null;
}
