import { Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { stepsBy, type Step } from './replay.ts';
import { fullTime } from './full-time.ts';

interface TimeSliderProps {
  steps: readonly Step[];
  /** Milliseconds. */
  at: number;
  onAt: (at: number) => void;
}

/** Seconds of the past to a second of watching. `whole`: all of it in half a minute. */
const SPEEDS = [60, 300, 1800, 'whole'] as const;
const WHOLE_S = 30;
const BEAT_MS = 100;
/** A minute an incident's life lasts at the least, so that one entry has room. */
const LEAST_MS = 60_000;

/** Time, to be drawn, stepped through by the arrows and played. Each mark is something that happened. */
export function TimeSlider({ steps, at, onAt }: TimeSliderProps) {
  const { t } = useTranslation();
  const first = Date.parse(steps[0]?.at ?? '');
  const span = Math.max(LEAST_MS, Date.parse(steps.at(-1)?.at ?? '') - first);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('whole');
  const count = stepsBy(steps, at);
  const end = first + span;

  useEffect(() => {
    if (!playing) return;
    const by = speed === 'whole' ? (span / WHOLE_S) * (BEAT_MS / 1000) : speed * BEAT_MS;
    const timer = setTimeout(() => (at >= end ? setPlaying(false) : onAt(Math.min(end, at + by))), BEAT_MS);
    return () => clearTimeout(timer);
  }, [playing, speed, at, end, span, onAt]);

  const toStep = (n: number): void => {
    const step = steps[Math.max(0, Math.min(steps.length - 1, n))];
    setPlaying(false);
    if (step) onAt(Date.parse(step.at));
  };
  const play = (): void => {
    if (!playing && at >= end) onAt(first);
    setPlaying(!playing);
  };
  useShortcut('ArrowLeft', 'history.previous', () => toStep(count - 2));
  useShortcut('ArrowRight', 'history.next', () => toStep(count));
  useShortcut('Home', 'history.first', () => toStep(0));
  useShortcut('End', 'history.last', () => toStep(steps.length - 1));
  useShortcut(' ', 'history.play', play);

  return (
    <section className="his-time" aria-label={t('history.time')}>
      <Button
        type="primary"
        onClick={play}
        aria-label={t(playing ? 'history.pause' : 'history.play')}
        title={`${t(playing ? 'history.pause' : 'history.play')} (Space)`}
      >
        {playing ? '❚❚' : '▶'}
      </Button>
      <Button onClick={() => toStep(count - 2)} disabled={count <= 1} aria-label={t('history.previous')} title={`${t('history.previous')} (←)`}>
        ‹
      </Button>
      <Button onClick={() => toStep(count)} disabled={count >= steps.length} aria-label={t('history.next')} title={`${t('history.next')} (→)`}>
        ›
      </Button>
      <time className="his-now" dateTime={new Date(at).toISOString()}>
        {fullTime(at)}
      </time>
      <span className="his-track">
        <span className="his-marks" aria-hidden>
          {steps.map((step, i) => (
            <i key={step.seq} data-past={i < count} style={{ left: `${((Date.parse(step.at) - first) / span) * 100}%` }} />
          ))}
        </span>
        <input
          type="range"
          min={0}
          max={span}
          step={1000}
          value={at - first}
          aria-label={t('history.time')}
          aria-valuetext={fullTime(at)}
          onChange={(event) => {
            setPlaying(false);
            onAt(first + Number(event.target.value));
          }}
        />
      </span>
      <span className="his-count">{t('history.stepOf', { n: count, all: steps.length })}</span>
      <Segmented<(typeof SPEEDS)[number]>
        size="small"
        value={speed}
        onChange={setSpeed}
        aria-label={t('history.speed')}
        options={SPEEDS.map((value) => ({ value, label: value === 'whole' ? t('history.whole') : `${value}×` }))}
      />
    </section>
  );
}
