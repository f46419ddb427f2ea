import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/contact/state.ts';
import { chainOf } from '#shared/duty/policy.ts';
import type { Numbers } from '#client/store/numbers.ts';
import { useDocuments } from '#client/store/world.ts';
import { useOrganisationName } from '#client/ui/names.ts';

/** The contact list, and the order in which to call: one's own office, then upward, then below. */
export function PackContacts({ org, numbers }: { org: string; numbers: Numbers }) {
  const { t } = useTranslation();
  const chain = chainOf(org);
  const contacts = [...useDocuments('contact').values()].filter(
    ({ removedAt, org: of }) => removedAt === undefined && (chain.includes(of) || chainOf(of).includes(org)),
  );
  const orgs = [...new Set(contacts.map(({ org: of }) => of))].sort((a, b) => rank(chain, a) - rank(chain, b) || (a < b ? -1 : 1));
  return (
    <section>
      <h2>{t('duty.pack.tree')}</h2>
      {orgs.map((one) => (
        <OrgRows key={one} org={one} numbers={numbers} contacts={contacts.filter(({ org: of }) => of === one)} />
      ))}
      {orgs.length === 0 && <p>{t('duty.pack.noContacts')}</p>}
    </section>
  );
}

const rank = (chain: readonly string[], org: string): number => (chain.includes(org) ? chain.indexOf(org) : chain.length);

function OrgRows({ org, contacts, numbers }: { org: string; contacts: readonly Contact[]; numbers: Numbers }) {
  const name = useOrganisationName(org);
  return (
    <table>
      <caption>{name}</caption>
      <tbody>
        {contacts
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ id, post, unit, masked, verifiedAt }, i) => (
            <tr key={id}>
              <td>{i + 1}</td>
              <td>
                {post} {unit}
              </td>
              <td>{numbers[id]?.name ?? masked.name}</td>
              <td>
                <b>{numbers[id]?.phone ?? masked.phone}</b>
              </td>
              <td>{verifiedAt?.slice(0, 10)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
