import type { Incident } from '#shared/incident/state.ts';
import { gramsOf } from './grams.ts';
import { kindSchema } from './stamp.ts';

export const incidentSchema = kindSchema({
  number: String,
  title: String,
  typeCode: String,
  status: String,
  exercise: Boolean,
  receivedAt: String,
  place: { adcode: String, text: String, lng: Number, lat: Number, accuracyM: Number },
  grams: [String],
});
incidentSchema.index({ readers: 1, receivedAt: -1 });
incidentSchema.index({ grams: 1 });
incidentSchema.index({ 'place.lng': 1, 'place.lat': 1 });

/** What an incident is found by. */
export const incidentGrams = (incident: Incident): string[] => gramsOf(incident.title, incident.number, incident.place.text);
