import type { Shape } from '#shared/sketch/orders.ts';

/** What can be done on the map: draw one of the shapes, or only measure. */
export const TOOLS = ['area', 'cordon', 'route', 'point', 'circle', 'distance', 'surface'] as const;
export type Tool = (typeof TOOLS)[number];

export const shapeOf = (tool: Tool): Shape => (tool === 'distance' ? 'route' : tool === 'surface' ? 'area' : tool);

export const isMeasure = (tool: Tool): boolean => tool === 'distance' || tool === 'surface';

export const TOOL_ICONS: Record<Tool, string> = {
  area: 'M3 5.5 8.5 2.5 13.5 7 11 13 4 12z',
  cordon: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 8l3.8-4M8 8v.1',
  route: 'M3 13c0-3 4-2.5 5-5s1-4 5-5M2 13h2M12 3h2',
  point: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 6.5v.1',
  circle: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z',
  distance: 'M1.5 10.5 10.5 1.5l4 4-9 9zM4.5 7.5l1.5 1.5M7.5 4.5 9 6',
  surface: 'M2.5 2.5h11v11h-11zM2.5 8h3M8 2.5v3',
};

/** With these tools a sign is chosen that fits, until another is. */
export const FIRST_SIGN = {
  area: 'danger',
  cordon: 'warning',
  route: 'passable',
  point: 'staging',
  circle: 'danger',
  distance: 'other',
  surface: 'other',
} as const;
