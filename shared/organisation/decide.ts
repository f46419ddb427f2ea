import type { z } from 'zod';
import type { Decided } from '#shared/decide.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import type { AddOrganisation } from './orders.ts';

/** Organisations are a tree: city, counties, townships, villages; departments and teams hang on a region. */
export function decideOrganisationAdd(world: World, payload: z.infer<typeof AddOrganisation>, actor: Actor): Decided {
  if (actor.role !== 'administrator' && actor.role !== 'system') refuse('not-permitted', 'Only an administrator adds organisations.');
  const { organisationId: id, kind, name, nameEn, parent, lines } = payload;
  if (world.get('organisation', id)) refuse('organisation.exists', `The organisation ${id} is there already.`);
  if (parent !== undefined && !world.get('organisation', parent))
    refuse('organisation.unknown-parent', `There is no organisation ${parent} to stand above.`, [{ path: 'parent', message: 'unknown organisation' }]);
  return {
    events: [
      {
        type: 'organisation.added',
        organisation: { id, kind, name, nameEn: nameEn ?? name, ...(parent === undefined ? {} : { parent }), ...(lines === undefined ? {} : { lines }) },
      },
    ],
    refs: { organisation: id },
  };
}
