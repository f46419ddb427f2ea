import { mayRead } from '#shared/readers.ts';
import { Router } from 'express';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';

/** The incidents that a seat sees now, for other maps. WGS-84, as GeoJSON demands. */
export function geojsonRoutes({ world }: Core): Router {
  const router = Router();
  router.get('/incidents.geojson', (_req, res) => {
    const rooms = new Set(signedInOf(res).seat.rooms);
    const features = [...world.all('incident')]
      .filter((incident) => mayRead(rooms, incident.readers))
      .map(({ id, number, title, typeCode, place, severity, status, exercise, occurredAt, loggedAt }) => ({
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
      }));
    res.type('application/geo+json').send(JSON.stringify({ type: 'FeatureCollection', features }));
  });
  return router;
}
