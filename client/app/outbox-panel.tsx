import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { dismiss, hurryOutbox, isWaiting, useOutbox, useUnkept, type Sending } from '#client/store/outbox.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { Empty } from '#client/ui/notice.tsx';
import { Popup } from '#client/ui/popup.tsx';
import { refusalText } from '#client/ui/refusal.ts';
import { formatClock, formatTime } from '#client/ui/time.ts';

/** How many orders wait, and behind it the state and the reason of each. */
export function OutboxButton() {
  const { t } = useTranslation();
  const entries = useOutbox();
  const waiting = entries.filter(isWaiting).length;
  const refused = entries.filter(({ state }) => state === 'refused').length;
  const words = t(refused > 0 ? 'shell.outbox.refusedCount' : waiting > 0 ? 'shell.outbox.waitingCount' : 'shell.outbox.none', {
    count: refused > 0 ? refused : waiting,
  });
  return (
    <Popup
      kind="dialog"
      label={`${t('shell.outbox.title')}: ${words}`}
      className="fh-bar-outbox"
      marks={{ 'data-waiting': waiting > 0, 'data-refused': refused > 0 }}
      button={
        <>
          <Icon name="outbox" />
          <span>{words}</span>
        </>
      }
    >
      <OutboxList entries={entries} />
    </Popup>
  );
}

function OutboxList({ entries }: { entries: readonly Sending[] }) {
  const { t } = useTranslation();
  const unkept = useUnkept();
  if (entries.length === 0) return <Empty icon="outbox" title={t('shell.outbox.emptyTitle')} hint={t('shell.outbox.emptyHint')} />;
  return (
    <div className="fh-outbox">
      <h2>{t('shell.outbox.title')}</h2>
      {unkept && <p className="fh-field-error">{t('shell.outbox.unkept')}</p>}
      <ul>
        {[...entries].reverse().map((entry) => (
          <OutboxRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {entries.some(isWaiting) && (
        <button type="button" className="fh-button" onClick={hurryOutbox}>
          {t('shell.outbox.sendNow')}
        </button>
      )}
    </div>
  );
}

const STATE_ICONS: Record<Sending['state'], IconName> = { queued: 'wait', sending: 'busy', recorded: 'done', refused: 'no' };

function OutboxRow({ entry }: { entry: Sending }) {
  const { t } = useTranslation();
  const { id, type, at, state, answer, answeredAt, waitsFor } = entry;
  const name = i18next.exists(`common.order.${type}`) ? t(`common.order.${type}`) : type;
  return (
    <li data-state={state}>
      <Icon name={STATE_ICONS[state]} />
      <div>
        <b>{name}</b> <span className="fh-outbox-what">{subjectOf(entry)}</span>
        <small>
          {t('shell.outbox.given', { at: formatTime(at, languageNow()) })} · {t(`common.orderState.${state}`)}
          {state === 'recorded' && answeredAt ? ` ${formatClock(Date.parse(answeredAt))}` : ''}
          {state === 'queued' && waitsFor ? ` · ${t(`shell.outbox.waits.${waitsFor}`)}` : ''}
        </small>
        {answer && !answer.ok && <small className="fh-field-error">{refusalText(answer)}</small>}
      </div>
      {!isWaiting(entry) && (
        <button type="button" className="fh-button fh-button-plain" onClick={() => dismiss(id)}>
          {t('shell.outbox.dismiss')}
        </button>
      )}
    </li>
  );
}

/** The words of the order itself by which its author knows it again. */
function subjectOf({ type, payload }: Sending): string {
  // Who it is about is nobody's business who looks at this screen.
  if (type === 'person.record') return '';
  if (typeof payload !== 'object' || payload === null) return '';
  for (const field of ['title', 'text', 'name', 'basis', 'reason'] as const) {
    const value: unknown = field in payload ? Reflect.get(payload, field) : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
