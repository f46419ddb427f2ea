import { useEffect, useState } from 'react';
import type { LngLat } from '#shared/geo.ts';
import { loadBase, type BaseData } from '#client/map/counties.ts';
import { useWords } from './use-words.ts';
import { distanceWords, fitted, wayOf, type Frame } from './way.ts';

const FRAME: Frame = { width: 358, height: 168 };
const RIM = 36;
/** Nearer than this the words would lie on each other. */
const LABEL_ROOM = 44;

/** The way as a sketch: base, staging point and incident over the outlines of the counties. No tiles, so no network. */
export function WaySketch({ base, staging, incident }: { base: LngLat | undefined; staging: LngLat; incident: LngLat }) {
  const t = useWords();
  const outlines = useOutlines();
  const at = fitted(base ? [base, staging, incident] : [staging, incident], FRAME, RIM);
  const way = base && wayOf(base, staging);
  const [from, to, there] = [base && at(base), at(staging), at(incident)];
  const label = way ? t('way.sketch', { km: distanceWords(way.metres), bearing: t(`bearing.${way.bearing}`) }) : t('way.staging');
  return (
    <svg className="sketch" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={label}>
      {outlines && <Outlines of={outlines} at={at} />}
      {from && <line className="sketch-way" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />}
      <path className="sketch-incident" d={`M${there.x} ${there.y - 8}l8 14h-16z`} />
      {from && <circle className="sketch-base" cx={from.x} cy={from.y} r="6" />}
      <path className="sketch-staging" d={`M${to.x} ${to.y}v-22h18l-5 6 5 6h-18`} />
      {Math.hypot(there.x - to.x, there.y - to.y) > LABEL_ROOM && <Label at={there} text={t('way.incident')} below />}
      {from && <Label at={from} text={t('way.base')} below={from.y < to.y} />}
      <Label at={to} text={t('way.staging')} below={!from || to.y >= from.y} />
      <path className="sketch-north" d="M340 30V12m-5 6 5-7 5 7" />
      <text x="340" y="44" textAnchor="middle">
        N
      </text>
    </svg>
  );
}

function Label({ at: { x, y }, text, below }: { at: { x: number; y: number }; text: string; below: boolean }) {
  const inside = Math.min(Math.max(x, 34), FRAME.width - 34);
  return (
    <text x={inside} y={below ? y + 22 : y - 28} textAnchor="middle">
      {text}
    </text>
  );
}

type At = ReturnType<typeof fitted>;

function Outlines({ of: { counties, rivers }, at }: { of: BaseData; at: At }) {
  const path = (line: readonly (readonly number[])[]): string => line.map(([lng = 0, lat = 0], n) => `${n === 0 ? 'M' : 'L'}${point(at, lng, lat)}`).join('');
  const rings = counties.features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()));
  return (
    <g className="sketch-base-map">
      <path className="sketch-land" d={rings.map((ring) => `${path(ring)}Z`).join('')} />
      <path className="sketch-river" d={rivers.features.map(({ geometry }) => path(geometry.coordinates)).join('')} />
    </g>
  );
}

function point(at: At, lng: number, lat: number): string {
  const { x, y } = at({ lng, lat });
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** The outlines are a help; without them the sketch has its three places, its distance and its bearing. */
function useOutlines(): BaseData | undefined {
  const [data, setData] = useState<BaseData>();
  useEffect(() => {
    let gone = false;
    loadBase().then(
      (base) => gone || setData(base),
      (error: unknown) => console.warn('The sketch has no outlines.', error),
    );
    return () => void (gone = true);
  }, []);
  return data;
}
