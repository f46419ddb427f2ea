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
