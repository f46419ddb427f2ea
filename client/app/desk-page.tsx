import { lazy, Suspense } from 'react';
import { Desk } from '#client/features/incident/desk.tsx';
import type { DetailPart } from '#client/features/incident/detail-part.ts';
import type { MapExtrasProps } from '#client/map/map-extras.ts';

/** What other features show of the selected incident, as tabs beside its timeline. A feature never imports another: they meet here. */
const PARTS: readonly DetailPart[] = [];

const SketchTools = lazy(async () => ({ default: (await import('#client/features/sketch/sketch-tools.tsx')).SketchTools }));

function MapExtras(props: MapExtrasProps) {
  return (
    <Suspense>
      <SketchTools {...props} />
    </Suspense>
  );
}

export function DeskPage() {
  return <Desk parts={PARTS} MapExtras={MapExtras} />;
}
