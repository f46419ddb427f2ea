import { lazy, Suspense } from 'react';
import { DeadlineStrip } from '#client/features/deadline/deadline-strip.tsx';
import { DispatchCount } from '#client/features/dispatch/dispatch-count.tsx';
import { DispatchStrip } from '#client/features/dispatch/dispatch-strip.tsx';
import { FileCount } from '#client/features/file/file-count.tsx';
import { Desk } from '#client/features/incident/desk.tsx';
import type { DetailPart } from '#client/features/incident/detail-part.ts';
import { Statistics } from '#client/features/incident/statistics.tsx';
import { TiesCount } from '#client/features/incident/ties-count.tsx';
import { InstructionCount } from '#client/features/instruction/instruction-count.tsx';
import type { MapExtrasProps } from '#client/map/map-extras.ts';
import { ResponseCount } from '#client/features/response/response-count.tsx';
import { ReportCount } from '#client/features/report/report-count.tsx';

/** What other features show of the selected incident, as tabs beside its timeline. A feature never imports another: they meet here. */
const PARTS: readonly DetailPart[] = [
  {
    id: 'report',
    labelKey: 'report.title',
    Panel: lazy(async () => ({ default: (await import('#client/features/report/report-panel.tsx')).ReportPanel })),
    Count: ReportCount,
  },
  {
    id: 'response',
    labelKey: 'response.tab',
    Panel: lazy(async () => ({ default: (await import('#client/features/response/response-panel.tsx')).ResponsePanel })),
    Count: ResponseCount,
  },
  {
    id: 'dispatch',
    labelKey: 'dispatch.tab',
    Panel: lazy(async () => ({ default: (await import('#client/features/dispatch/dispatch-panel.tsx')).DispatchPanel })),
    Count: DispatchCount,
  },
  {
    id: 'instruction',
    labelKey: 'instruction.tab',
    Panel: lazy(async () => ({ default: (await import('#client/features/instruction/instruction-panel.tsx')).InstructionPanel })),
    Count: InstructionCount,
  },
  {
    id: 'ties',
    labelKey: 'ties.tab',
    Panel: lazy(async () => ({ default: (await import('#client/features/incident/ties-panel.tsx')).TiesPanel })),
    Count: TiesCount,
  },
  {
    id: 'files',
    labelKey: 'file.tab',
    Panel: lazy(async () => ({ default: (await import('#client/features/file/files-panel.tsx')).FilesPanel })),
    Count: FileCount,
  },
  {
    id: 'finding',
    labelKey: 'finding.tab',
    Panel: lazy(async () => ({ default: (await import('#client/features/finding/finding-panel.tsx')).FindingPanel })),
  },
];

const LazyCaller = lazy(async () => ({ default: (await import('#client/features/person/caller.tsx')).Caller }));

function Caller(props: { incidentId: string }) {
  return (
    <Suspense>
      <LazyCaller {...props} />
    </Suspense>
  );
}

const SketchTools = lazy(async () => ({ default: (await import('#client/features/sketch/sketch-tools.tsx')).SketchTools }));

function MapExtras(props: MapExtrasProps) {
  return (
    <Suspense>
      <SketchTools {...props} />
    </Suspense>
  );
}

const STRIP = (
  <>
    <Statistics />
    <DeadlineStrip />
    <DispatchStrip />
  </>
);

export function DeskPage() {
  return <Desk parts={PARTS} Caller={Caller} MapExtras={MapExtras} strip={STRIP} />;
}
