import { WallDeadlines } from '#client/features/deadline/wall-deadlines.tsx';
import { Wall } from '#client/features/incident/wall.tsx';

/** The wall's columns come from more than one feature: they meet here. */
export function WallPage() {
  return <Wall deadlines={<WallDeadlines />} />;
}
