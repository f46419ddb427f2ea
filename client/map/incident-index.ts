import Supercluster from 'supercluster';
import { worse, type Mark } from './mark.ts';

/** The little of an incident that the map draws. */
export interface Spot {
  id: string;
  lng: number;
  lat: number;
  mark: Mark;
  title: string;
  /** Milliseconds of its last entry. */
  at: number;
}

export interface Group {
  cluster: number;
  count: number;
  lng: number;
  lat: number;
  /** The gravest mark inside. */
  mark: Mark;
  at: number;
}

interface Inside {
  mark: Mark;
  at: number;
}

export type Bounds = [west: number, south: number, east: number, north: number];

/** Beyond this zoom nothing is grouped. */
export const LAST_GROUPED_ZOOM = 15;

/**
 * The incidents by place. What only changed its looks is taken in at once; what came, moved or went needs the groups
 * built again (some 25 ms for 10,000), which the owner does when it has the time.
 */
export class IncidentIndex {
  readonly #spots = new Map<string, Spot>();
  #groups = build([]);
  /** Spots that came since the groups were built: drawn singly until then. */
  readonly #recent = new Map<string, Spot>();
  /** Whether the groups hold what went or moved. */
  #outdated = false;
  #apart: string | undefined;

  get size(): number {
    return this.#spots.size;
  }

  /** Whether the groups no longer say what the spots are. */
  get stale(): boolean {
    return this.#outdated || this.#recent.size > 0;
  }

  get(id: string): Spot | undefined {
    return this.#spots.get(id);
  }

  put(spot: Spot): void {
    const held = this.#spots.get(spot.id);
    this.#spots.set(spot.id, spot);
    if (!held || this.#recent.has(spot.id)) this.#recent.set(spot.id, spot);
    else if (held.lng !== spot.lng || held.lat !== spot.lat || held.mark !== spot.mark) this.#outdated = true;
  }

  drop(id: string): void {
    if (this.#spots.delete(id)) this.#outdated = true;
    this.#recent.delete(id);
  }

  /** Takes one spot out of the groups: it is shown by itself elsewhere. */
  setApart(id: string | undefined): void {
    if (this.#apart === id) return;
    this.#apart = id;
    this.#outdated = true;
  }

  clear(): void {
    this.#spots.clear();
    this.#recent.clear();
    this.#outdated = true;
  }

  rebuild(): void {
    this.#groups = build([...this.#spots.values()].filter(({ id }) => id !== this.#apart));
    this.#recent.clear();
    this.#outdated = false;
  }

  /** Groups and single spots within bounds at a zoom. */
  within(bounds: Bounds, zoom: number): (Spot | Group)[] {
    const found: (Spot | Group)[] = [];
    for (const { geometry, properties } of this.#groups.getClusters(bounds, Math.floor(zoom))) {
      const [lng = 0, lat = 0] = geometry.coordinates;
      if ('cluster' in properties)
        found.push({ cluster: properties.cluster_id, count: properties.point_count, lng, lat, mark: properties.mark, at: properties.at });
      else if (properties.id !== this.#apart) pushDefined(found, this.#spots.get(properties.id));
    }
    const [west, south, east, north] = bounds;
    for (const spot of this.#recent.values())
      if (spot.id !== this.#apart && spot.lng >= west && spot.lng <= east && spot.lat >= south && spot.lat <= north) found.push(spot);
    return found;
  }

  /** The zoom at which a group falls apart; past LAST_GROUPED_ZOOM it never does on its own. */
  expansionZoom(cluster: number): number {
    return this.#groups.getClusterExpansionZoom(cluster);
  }

  leaves(cluster: number, limit: number): Spot[] {
    const found: Spot[] = [];
    for (const { properties } of this.#groups.getLeaves(cluster, limit)) pushDefined(found, this.#spots.get(properties.id));
    return found;
  }
}

function build(spots: readonly Spot[]): Supercluster<Spot, Inside> {
  const index = new Supercluster<Spot, Inside>({
    // Pixels on the screen: Leaflet lays tiles of 256.
    radius: 54,
    extent: 256,
    maxZoom: LAST_GROUPED_ZOOM,
    map: ({ mark, at }) => ({ mark, at }),
    reduce: (into, from) => {
      into.mark = worse(into.mark, from.mark);
      into.at = Math.max(into.at, from.at);
    },
  });
  return index.load(spots.map((spot) => ({ type: 'Feature', properties: spot, geometry: { type: 'Point', coordinates: [spot.lng, spot.lat] } })));
}

function pushDefined<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}
