type Point = readonly [x: number, y: number];

/** Three ranges of hills, far to near, in a box of 1440 by 420. */
const FAR: readonly Point[] = [
  [-60, 240],
  [70, 196],
  [170, 236],
  [300, 138],
  [420, 214],
  [520, 182],
  [640, 250],
  [770, 188],
  [860, 226],
  [1010, 118],
  [1130, 206],
  [1230, 160],
  [1340, 222],
  [1500, 140],
];
const MID: readonly Point[] = [
  [-80, 300],
  [130, 236],
  [270, 300],
  [430, 226],
  [590, 312],
  [740, 262],
  [880, 330],
  [1040, 262],
  [1130, 292],
  [1250, 230],
  [1380, 306],
  [1500, 270],
];
const NEAR: readonly Point[] = [
  [-90, 370],
  [60, 338],
  [230, 300],
  [420, 368],
  [610, 322],
  [800, 376],
  [1000, 316],
  [1190, 364],
  [1370, 302],
  [1530, 350],
];

/** Each beacon sees the next one: from the farthest summit to the nearest. */
const BEACONS: readonly (readonly [...Point, size: number])[] = [
  [1010, 118, 0.6],
  [300, 138, 0.62],
  [1250, 230, 0.95],
  [130, 236, 0.9],
  [230, 300, 1.5],
];

/** Hills with a chain of beacons, as the first emergency network was. Decoration only. */
export function Ridge() {
  return (
    <svg className="fh-ridge" viewBox="0 0 1440 420" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <radialGradient id="fh-ridge-glow" className="fh-ridge-glow">
        <stop offset="0" stopOpacity="0.5" />
        <stop offset="0.35" stopOpacity="0.16" />
        <stop offset="1" stopOpacity="0" />
      </radialGradient>
      <path className="fh-ridge-far" d={hills(FAR)} />
      <Beacons from={0} to={2} />
      <path className="fh-ridge-mid" d={hills(MID)} />
      <Beacons from={2} to={4} />
      <path className="fh-ridge-near" d={hills(NEAR)} />
      <Beacons from={4} to={5} />
    </svg>
  );
}

function Beacons({ from, to }: { from: number; to: number }) {
  return BEACONS.slice(from, to).map(([x, y, size]) => (
    <g key={x} transform={`translate(${x} ${y + 2}) scale(${size})`}>
      <circle cy="-17" r="34" fill="url(#fh-ridge-glow)" />
      <path className="fh-ridge-tower" d="M-5-12H5v2.6H3.9L5.4 0h-10.8l1.5-9.4H-5z" />
      <path className="fh-ridge-fire" d="M0-25c.6 2.6 3.4 3.9 3.4 7A3.4 3.4 0 0 1-3.4-18c0-2.6 2.7-3.9 3.4-7z" />
    </g>
  ));
}

/** A soft line over the summits and valleys, closed at the bottom. */
function hills(points: readonly Point[]): string {
  let path = '';
  let [fromX, fromY]: Point = points[0] ?? [0, 0];
  for (const [x, y] of points.slice(1)) {
    const bend = (x - fromX) * 0.45;
    path += `C${fromX + bend} ${fromY} ${x - bend} ${y} ${x} ${y}`;
    [fromX, fromY] = [x, y];
  }
  return `M${points[0]?.join(' ')}${path}V420H-100z`;
}
