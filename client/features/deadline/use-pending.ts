import { useMemo } from 'react';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { useDocument, useDocuments } from '#client/store/world.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Actor } from '#shared/seat.ts';
import type { DeadlineRule } from '#shared/rulebook/tables.ts';
import { pendingOf, type Pending } from '#shared/report/pending.ts';

/** How often stages are looked at again: a countdown ticks for itself. */
const LOOK_EVERY_MS = 5_000;

export function usePending(actor: Pick<Actor, 'role' | 'org'>): readonly Pending[] {
  const incidents = useDocuments('incident');
  const exercise = useMode() === 'drill';
  const now = useTick(LOOK_EVERY_MS, serverNow);
  const { role, org } = actor;
  return useMemo(
    () =>
      pendingOf(
        [...incidents.values()].filter((one) => one.exercise === exercise),
        { role, org },
        now,
      ),
    [incidents, exercise, role, org, now],
  );
}

/** The rule of a deadline in words, by its id; the id itself while the table is not known. */
export function useRuleWords(): (rule: string) => { name: string; row?: DeadlineRule } {
  const book = useDocument('rulebook', 'report-deadlines');
  const english = languageNow() === 'en';
  return (id) => {
    // The rows of this table were parsed by its schema.
    const row = book?.rows.find((one) => one.id === id) as DeadlineRule | undefined;
    return row ? { name: english ? row.en : row.zh, row } : { name: id };
  };
}
