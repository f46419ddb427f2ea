import { stored } from './access-error.ts';
import { MAX_TIME_MS, type AccessModels, type UserRecord } from './models.ts';

/** An account that acts for a team. */
export interface Holder {
  id: string;
  team: string;
  epoch: number;
}

export async function holdersOf({ users }: Pick<AccessModels, 'users'>, teamIds: readonly string[]): Promise<Holder[]> {
  const wanted = { $in: [...teamIds] };
  const asked = users.find({ role: 'team', disabled: false, $or: [{ team: wanted }, { org: wanted }] }, { team: 1, org: 1, epoch: 1 });
  const found = await stored(asked.maxTimeMS(MAX_TIME_MS).lean<UserRecord[]>());
  return found.map(({ _id: id, team, org, epoch }) => ({ id, team: team ?? org, epoch }));
}
