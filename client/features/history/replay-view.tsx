import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapView } from '#client/map/map-view.tsx';
import { api } from '#client/store/api.ts';
import { Empty, Notice, Skeleton } from '#client/ui/notice.tsx';
import { docsAfter, fixedSource, stepsBy, type Step } from './replay.ts';
import { ReplayFacts } from './replay-facts.tsx';
import { TimeSlider } from './time-slider.tsx';

const NOBODY: ReadonlySet<string> = new Set();
const all = (): boolean => true;

/** An incident as it was at any moment of its life: map, numbers and entries, with time to be moved. */
export function ReplayView({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const [told, setTold] = useState<{ steps: readonly Step[] } | 'failed'>();
  useEffect(() => {
    let wanted = true;
    api<{ steps: Step[] }>(`/incidents/${id}/history`).then(
      (answer) => wanted && setTold(answer),
      (error: unknown) => {
        console.warn(error);
        if (wanted) setTold('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, [id, round]);
  const again = (): void => {
    setTold(undefined);
    setRound(round + 1);
  };
  return (
    <div className="his-replay">
      <header className="his-head">
        <Button size="small" onClick={onBack}>
          {t('history.back')}
        </Button>
        <h2>{t('history.replay')}</h2>
        <Button size="small" onClick={again}>
          {t('history.reload')}
        </Button>
      </header>
      {told === undefined && <Skeleton rows={8} label={t('common.loading')} />}
      {told === 'failed' && (
        <Notice tone="no">
          {t('history.replayFailed')}{' '}
          <Button size="small" onClick={again}>
            {t('common.action.retry')}
          </Button>
        </Notice>
      )}
      {typeof told === 'object' &&
        (told.steps.length > 0 ? <Replay key={round} steps={told.steps} /> : <Empty title={t('history.none')} hint={t('history.noneHint')} />)}
    </div>
  );
}

function Replay({ steps }: { steps: readonly Step[] }) {
  const [at, setAt] = useState(() => Date.parse(steps.at(-1)?.at ?? ''));
  const count = Math.max(1, stepsBy(steps, at));
  const puts = useMemo(() => docsAfter(steps, count), [steps, count]);
  const source = useMemo(() => fixedSource(puts), [puts]);
  const step = steps[count - 1];
  return (
    <>
      <ReplayFacts puts={puts} step={step} />
      <MapView shown={all} source={source} selected={puts.find(({ kind }) => kind === 'incident')?.id} fresh={NOBODY} />
      <TimeSlider steps={steps} at={at} onAt={setAt} />
    </>
  );
}
