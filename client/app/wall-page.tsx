import { WallDeadlines } from '#client/features/deadline/wall-deadlines.tsx';
import { WallTeams, WallTeamsNumber } from '#client/features/dispatch/wall-teams.tsx';
import { Wall } from '#client/features/incident/wall.tsx';

const COLUMN = (
  <>
    <WallDeadlines />
    <WallTeams />
  </>
);

/** The wall's numbers and columns come from more than one feature: they meet here. */
export function WallPage() {
  return <Wall deadlines={COLUMN} teams={<WallTeamsNumber />} />;
}
