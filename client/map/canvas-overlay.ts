import L from 'leaflet';

/** What a painter is given: a canvas in layer points, and how to place a position on it. */
export interface Brush {
  ctx: CanvasRenderingContext2D;
  bounds: L.LatLngBounds;
  place(lat: number, lng: number): L.Point;
}

/** How much more than the view is painted, so that a pan shows what is there already. */
const PADDING = 0.25;

/** A canvas over the map, painted at most once a frame and only when something changed or a pan left what was painted. */
export class CanvasOverlay extends L.Layer {
  readonly #paint: (brush: Brush) => void;
  readonly #canvas = document.createElement('canvas');
  #leaflet: L.Map | undefined;
  #frame = 0;
  #painted: L.LatLngBounds | undefined;
  #corner: L.LatLng | undefined;
  #zoom = 0;

  constructor(paint: (brush: Brush) => void) {
    super();
    this.#paint = paint;
    this.#canvas.className = 'map-canvas leaflet-zoom-animated';
    this.#canvas.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: L.Map): this {
    this.#leaflet = map;
    map.getPane('overlayPane')?.append(this.#canvas);
    this.changed();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#canvas.remove();
    this.#leaflet = undefined;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      move: () => this.#moved(),
      moveend: () => this.#moved(),
      viewreset: () => this.changed(),
      zoomend: () => this.changed(),
      resize: () => this.changed(),
      // Leaflet's own typing of events is by name; this one carries centre and zoom.
      zoomanim: (event) => this.#zooming(event as L.ZoomAnimEvent),
    };
  }

  /** Something that is painted changed. */
  changed(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#repaint());
  }

  #moved(): void {
    const map = this.#leaflet;
    if (map && !(map.getZoom() === this.#zoom && this.#painted?.contains(map.getBounds()))) this.changed();
  }

  #repaint(): void {
    this.#frame = 0;
    const map = this.#leaflet;
    const ctx = this.#canvas.getContext('2d');
    if (!map || !ctx) return;
    const size = map.getSize();
    const pad = size.multiplyBy(PADDING).round();
    const origin = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    const full = size.add(pad.multiplyBy(2));
    this.#resize(full);
    L.DomUtil.setTransform(this.#canvas, origin, 1);
    this.#corner = map.layerPointToLatLng(origin);
    this.#zoom = map.getZoom();
    this.#painted = L.latLngBounds(this.#corner, map.layerPointToLatLng(origin.add(full)));
    const scale = devicePixelRatio;
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    ctx.clearRect(0, 0, full.x, full.y);
    ctx.translate(-origin.x, -origin.y);
    this.#paint({ ctx, bounds: this.#painted, place: (lat, lng) => map.latLngToLayerPoint([lat, lng]) });
  }

  #resize(full: L.Point): void {
    const [width, height] = [Math.round(full.x * devicePixelRatio), Math.round(full.y * devicePixelRatio)];
    if (this.#canvas.width === width && this.#canvas.height === height) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#canvas.style.width = `${full.x}px`;
    this.#canvas.style.height = `${full.y}px`;
  }

  /** While Leaflet animates a zoom, the picture is scaled to where it will be. */
  #zooming({ center, zoom }: L.ZoomAnimEvent): void {
    const map = this.#leaflet;
    if (!map || !this.#corner) return;
    const pane = L.DomUtil.getPosition(map.getPane('mapPane') ?? this.#canvas);
    const newOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane);
    const at = map.project(this.#corner, zoom).subtract(newOrigin).round();
    L.DomUtil.setTransform(this.#canvas, at, map.getZoomScale(zoom, this.#zoom));
  }
}
