import { z } from 'zod';
import { needsTwo, type Colour } from '#shared/alert/hazards.ts';
import { Confidence } from '#shared/rulebook/tables.ts';
import measures from './rules/alert-measures.json' with { type: 'json' };

const Row = z.strictObject({
  art: z.string().regex(/^(66|67)\.\d$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  tag: Confidence,
  source: z.string().min(1),
});

/** What law asks for when an alert is in force, by article and item, in our own words. */
export const ALERT_MEASURES = z.strictObject({ measures: z.array(Row).min(1) }).parse(measures).measures;

/** Every colour asks for what article 66 lists, orange and red for what 67 lists as well. */
export const measuresFor = (colour: Colour): typeof ALERT_MEASURES => ALERT_MEASURES.filter(({ art }) => art.startsWith('66.') || needsTwo(colour));
