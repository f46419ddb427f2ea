import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/incident/record.ts';
import { lossesOf } from './figures.ts';
import type { LogDraft } from './log-draft.ts';

/** In the order in which a caller is asked. */
export const ACCOUNT_TEXTS = [
  'course',
  'cause',
  'scope',
  'trend',
  'measures',
  'toldTo',
  'leadersOnSite',
  'requests',
  'nextSteps',
] as const satisfies readonly (keyof Account)[];

const MORE_OPEN = 'fenghuo.log.more';

interface LogMoreProps {
  draft: LogDraft;
  change: (part: Partial<LogDraft>) => void;
  wrong: readonly string[];
}

/** The rest of the call record: while the caller is on the line, or later on the same incident. */
export function LogMore({ draft, change, wrong }: LogMoreProps) {
  const { t } = useTranslation();
  const filled = [...Object.values(draft.account), ...Object.values(draft.losses)].some((typed) => typed.trim() !== '');
  return (
    <details
      className="inc-log-more"
      open={filled || localStorage.getItem(MORE_OPEN) === 'yes'}
      onToggle={(event) => localStorage.setItem(MORE_OPEN, event.currentTarget.open ? 'yes' : 'no')}
    >
      <summary>
        {t('record.more')} <small>{t('record.moreHint')}</small>
      </summary>
      <div className="inc-figures-edit" data-columns="3">
        {lossesOf(draft.typeCode).map((loss) => (
          <label key={loss} data-field={loss}>
            <span>
              {t(`record.loss.${loss}`)} <small>{t(`record.unit.${loss}`)}</small>
            </span>
            <input
              className="fh-input"
              inputMode="decimal"
              maxLength={13}
              value={draft.losses[loss] ?? ''}
              aria-invalid={wrong.includes(loss) || undefined}
              autoComplete="off"
              placeholder="—"
              onChange={(event) => change({ losses: { ...draft.losses, [loss]: event.target.value } })}
            />
          </label>
        ))}
      </div>
      {ACCOUNT_TEXTS.map((part) => (
        <label key={part} className="inc-log-text">
          <span>{t(`record.text.${part}`)}</span>
          <textarea
            className="fh-input inc-area"
            rows={1}
            maxLength={2000}
            value={draft.account[part] ?? ''}
            placeholder={t(`record.hint.${part}`)}
            onChange={(event) => change({ account: { ...draft.account, [part]: event.target.value } })}
          />
        </label>
      ))}
    </details>
  );
}
