import { useTranslation } from 'react-i18next';
import type { Named } from '#shared/duty/events.ts';
import type { HandoverItem } from '#shared/duty/items.ts';
import { minuteOf } from './minute.ts';

interface Props {
  item: HandoverItem & { owner?: Named; settled?: true; tickedAt?: string };
  /** Whoever may take it, for the one who ticks. */
  takers: readonly Named[];
  onTake: (owner: string) => void;
}

export function ItemLine({ item, takers, onTake }: Props) {
  const { t } = useTranslation();
  const { kind, number, title, text, dueAt, report, rule, owner, settled, tickedAt } = item;
  const what = [rule, report && t(`duty.report.${report}`)].filter(Boolean).join(' ');
  return (
    <tr data-unowned={!owner && !settled}>
      <td>{t(`duty.kind.${kind}`)}</td>
      <td>
        {number} {title ?? t('duty.sheet.restricted')} {what} {text}
      </td>
      <td>{dueAt ? minuteOf(dueAt) : '—'}</td>
      <td>
        {takers.length > 0 ? (
          <select
            className="fh-input"
            aria-label={`${t('duty.sheet.owner')} ${number} ${t(`duty.kind.${kind}`)} ${what}`}
            value={owner?.id ?? ''}
            onChange={({ target }) => target.value !== '' && onTake(target.value)}
          >
            <option value="">{t('duty.sheet.nobody')}</option>
            {takers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : owner ? (
          <>
            ✓ {owner.name} {tickedAt && minuteOf(tickedAt)}
          </>
        ) : settled ? (
          t('duty.sheet.settled')
        ) : (
          t('duty.sheet.nobody')
        )}
      </td>
    </tr>
  );
}
