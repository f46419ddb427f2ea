import type L from 'leaflet';
import { formatClock } from '#client/ui/time.ts';
import { CanvasOverlay } from './canvas-overlay.ts';
import type { CreateLayer, MapLayer } from './layer.ts';
import { TEAM_LOOKS, type StagingMark, type TeamLook, type TeamMark } from './team-marks.ts';
import { paintTeams, readTeamPalette, type PaintedTeam } from './team-painter.ts';
import { createTooltip } from './tooltip.ts';

export interface TeamsShown {
  teams: readonly TeamMark[];
  stagings: readonly StagingMark[];
}

export interface TeamLayer extends MapLayer<TeamsShown> {
  setHidden(hidden: boolean): void;
  /** Whether one lies there. */
  covers(event: L.LeafletMouseEvent): boolean;
  reword(): void;
}

interface TeamOptions {
  scale: number;
  busy: (event: L.LeafletMouseEvent) => boolean;
  letter: (look: TeamLook) => string;
  describe: (mark: TeamMark) => string;
  /** The incident of a team that was clicked. */
  onSelect: (incidentId: string) => void;
}

const REACH_PX = 13;
/** Nearer than this, every team and zone has its name beside it. */
const NAMES_ZOOM = 11;
/** Over the whole city so many teams that wait would hide what happens: afar only those that are out are shown. */
const CROWD = 150;

export const createTeamLayer: CreateLayer<TeamsShown, TeamOptions, TeamLayer> = (map, { scale, busy, letter, describe, onSelect }) => {
  let shown: TeamsShown = { teams: [], stagings: [] };
  let palette = readTeamPalette();
  let hidden = false;
  let painted: PaintedTeam[] = [];
  const overlay = new CanvasOverlay((brush) => {
    painted = [];
    if (hidden) return;
    const { bounds } = brush;
    const seen = shown.teams.filter(({ lat, lng, to }) => bounds.contains([lat, lng]) || (to && bounds.contains([to.lat, to.lng])));
    const crowded = seen.length > CROWD;
    const drawn = seen.filter(({ look }) => !crowded || (look !== 'available' && look !== 'off')).sort((a, b) => rankOf(a) - rankOf(b));
    painted = paintTeams(brush, drawn, shown.stagings, { palette, letter, label, scale, names: map.getZoom() >= NAMES_ZOOM });
  }).addTo(map);
  const tooltip = createTooltip(map.getContainer());
  const label = ({ name, etaAt }: TeamMark): string => (etaAt === undefined ? name : `${name} ${formatClock(Date.parse(etaAt)).slice(0, 5)}`);

  const under = (event: L.LeafletMouseEvent): TeamMark | undefined =>
    hidden ? undefined : painted.findLast(({ at }) => at.distanceTo(event.layerPoint) <= REACH_PX * scale)?.mark;
  const hover = (event: L.LeafletMouseEvent): void => {
    const mark = busy(event) ? undefined : under(event);
    map.getContainer().classList.toggle('map-over-team', mark !== undefined);
    if (mark) tooltip.show(event.containerPoint, describe(mark));
    else tooltip.hide();
  };
  const click = (event: L.LeafletMouseEvent): void => {
    const incidentId = busy(event) ? undefined : under(event)?.incidentId;
    tooltip.hide();
    if (incidentId !== undefined) onSelect(incidentId);
  };
  map.on('mousemove', hover).on('mouseout movestart', tooltip.hide).on('click', click);

  return {
    update: (next) => {
      shown = next;
      overlay.changed();
    },
    setHidden: (next) => {
      hidden = next;
      overlay.changed();
    },
    covers: (event) => under(event) !== undefined,
    reword: () => overlay.changed(),
    restyle: () => {
      palette = readTeamPalette();
      overlay.changed();
    },
    remove: () => {
      map.off('mousemove', hover).off('mouseout movestart', tooltip.hide).off('click', click);
      tooltip.remove();
      overlay.remove();
    },
  };
};

/** What is out lies on top of what waits. */
const rankOf = ({ look }: TeamMark): number => TEAM_LOOKS.indexOf(look);
