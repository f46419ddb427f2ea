import type { Incident } from '#shared/incident/state.ts';
import { mayRead } from '#shared/readers.ts';
import { isHoliday } from '#shared/rulebook/state.ts';
import { certifiedLevel, insuredAt } from '#shared/team/category.ts';
import { readyAt } from '#shared/team/ready.ts';
import type { Team } from '#shared/team/state.ts';
import { Router } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { query } from './query.ts';
import { Search, searchAll } from './search.ts';
import { handle } from './send.ts';

/** Incidents for other maps: those that a seat sees now or, when something is asked for, all that a search finds. WGS-84, as GeoJSON demands. */
export function geojsonRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/incidents.geojson',
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const asked = query(Search, req);
      const incidents = Object.keys(req.query).length > 0 ? await searchAll(core, 'incident', asked, seat) : seenNow(core, new Set(seat.rooms));
      res.type('application/geo+json').send(JSON.stringify({ type: 'FeatureCollection', features: incidents.map(featureOf) }));
    }),
  );
  router.get(
    '/teams.geojson',
    handle((_req, res) => {
      const now = core.clock.now().toISOString();
      const rooms = new Set(signedInOf(res).seat.rooms);
      const holiday = isHoliday(core.world, now);
      const teams = [...core.world.all('team')].filter(({ readers }) => mayRead(rooms, readers));
      res.type('application/geo+json').send(JSON.stringify({ type: 'FeatureCollection', features: teams.map((team) => teamFeature(team, now, holiday)) }));
    }),
  );
  return router;
}

/** Without its leader, its people and the words of its address, which may be somebody's home. */
function teamFeature(team: Team, now: string, holiday: boolean): object {
  const { id, name, org, status, base, categories, strength, rangeKm, responseMinutes } = team;
  const duty = readyAt(team, now, holiday);
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [base.lng, base.lat] },
    properties: {
      name,
      org,
      adcode: base.adcode,
      status,
      capabilities: categories.map(({ category }) => ({ category, level: certifiedLevel(team, category, now) ?? null })),
      members: strength.members,
      insured: insuredAt(strength, now),
      rangeKm,
      responseMinutes,
      ready: status === 'registered' && duty.ready,
      readyUntil: duty.until ?? null,
    },
  };
}

const seenNow = ({ world }: Core, rooms: ReadonlySet<string>): Incident[] => [...world.all('incident')].filter(({ readers }) => mayRead(rooms, readers));

function featureOf({ id, number, title, typeCode, place, severity, status, exercise, occurredAt, loggedAt }: Incident): object {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [place.lng, place.lat] },
    properties: {
      number,
      title,
      typeCode,
      adcode: place.adcode,
      place: place.text,
      severity: severity?.value ?? null,
      status,
      exercise,
      occurredAt: occurredAt ?? null,
      loggedAt,
    },
  };
}
