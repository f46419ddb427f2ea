import L from 'leaflet';
import { toGcj } from './gcj.ts';

/** The three steps by which Leaflet 1.9 lays tiles; its typings leave them out. */
interface TileSteps {
  _getTiledPixelBounds(center: L.LatLng): L.Bounds;
  _setZoomTransform(level: unknown, center: L.LatLng, zoom: number): void;
  _setZoomTransforms(center: L.LatLng, zoom: number): void;
  _onMoveEnd(): void;
}

const Steps = L.TileLayer as unknown as new (url: string, options?: L.TileLayerOptions) => L.TileLayer & TileSteps & { _map: L.Map };

/**
 * Tiles drawn in GCJ-02, laid so that a WGS-84 marker lies right on them: the grid is asked for the tiles around the
 * GCJ-02 position of the map's centre and moved by the difference. The shift changes by about a metre in a kilometre,
 * so it is right at the centre and off by less than a pixel or two at the edge of the screen.
 */
export class GcjTileLayer extends Steps {
  override _getTiledPixelBounds(center: L.LatLng): L.Bounds {
    return super._getTiledPixelBounds(shifted(center));
  }

  override _setZoomTransform(level: unknown, center: L.LatLng, zoom: number): void {
    super._setZoomTransform(level, shifted(center), zoom);
  }

  override _onMoveEnd(): void {
    super._onMoveEnd();
    this._setZoomTransforms(this._map.getCenter(), this._map.getZoom());
  }
}

function shifted(center: L.LatLng): L.LatLng {
  const { lng, lat } = toGcj(center);
  return L.latLng(lat, lng);
}
