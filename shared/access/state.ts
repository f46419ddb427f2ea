import type { Role } from '#shared/seat.ts';
import type { Draft, Stamp } from '#shared/world.ts';
import type { SeatEvent } from './events.ts';

/** Which seat an account holds, so that an order can ask whether somebody is of an organisation. Nobody reads it, and it has no name. */
export interface Staff extends Stamp {
  role: Role;
  org: string;
  disabled?: true;
}

export function evolveSeat(draft: Draft, event: SeatEvent): void {
  const { userId: id } = event;
  const before = draft.get('staff', id);
  if (event.type === 'seat.granted') {
    const { role, org } = event;
    return draft.put('staff', { id, role, org, ...(before?.disabled ? { disabled: true } : {}), readers: [] });
  }
  if (!before || event.reason === 'password-reset') return;
  const { disabled: _disabled, ...rest } = before;
  draft.put('staff', event.reason === 'disabled' ? { ...rest, disabled: true } : rest);
}
