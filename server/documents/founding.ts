import { DEADLINE_RULES } from '#plans/deadline.ts';
import { HOLIDAYS, TABLE_NUMBERS } from '#plans/rules.ts';
import { LADDERS } from '#plans/severity.ts';
import { COUNTIES, NEIGHBOURS } from '#shared/ganzhou.ts';
import { freshRows } from '#shared/rulebook/decide.ts';
import { SYSTEM, type Seat } from '#shared/seat.ts';
import type { World } from '#shared/world.ts';
import { derivedId } from '#server/derived-id.ts';
import type { Orders } from '#server/orders/orders.ts';

const SEAT: Seat = { actor: SYSTEM, rooms: [], level: 'full' };

/** The tables of rules that this version brings: rows that are not there yet are added, law is mended, what people have changed stays. */
export async function foundRulebooks(orders: Pick<Orders, 'submit'>, world: World): Promise<void> {
  const tables = { holidays: HOLIDAYS, numbers: TABLE_NUMBERS, 'report-deadlines': DEADLINE_RULES, severity: LADDERS };
  for (const [rulebookId, rows] of Object.entries(tables)) {
    const book = [...world.all('rulebook')].find(({ id }) => id === rulebookId);
    const fresh = freshRows(book, rows);
    if (fresh.length === 0) continue;
    const payload = { rulebookId, rows: fresh, reason: 'Brought by this version.' };
    const answer = await orders.submit({ id: derivedId('rulebook', rulebookId, fresh), type: 'rulebook.found', payload }, SEAT);
    if (!answer.ok) throw new Error(`The table ${rulebookId} could not be founded: ${answer.message}`);
  }
}

/** The organisations that are there from the first start: the city, its counties and the cities around it. */
export async function foundOrganisations(orders: Pick<Orders, 'submit'>, world: World, region: string): Promise<void> {
  const city = { organisationId: region, kind: 'city', name: region === '360700' ? '赣州市' : region, nameEn: region === '360700' ? 'Ganzhou' : region };
  const counties = COUNTIES.filter(([code]) => code.startsWith(region.slice(0, 4))).map(([organisationId, name, nameEn]) => ({
    organisationId,
    kind: 'county',
    name,
    nameEn,
    parent: region,
  }));
  const neighbours = region === '360700' ? NEIGHBOURS.map(([organisationId, name, nameEn]) => ({ organisationId, kind: 'neighbour', name, nameEn })) : [];
  for (const payload of [city, ...counties, ...neighbours]) {
    if (world.get('organisation', payload.organisationId)) continue;
    const answer = await orders.submit({ id: derivedId('founding', payload.organisationId), type: 'organisation.add', payload }, SEAT);
    if (!answer.ok) throw new Error(`The organisation ${payload.organisationId} could not be founded: ${answer.message}`);
  }
}
