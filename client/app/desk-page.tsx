import { Desk } from '#client/features/incident/desk.tsx';
import type { DetailPart } from '#client/features/incident/detail-part.ts';

/** What other features show of the selected incident, as tabs beside its timeline. A feature never imports another: they meet here. */
const PARTS: readonly DetailPart[] = [];

export function DeskPage() {
  return <Desk parts={PARTS} />;
}
