import { useRulebook } from '#client/store/rulebook.ts';
import type { Ladder } from '#shared/rulebook/tables.ts';

/** The ladders by which a level is proposed, as they hold now. */
export const useLadders = (): readonly Ladder[] => useRulebook('severity');
