import type { Organisation } from '#shared/organisation/state.ts';

type Named = Pick<Organisation, 'id' | 'name' | 'nameEn'>;

/** How a village is called: township and village, `岭背镇水头村`. An organisation that was added without a name bears its code, which is none. */
export function placeOfOrganisations(own: Named, township: Named | undefined): { zh: string; en: string } | null {
  const parts = [township, own].filter((one) => one !== undefined && !/^\d+$/.test(one.name)) as Named[];
  if (parts.length === 0) return null;
  const zh = parts.map(({ name }) => name).reduce((above, name) => (name.includes(above) ? name : above + name));
  // Nobody has given it an English name: then its own is written as it is.
  if (parts.every(({ name, nameEn }) => nameEn === name)) return { zh, en: zh };
  const en = parts.map(({ nameEn }) => nameEn).reduce((above, name) => (name.includes(above) ? name : `${name}, ${above}`));
  return { zh, en };
}
