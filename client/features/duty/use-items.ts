import { useMemo } from 'react';
import { handoverItems, type HandoverItem } from '#shared/duty/items.ts';
import type { HandedItem, Handover } from '#shared/duty/state.ts';
import type { Answer } from '#shared/order.ts';
import { useDocuments, viewOf } from '#client/store/world.ts';

/** What an organisation has open now, as far as this seat may see it. */
export function useCurrentItems(org: string): readonly HandoverItem[] {
  const [incident, report, instruction] = [useDocuments('incident'), useDocuments('report'), useDocuments('instruction')];
  const [alert, callout] = [useDocuments('alert'), useDocuments('callout')];
  return useMemo(() => handoverItems(viewOf({ incident, report, instruction, alert, callout }), org), [incident, report, instruction, alert, callout, org]);
}

export type SheetItem = Omit<HandedItem, 'addedAt'> & { addedAt?: string };

/** What is on the sheet, and on an open one what has come since. A refusal names what this seat can't see. */
export function useSheetItems(handover: Handover, answer: Answer | undefined): readonly SheetItem[] {
  const current = useCurrentItems(handover.org);
  return useMemo(() => {
    if (handover.status !== 'open') return handover.items;
    const known = new Set(handover.items.map(({ key }) => key));
    const added: SheetItem[] = current.filter(({ key }) => !known.has(key));
    for (const { key } of added) known.add(key);
    const unseen = answer && !answer.ok && answer.code === 'duty.unowned' ? (answer.details ?? []).filter(({ path }) => !known.has(path)) : [];
    return [...handover.items, ...added, ...unseen.map(({ path, message }): SheetItem => ({ key: path, kind: 'incident', incidentId: '', number: message }))];
  }, [handover, current, answer]);
}
