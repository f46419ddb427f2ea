import { kindSchema } from './stamp.ts';

export const dispatchSchema = kindSchema({ incidentId: String, state: String, at: String });
dispatchSchema.index({ incidentId: 1, at: 1 });

export const missionSchema = kindSchema({
  incidentId: String,
  dispatchId: String,
  teamId: String,
  state: String,
  at: String,
  certificates: [{ code: String, _id: false }],
});
missionSchema.index({ incidentId: 1, at: 1 });
missionSchema.index({ teamId: 1, at: 1 });
missionSchema.index({ 'certificates.code': 1 }, { sparse: true });
