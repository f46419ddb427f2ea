import type { Order } from '#shared/catalogue.ts';
import type { Decided } from '#shared/decide.ts';
import { maskName, maskPhone } from '#shared/person/mask.ts';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { isOwnChain, mayKeep, maySeeNumbers } from './policy.ts';
import type { Contact } from './state.ts';

type ContactOrder = Extract<Order, { type: `contact.${string}` }>;
type Payload<T extends ContactOrder['type']> = Extract<ContactOrder, { type: T }>['payload'];

const LAST = 100;

export function decideContact(world: World, order: ContactOrder, actor: Actor): Decided {
  switch (order.type) {
    case 'contact.save':
      return decideSave(world, order.payload, order.id, actor);
    case 'contact.verify': {
      const contact = kept(world, order.payload.contactId, actor);
      return { events: [{ type: 'contact.verified', contactId: contact.id }], refs: { contact: contact.id } };
    }
    case 'contact.remove': {
      const contact = kept(world, order.payload.contactId, actor);
      return { events: [{ type: 'contact.removed', contactId: contact.id, reason: order.payload.reason }], refs: { contact: contact.id } };
    }
    case 'contact.reveal':
      return decideRevealContacts(world, order.payload, actor);
    default:
      return order satisfies never;
  }
}

/** The plain values are in the vault by now, under the id of this order. */
function decideSave(world: World, { contactId, org: given, post, unit, name, phone, rank }: Payload<'contact.save'>, id: string, actor: Actor): Decided {
  const before = contactId === undefined ? undefined : kept(world, contactId, actor);
  const org = given ?? before?.org ?? actor.org;
  if (!mayKeep(actor, org)) refuse('not-permitted', 'The duty office or a leader of the organisation, or of one above, keeps its contacts.');
  const fresh = { ...(name === undefined ? {} : { name: maskName(name) }), ...(phone === undefined ? {} : { phone: maskPhone(phone) }) };
  const personal = name !== undefined || phone !== undefined;
  const seal = personal ? id : before?.seal;
  const known = {
    ...(unit === undefined ? {} : { unit }),
    ...(seal === undefined ? {} : { seal }),
    ...(phone === undefined ? {} : { verified: true as const }),
  };
  const saved = before?.id ?? id;
  const event = {
    type: 'contact.saved',
    contactId: saved,
    org,
    post,
    rank: rank ?? before?.rank ?? LAST,
    masked: { ...before?.masked, ...fresh },
    ...known,
  } as const;
  return { events: [event], refs: { contact: saved } };
}

function decideRevealContacts(world: World, { contactIds, reason }: Payload<'contact.reveal'>, actor: Actor): Decided {
  if (!maySeeNumbers(actor)) refuse('not-permitted', 'Only duty officers and leaders see the names and numbers of contacts.');
  const [first] = contactIds.map((id) => {
    const contact = there(world, id);
    if (reason === undefined && !isOwnChain(actor, contact))
      refuse('contact.reason-needed', 'A contact of another chain is shown for a reason.', [{ path: 'reason', message: 'is missing' }]);
    return contact.id;
  });
  const said = reason === undefined ? {} : { reason };
  return { events: [{ type: 'contact.revealed', contactIds, ...said }], refs: first === undefined ? {} : { contact: first } };
}

function there(world: World, id: string): Contact {
  const contact = world.get('contact', id);
  if (!contact || contact.removedAt !== undefined)
    return refuse('contact.unknown', 'There is no such contact.', [{ path: 'contactId', message: 'unknown contact' }]);
  return contact;
}

function kept(world: World, id: string, actor: Actor): Contact {
  const contact = there(world, id);
  if (!mayKeep(actor, contact.org)) refuse('not-permitted', 'The duty office or a leader of the organisation, or of one above, keeps its contacts.');
  return contact;
}
