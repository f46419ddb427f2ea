import type { Incident } from '#shared/incident/state.ts';

export const FIGURES = ['dead', 'missing', 'seriousInjured', 'minorInjured', 'trapped', 'evacuated'] as const;

/** `死亡 2 · 失踪 3`: what was given and is not 0. */
export const figuresOf = ({ casualties }: Pick<Incident, 'casualties'>, t: (key: string) => string): string =>
  FIGURES.flatMap((figure) => (casualties[figure] ? [`${t(`incident.figure.${figure}`)} ${casualties[figure]}`] : [])).join(' · ');
