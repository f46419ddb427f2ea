import type { Form } from './form.ts';
import { NATURAL_DISASTER } from './natural-disaster.ts';
import { PUBLIC_HEALTH } from './public-health.ts';
import { WORK_ACCIDENT } from './work-accident.ts';

/** The national forms, by the name in their address. */
export const FORMS = { 'natural-disaster': NATURAL_DISASTER, 'public-health': PUBLIC_HEALTH, 'work-accident': WORK_ACCIDENT } as const satisfies Record<
  string,
  Form
>;
export type FormName = keyof typeof FORMS;
