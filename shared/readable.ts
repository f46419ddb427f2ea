import type { Mission } from './dispatch/mission.ts';
import { wasSentTo } from './dispatch/policy.ts';
import type { Dispatch } from './dispatch/state.ts';
import type { Incident } from './incident/state.ts';
import type { Instruction } from './instruction/state.ts';
import type { Person } from './person/state.ts';
import type { Plan } from './plan/state.ts';
import { mayRead } from './readers.ts';
import { refuse } from './refusal.ts';
import type { Response, Task } from './response/state.ts';
import type { Seat } from './seat.ts';
import type { Sketch } from './sketch/state.ts';
import type { World } from './world.ts';

const sees = ({ actor, rooms }: Seat, doc: { readers: readonly string[] }): boolean => actor.role === 'system' || mayRead(new Set(rooms), doc.readers);

/** The incident, if the seat may see it. One that it may not see is refused in the same words as one that is not there. */
export function readable(world: World, id: string, seat: Seat, path = 'incidentId'): Incident {
  const incident = world.get('incident', id);
  return incident && sees(seat, incident) ? incident : refuse('incident.unknown', 'There is no such incident here.', [{ path, message: 'unknown incident' }]);
}

/** The incident that a file is of. A team doesn't see it, and brings photos all the same from where it was sent. */
export function incidentForFile(world: World, id: string, seat: Seat): Incident {
  const incident = seat.actor.role === 'team' && wasSentTo(world, seat.actor, id) ? world.get('incident', id) : undefined;
  return incident ?? readable(world, id, seat);
}

export function readableInstruction(world: World, id: string, seat: Seat): Instruction {
  const instruction = world.get('instruction', id);
  return instruction && sees(seat, instruction)
    ? instruction
    : refuse('instruction.unknown', 'There is no such instruction here.', [{ path: 'instructionId', message: 'unknown instruction' }]);
}

export function readableDispatch(world: World, id: string, seat: Seat): Dispatch {
  const dispatch = world.get('dispatch', id);
  return dispatch && sees(seat, dispatch)
    ? dispatch
    : refuse('dispatch.unknown', 'There is no such dispatch here.', [{ path: 'dispatchId', message: 'unknown dispatch' }]);
}

export function readableMission(world: World, id: string, seat: Seat): Mission {
  const mission = world.get('mission', id);
  return mission && sees(seat, mission)
    ? mission
    : refuse('mission.unknown', 'There is no such mission here.', [{ path: 'missionId', message: 'unknown mission' }]);
}

export const ofIncident = (world: World, id: string | undefined, seat: Seat): Incident | undefined =>
  id === undefined ? undefined : readable(world, id, seat);

export function readableSketch(world: World, id: string, seat: Seat): Sketch {
  const sketch = world.get('sketch', id);
  return sketch && sees(seat, sketch) ? sketch : refuse('sketch.unknown', 'There is no such drawing here.', [{ path: 'sketchId', message: 'unknown drawing' }]);
}

export function readablePlan(world: World, id: string, seat: Seat, path = 'planId'): Plan {
  const plan = world.get('plan', id);
  return plan && sees(seat, plan) ? plan : refuse('plan.unknown', 'There is no such plan here.', [{ path, message: 'unknown plan' }]);
}

export function readableResponse(world: World, id: string, seat: Seat): Response {
  const response = world.get('response', id);
  return response && sees(seat, response)
    ? response
    : refuse('response.unknown', 'There is no such response here.', [{ path: 'responseId', message: 'unknown response' }]);
}

export function readableTask(world: World, id: string, seat: Seat): Task {
  const task = world.get('task', id);
  return task && sees(seat, task) ? task : refuse('task.unknown', 'There is no such task here.', [{ path: 'taskId', message: 'unknown task' }]);
}

/** The incident of what a seat may see: whom a task was assigned to need not see the incident itself. */
export const incidentOf = (world: World, id: string): Incident => world.get('incident', id) ?? refuse('incident.unknown', 'There is no such incident here.');

export function personFor(world: World, id: string, { rooms }: Seat): Person {
  const person = world.get('person', id);
  const seen = person && mayRead(new Set(rooms), person.readers);
  return seen ? person : refuse('person.unknown', 'There is no such person here.', [{ path: 'personId', message: 'unknown person' }]);
}
