import { dismiss, hurryOutbox, isWaiting, useOutbox, type Sending } from '#client/store/outbox.ts';
import { dismissUpload, useUploads, type Upload } from '#client/store/uploads.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { formatClock } from '#client/ui/time.ts';
import { Conflict } from './conflicts.tsx';
import { SubScreen } from './sub-screen.tsx';
import { hasText } from './text.ts';
import { useTime } from './use-team.ts';
import { useWords } from './use-words.ts';

/** Everything given on this phone: sent, waiting and for what, or not applied and why. */
export function Queue() {
  const t = useWords();
  const entries = useOutbox();
  const uploads = useUploads();
  const refused = entries.filter(({ state }) => state === 'refused');
  const others = entries.filter(({ state }) => state !== 'refused').reverse();
  return (
    <SubScreen title={t('queue.title')} hint={t('queue.hint')}>
      {refused.map((entry) => (
        <Conflict key={entry.id} entry={entry} />
      ))}
      {entries.length + uploads.length === 0 && <p className="notice">{t('queue.none')}</p>}
      <ul className="rows queue">
        {uploads.map((upload) => (
          <File key={upload.id} upload={upload} />
        ))}
        {others.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {entries.some(isWaiting) && (
        <button type="button" className="secondary large" onClick={hurryOutbox}>
          {t('queue.now')}
        </button>
      )}
    </SubScreen>
  );
}

const ICONS: Record<Sending['state'] | Upload['state'], IconName> = { draft: 'wait', queued: 'wait', sending: 'busy', recorded: 'done', refused: 'no' };

function Entry({ entry: { id, type, at, state, answeredAt, waitsFor, payload } }: { entry: Sending }) {
  const t = useWords();
  const time = useTime();
  const name = `order.${type}`;
  const why = `waits.${waitsFor ?? ''}`;
  return (
    <li data-state={state}>
      <Icon name={ICONS[state]} size={20} />
      <b>
        {hasText(name) ? t(name) : type}
        <Status payload={payload} />
      </b>
      <small>{t('queue.given', { at: time(at) })}</small>
      <span>
        {state === 'recorded' && answeredAt !== undefined
          ? t('state.recorded', { at: formatClock(Date.parse(answeredAt)) })
          : t(`state.${state === 'recorded' ? 'queued' : state}`)}
        {state === 'queued' && hasText(why) && ` · ${t(why)}`}
      </span>
      {state === 'recorded' && (
        <button type="button" className="icon-button" aria-label={t('close')} onClick={() => dismiss(id)}>
          <Icon name="no" size={16} />
        </button>
      )}
    </li>
  );
}

/** Which step: several of the same name may wait. */
function Status({ payload }: { payload: unknown }) {
  const t = useWords();
  const status: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'status') : undefined;
  const key = `stage.${String(status)}`;
  return hasText(key) ? ` · ${t(key)}` : null;
}

function File({ upload: { id, state, progress = 0, message = '', code = '' } }: { upload: Upload }) {
  const t = useWords();
  return (
    <li data-state={state}>
      <Icon name={ICONS[state]} size={20} />
      <b>
        {state === 'refused'
          ? t('log.photoRefused', { why: t.refusal(code) ?? message })
          : state === 'sending'
            ? t('log.photoSending', { n: Math.round(progress * 100) })
            : t('log.photoQueued')}
      </b>
      {state === 'refused' && (
        <button type="button" className="secondary" onClick={() => dismissUpload(id)}>
          {t('queue.dismiss')}
        </button>
      )}
    </li>
  );
}
