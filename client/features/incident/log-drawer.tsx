import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { serverNow } from '#client/store/connection.ts';
import { dismiss, send } from '#client/store/outbox.ts';
import { documentsNow } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { formatTime } from '#client/ui/time.ts';
import type { LngLat } from '#shared/geo.ts';
import { similarTo } from '#shared/incident/similar.ts';
import { maySkipLevel } from '#shared/incident/policy.ts';
import type { Actor } from '#shared/seat.ts';
import { labelKey } from './change-words.ts';
import { LOSSES } from './figures.ts';
import { callerOrder, isNobody, NOBODY, type LogCaller } from './log-caller.ts';
import { isEmptyDraft, orderOf, placeOf, type LogDraft, type Missing } from './log-draft.ts';
import { LogFields } from './log-fields.tsx';
import { LogReceipt } from './log-receipt.tsx';
import type { LogCallerState } from './use-log-caller.ts';
import type { LogDraftState } from './use-log-draft.ts';

/** A record that was just given, and what was typed for it. */
export interface GivenLog {
  id: string;
  draft: LogDraft;
  caller: LogCaller;
  /** The order that keeps the caller with it. */
  callerId?: string;
}

interface LogDrawerProps {
  state: LogDraftState;
  who: LogCallerState;
  /** While it is shown what became of it, no place is asked for. */
  sent: GivenLog | undefined;
  onSent: (sent: GivenLog | undefined) => void;
  actor: Actor;
  exercise: boolean;
  regionOf: (at: LngLat) => string | undefined;
  Caller?: ComponentType<{ incidentId: string }> | undefined;
  onSelect: (id: string) => void;
  onClose: () => void;
}

/** A record in under a minute, by keyboard alone: over the list, with the map alive beside it. */
export function LogDrawer({ state, who, sent, onSent, actor, exercise, regionOf, Caller, onSelect, onClose }: LogDrawerProps) {
  const { t } = useTranslation();
  const { draft, change, restart, put } = state;
  const title = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLElement>(null);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    if (!sent) title.current?.focus();
  }, [sent]);

  const maySkip = maySkipLevel(actor);
  const around = { exercise, org: actor.org, nowMs: serverNow(), regionOf };
  const place = placeOf(draft, around);
  const said = draft.title.trim();
  const same =
    said === '' && !place
      ? []
      : similarTo(
          {
            title: said,
            since: new Date(around.nowMs).toISOString(),
            ...(draft.typeCode ? { typeCode: draft.typeCode } : {}),
            ...(place ? { at: place } : {}),
          },
          [...documentsNow('incident').values()].filter((one) => one.exercise === exercise),
        );

  const record = (): void => {
    const order = orderOf({ ...draft, skip: draft.skip && maySkip }, around);
    const wrongNumber: Missing[] = callerOrder(NO_ID, who.caller, draft) === 'wrong' ? ['phone'] : [];
    if ('missing' in order || wrongNumber.length > 0) {
      const wrong = [...('missing' in order ? order.missing : []), ...wrongNumber];
      setMissing(wrong);
      return focusFirst(wrong);
    }
    setMissing([]);
    const { id } = send('incident.log', order.payload);
    // An incident has the id of the order that logs it, and the outbox sends in the order given: the caller follows, however long that takes.
    const caller = callerOrder(id, who.caller, draft);
    const callerId = caller === undefined || caller === 'wrong' ? {} : { callerId: send('person.record', caller).id };
    onSent({ id, draft, caller: who.caller, ...callerId });
    startOver();
  };
  const focusFirst = (fields: readonly Missing[]): void => {
    const first = fields[0];
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[data-field="${first}"] input`)?.focus();
  };
  const startOver = (): void => {
    restart();
    who.put(NOBODY);
  };
  const another = (): void => {
    onSent(undefined);
    startOver();
  };
  const discard = (): void => {
    if (!sure && !(isEmptyDraft(draft) && isNobody(who.caller))) return setSure(true);
    startOver();
    setSure(false);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Escape') return;
    onClose();
    event.stopPropagation();
  };
  // Heard on the whole page: after a click on the map, or on a suggestion that is then gone, the drawer has no focus.
  useEffect(() => {
    const onPageKey = (event: globalThis.KeyboardEvent): void => {
      if (sent || event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      const { target } = event;
      const writingElsewhere = target instanceof Element && !form.current?.contains(target) && target.closest('input, textarea, select, dialog') !== null;
      if (writingElsewhere) return;
      event.preventDefault();
      record();
    };
    document.addEventListener('keydown', onPageKey);
    return () => document.removeEventListener('keydown', onPageKey);
  });

  return (
    <section ref={form} className="inc-log" role="dialog" aria-label={t('incident.log.title')} onKeyDown={onKeyDown}>
      <header>
        <h2>
          {exercise && <strong className="inc-drill">{t('common.drill')}</strong>}
          {t('incident.log.title')}
        </h2>
        <span>{!sent && t('incident.log.received', { at: formatTime(draft.openedAt, languageNow(), serverNow()) })}</span>
        <button type="button" className="inc-close" onClick={onClose} aria-label={t('incident.log.close')} title={`${t('incident.log.close')} (Esc)`}>
          <Icon name="no" />
        </button>
      </header>
      {sent ? (
        <LogReceipt
          orderId={sent.id}
          callerId={sent.callerId}
          title={sent.draft.title}
          Caller={Caller}
          onOpen={(id) => {
            onSelect(id);
            onClose();
          }}
          onAnother={another}
          onCorrect={() => {
            put(sent.draft);
            who.put(sent.caller);
            for (const id of [sent.id, sent.callerId]) if (id !== undefined) dismiss(id);
            onSent(undefined);
          }}
        />
      ) : (
        <>
          <LogFields
            draft={draft}
            change={change}
            who={who}
            maySkip={maySkip}
            place={place}
            missing={missing}
            same={same}
            titleBox={title}
            onSelect={onSelect}
          />
          <footer>
            <button type="button" className="fh-button fh-button-primary" onClick={record}>
              {t('incident.log.record')} <kbd>Ctrl ↵</kbd>
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={discard} onBlur={() => setSure(false)}>
              {t(sure ? 'incident.log.discardSure' : 'incident.log.discard')}
            </button>
            {missing.length > 0 ? (
              <span className="inc-log-missing" role="alert">
                {t('incident.log.missing', { fields: missing.map((field) => t(missingKey(field))).join(' · ') })}
              </span>
            ) : (
              <span className="inc-log-kept">{t('incident.log.kept')}</span>
            )}
          </footer>
        </>
      )}
    </section>
  );
}

/** Of an incident that has no id yet. */
const NO_ID = '00000000-0000-4000-8000-000000000000';

const missingKey = (field: Missing): string => {
  if (field === 'phone') return 'person.phone';
  if (field === 'typeCode') return 'incident.field.class';
  if (field === 'occurred' || field === 'discovered') return `incident.field.${field}At`;
  if (field === 'title' || field === 'place') return `incident.field.${field}`;
  return labelKey(LOSSES.some((loss) => loss === field) ? `losses.${field}` : `casualties.${field}`);
};
