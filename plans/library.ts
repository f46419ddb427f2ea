import { PlanContent } from '#shared/plan/content.ts';
import animalEpidemic from './library/animal-epidemic.json' with { type: 'json' };
import communications from './library/communications.json' with { type: 'json' };
import countyTemplate from './library/county-template.json' with { type: 'json' };
import cyberSecurity from './library/cyber-security.json' with { type: 'json' };
import earthquake from './library/earthquake.json' with { type: 'json' };
import environmentalPollution from './library/environmental-pollution.json' with { type: 'json' };
import fire from './library/fire.json' with { type: 'json' };
import floodDrought from './library/flood-drought.json' with { type: 'json' };
import foodSafety from './library/food-safety.json' with { type: 'json' };
import forestFire from './library/forest-fire.json' with { type: 'json' };
import geologicalDisaster from './library/geological-disaster.json' with { type: 'json' };
import hazardousChemicals from './library/hazardous-chemicals.json' with { type: 'json' };
import infectiousDisease from './library/infectious-disease.json' with { type: 'json' };
import massDisturbance from './library/mass-disturbance.json' with { type: 'json' };
import mine from './library/mine.json' with { type: 'json' };
import overall from './library/overall.json' with { type: 'json' };
import rainSnowIce from './library/rain-snow-ice.json' with { type: 'json' };
import roadTraffic from './library/road-traffic.json' with { type: 'json' };
import supply from './library/supply.json' with { type: 'json' };
import townshipTemplate from './library/township-template.json' with { type: 'json' };
import unitHazmat from './library/unit-hazmat.json' with { type: 'json' };
import unitHospital from './library/unit-hospital.json' with { type: 'json' };
import unitSchool from './library/unit-school.json' with { type: 'json' };
import urbanUtilities from './library/urban-utilities.json' with { type: 'json' };
import villageTemplate from './library/village-template.json' with { type: 'json' };

/** Whose plan it is: the city's own, or a template that a county, a township, a village or a unit makes its own. */
export type LibraryScope = 'city' | 'county' | 'township' | 'village' | 'unit';

export interface LibraryPlan {
  /** The name of its file, and its name for ever. */
  code: string;
  scope: LibraryScope;
  /** The city's plans can be launched from the first start. A template has blanks, so it is nobody's plan in force. */
  status: 'issued' | 'draft';
  content: PlanContent;
}

/** A file that is not a plan stops the start, and says which and where. */
function plan(code: string, scope: LibraryScope, file: unknown): LibraryPlan {
  const read = PlanContent.safeParse(file);
  if (read.success) return { code, scope, status: scope === 'city' ? 'issued' : 'draft', content: read.data };
  throw new Error(`plans/library/${code}.json: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
}

/** The plans that come with the system, in the order in which they are shown. */
export const LIBRARY: readonly LibraryPlan[] = [
  plan('overall', 'city', overall),
  plan('flood-drought', 'city', floodDrought),
  plan('geological-disaster', 'city', geologicalDisaster),
  plan('forest-fire', 'city', forestFire),
  plan('earthquake', 'city', earthquake),
  plan('rain-snow-ice', 'city', rainSnowIce),
  plan('hazardous-chemicals', 'city', hazardousChemicals),
  plan('mine', 'city', mine),
  plan('road-traffic', 'city', roadTraffic),
  plan('fire', 'city', fire),
  plan('urban-utilities', 'city', urbanUtilities),
  plan('environmental-pollution', 'city', environmentalPollution),
  plan('infectious-disease', 'city', infectiousDisease),
  plan('food-safety', 'city', foodSafety),
  plan('animal-epidemic', 'city', animalEpidemic),
  plan('mass-disturbance', 'city', massDisturbance),
  plan('cyber-security', 'city', cyberSecurity),
  plan('communications', 'city', communications),
  plan('supply', 'city', supply),
  plan('county-template', 'county', countyTemplate),
  plan('township-template', 'township', townshipTemplate),
  plan('village-template', 'village', villageTemplate),
  plan('unit-hazmat', 'unit', unitHazmat),
  plan('unit-school', 'unit', unitSchool),
  plan('unit-hospital', 'unit', unitHospital),
];
