import { z } from 'zod';
import { OrganisationId } from '#shared/organisation/orders.ts';
import { Role } from '#shared/seat.ts';

/**
 * What happens to accounts is journaled, so an auditor sees who was given which seat by whom.
 * The account itself (name, password hash) is kept apart from the journal, so only its id is here.
 */
export const GrantSeat = z.strictObject({ userId: z.string().max(64), role: Role, org: OrganisationId, team: z.string().max(64).optional() });
export const RevokeSeat = z.strictObject({ userId: z.string().max(64), reason: z.enum(['disabled', 'password-reset', 'enabled']) });

export const seatOrders = { 'seat.grant': GrantSeat, 'seat.revoke': RevokeSeat } as const;
