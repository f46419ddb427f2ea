import { useEffect } from 'react';
import { serverNow } from '#client/store/connection.ts';
import { useMode } from '#client/store/mode.ts';
import { usePositions } from '#client/store/positions.ts';
import { documentsNow, onChanges, useDocuments } from '#client/store/world.ts';
import { isHoliday } from '#shared/rulebook/state.ts';
import { useTick } from '#client/ui/use-tick.ts';
import type { Board } from './board.ts';
import { stagingMarks, teamMarks } from './team-marks.ts';

/** Keeps the teams on the map as the documents and their phones say. Of the past it shows none: where they were is not kept. */
export function useTeams(board: Board | undefined, source: typeof onChanges): void {
  const exercise = useMode() === 'drill';
  const teams = useDocuments('team');
  const dispatches = useDocuments('dispatch');
  const missions = useDocuments('mission');
  const positions = usePositions();
  const minute = Math.floor(useTick(60_000, serverNow) / 60_000);
  useEffect(() => {
    if (!board) return;
    if (source !== onChanges) return board.teams.update({ teams: [], stagings: [] });
    const now = new Date(minute * 60_000).toISOString();
    // The table changes once a year: it is read with the minute.
    const holiday = isHoliday({ get: (kind, id) => documentsNow(kind).get(id) }, now);
    const marks = teamMarks({ teams: teams.values(), dispatches, missions: missions.values(), positions, exercise, now, holiday });
    board.teams.update({ teams: marks, stagings: stagingMarks(dispatches.values(), exercise) });
  }, [board, source, teams, dispatches, missions, positions, exercise, minute]);
}
