import type { Payload } from '#shared/catalogue.ts';

export interface DebriefSaid {
  hours: Readonly<Record<string, number>>;
  consumables: readonly Readonly<Record<'what' | 'amount' | 'unit', string>>[];
  damage: readonly Readonly<Record<'what' | 'text', string>>[];
  kilometres: string;
  text: string;
}

/** `12`, `12.5`, `12,5`; nothing else is an amount. */
export function amountOf(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
}

/** What the form says as the order has it; lines that nobody has filled in are left out. */
export function debriefOf({ hours, consumables, damage, kilometres, text }: DebriefSaid): Omit<Payload<'dispatch.debrief'>, 'dispatchId'> {
  const used = consumables.flatMap(({ what, amount, unit }) => {
    const much = amountOf(amount);
    return what.trim() === '' || unit.trim() === '' || much === undefined ? [] : [{ what: what.trim(), amount: much, unit: unit.trim() }];
  });
  const broken = damage.flatMap((one) => (one.what.trim() === '' || one.text.trim() === '' ? [] : [{ what: one.what.trim(), text: one.text.trim() }]));
  const far = amountOf(kilometres);
  return {
    hours: Object.entries(hours).map(([memberId, worked]) => ({ memberId, hours: worked })),
    ...(used.length > 0 ? { consumables: used } : {}),
    ...(broken.length > 0 ? { damage: broken } : {}),
    ...(far === undefined ? {} : { kilometres: far }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}
