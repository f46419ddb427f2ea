import type { ViewFilter } from './orders.ts';

export interface ViewSaved {
  type: 'view.saved';
  viewId: string;
  name: string;
  filter: ViewFilter;
  readers: readonly string[];
}

export interface ViewRemoved {
  type: 'view.removed';
  viewId: string;
}

export type ViewEvent = ViewSaved | ViewRemoved;
