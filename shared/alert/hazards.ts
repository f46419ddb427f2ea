/** Hazards that are warned of (rules B.3) and who may say that they come. */
export const ISSUERS = ['met', 'hydrology', 'water', 'natural-resources', 'forestry', 'environment', 'health', 'cyber', 'government'] as const;
export type IssuerKind = (typeof ISSUERS)[number];

interface Hazard {
  zh: string;
  en: string;
  /** The class of incident that it threatens with. */
  typeCode: string;
  /** HY22 10-11: a signal of the weather comes from a met station alone; floods from hydrology, flash floods from water. */
  issuers: readonly [IssuerKind, ...IssuerKind[]];
}

const of = (zh: string, en: string, typeCode: string, ...issuers: [IssuerKind, ...IssuerKind[]]): Hazard => ({ zh, en, typeCode, issuers });

export const HAZARDS = {
  typhoon: of('台风', 'Typhoon', 'N02.2', 'met'),
  rainstorm: of('暴雨', 'Rainstorm', 'N02.1', 'met'),
  snowstorm: of('暴雪', 'Snowstorm', 'N02.6', 'met'),
  'cold-wave': of('寒潮', 'Cold wave', 'N02.6', 'met'),
  gale: of('大风', 'Gale', 'N02.4', 'met'),
  sandstorm: of('沙尘暴', 'Sandstorm', 'N02', 'met'),
  heat: of('高温', 'Heat', 'N02.7', 'met'),
  drought: of('干旱', 'Drought', 'N01.6', 'met', 'hydrology', 'water'),
  lightning: of('雷电', 'Lightning', 'N02.3', 'met'),
  hail: of('冰雹', 'Hail', 'N02.5', 'met'),
  frost: of('霜冻', 'Frost', 'N02.6', 'met'),
  fog: of('大雾', 'Dense fog', 'N02.8', 'met'),
  haze: of('霾', 'Haze', 'N02', 'met'),
  'road-ice': of('道路结冰', 'Icy roads', 'N02.6', 'met'),
  flood: of('洪水', 'Flood', 'N01.1', 'hydrology'),
  'flash-flood': of('山洪', 'Flash flood', 'N01.2', 'water'),
  geological: of('地质灾害气象风险', 'Geological hazard', 'N04', 'natural-resources'),
  'forest-fire': of('森林火险', 'Forest fire danger', 'N06', 'met', 'forestry', 'government'),
  waterlogging: of('城市内涝', 'Waterlogging', 'N01.3', 'water', 'government'),
  'air-pollution': of('空气重污染', 'Heavy air pollution', 'A11', 'environment', 'government'),
  'public-health': of('公共卫生', 'Public health', 'H', 'health', 'government'),
  cyber: of('网络安全', 'Cyber security', 'S07', 'cyber', 'government'),
  other: of('其他突发事件', 'Other emergency', 'N', 'government'),
} as const satisfies Record<string, Hazard>;
export type HazardCode = keyof typeof HAZARDS;
export const HAZARD_CODES = Object.keys(HAZARDS) as [HazardCode, ...HazardCode[]];

export const isMet = (hazard: HazardCode): boolean => HAZARDS[hazard].issuers.every((issuer) => issuer === 'met');

export const mayWarnOf = (hazard: HazardCode, issuer: IssuerKind): boolean => (HAZARDS[hazard].issuers as readonly IssuerKind[]).includes(issuer);

/** Red is the worst. The word stands beside the colour wherever it is shown. */
export const COLOURS = ['red', 'orange', 'yellow', 'blue'] as const;
export type Colour = (typeof COLOURS)[number];

/** 1 is the worst, as with incidents. */
export const levelOf = (colour: Colour): 1 | 2 | 3 | 4 => (COLOURS.indexOf(colour) + 1) as 1 | 2 | 3 | 4;

/** Two persons say so: a false one of these empties schools and villages. */
export const needsTwo = (colour: Colour): boolean => colour === 'red' || colour === 'orange';
