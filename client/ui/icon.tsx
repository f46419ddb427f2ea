/** Line icons of one hand, 16 by 16. They always stand beside a word or carry a label. */
const PATHS = {
  live: 'M8 9.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4M4.8 11.2a4.5 4.5 0 0 1 0-6.4M11.2 4.8a4.5 4.5 0 0 1 0 6.4M2.7 13.3a7.5 7.5 0 0 1 0-10.6M13.3 2.7a7.5 7.5 0 0 1 0 10.6',
  busy: 'M8 1.8a6.2 6.2 0 1 1-5.9 4.3M2 2.4v3.8h3.8',
  cut: 'M2 2l12 12M4.8 11.2a4.5 4.5 0 0 1-.5-5.8M11.2 4.8a4.5 4.5 0 0 1 .6 5.6M2.7 13.3A7.5 7.5 0 0 1 2 3.6M13.3 2.7a7.5 7.5 0 0 1 .9 9.3',
  store: 'M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2zM2.5 4v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2',
  outbox: 'M14 2 7.2 8.8M14 2l-4.4 12-2.4-5.2L2 6.4z',
  done: 'M2.5 8.5l3.5 3.5 7.5-8',
  no: 'M3 3l10 10M13 3 3 13',
  wait: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.6V8l2.4 1.6',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z',
  help: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM6.2 6.2A1.9 1.9 0 0 1 8 4.8c1 0 1.9.8 1.9 1.8 0 1.3-1.9 1.5-1.9 2.7M8 11.4v.1',
  user: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.6 14c.4-2.6 2.6-4.2 5.4-4.2s5 1.6 5.4 4.2',
  users:
    'M6 7.6a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.2 13.6c.4-2.3 2.3-3.8 4.8-3.8s4.4 1.5 4.8 3.8M10.8 2.9a2.4 2.4 0 0 1 0 4.4M12.2 10c1.5.5 2.4 1.8 2.7 3.6',
  out: 'M6 2H3v12h3M10 4.5 13.5 8 10 11.5M13.2 8H6',
  wall: 'M1.8 3h12.4v8.5H1.8zM5.5 14h5M8 11.5V14',
  key: 'M5.2 13.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM7.2 8.6 13.5 2.3M11 4.8l2 2',
  search: 'M7 11.8a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6zM10.5 10.5 14 14',
  plus: 'M8 2.5v11M2.5 8h11',
  warn: 'M8 2 15 14H1zM8 6.2v3.8M8 12v.1',
  empty: 'M2 9.5h3.5l1 2h3l1-2H14M2 9.5 4 3h8l2 6.5V13H2z',
  desk: 'M2 3h12v10H2zM2 6h12M6 6v7',
  team: 'M8 7.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM3.4 13.8c.3-2.5 2.2-4.2 4.6-4.2s4.3 1.7 4.6 4.2zM8 11.2v2.6',
  device: 'M2.5 3h11v7.5h-11zM1 13h14',
  building: 'M3 14V3l5-1.5L13 3v11M1.5 14h13M6 5.5h1M9 5.5h1M6 8h1M9 8h1M6.8 14v-3h2.4v3',
  history: 'M2.2 8a5.8 5.8 0 1 0 1.9-4.3M2 2.4v3h3M8 4.8V8l2.2 1.5',
  plan: 'M3.5 1.8h6l3 3v9.4h-9zM9.2 2v3.2h3.2M5.6 8h4.8M5.6 10.8h4.8',
  rules: 'M3 2h10v12H3zM5.5 5h5M5.5 8h5M5.5 11h3',
  contact: 'M3 2h9.5v12H3zM1.5 5H3M1.5 8H3M1.5 11H3M7.8 8a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5 11.8c.3-1.5 1.4-2.3 2.8-2.3s2.5.8 2.8 2.3',
  bell: 'M4 11.4V7a4 4 0 0 1 8 0v4.4l1.4 1.4H2.6zM6.8 14.4h2.4M8 1.6V3',
  bellOff: 'M4 11.4V7a4 4 0 0 1 .7-2.3M6.6 3.3A4 4 0 0 1 12 7v3M12 12.8H2.6L4 11.4M6.8 14.4h2.4M2 2l12 12',
  more: 'M8 3.2v.1M8 8v.1M8 12.8v.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const width = name === 'more' ? 2 : 1.4;
  return (
    <svg
      className="fh-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
