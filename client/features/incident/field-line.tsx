import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#shared/incident/record.ts';
import type { Incident } from '#shared/incident/state.ts';
import { EditConflicts } from './edit-conflict.tsx';
import type { Build } from './edit.ts';
import { SendingState } from '#client/ui/order-state.tsx';
import { useEdit } from './use-edit.ts';
import { useWords } from './use-words.ts';
import { useValueWords } from './value-words.ts';

interface FieldLineProps {
  incident: Incident;
  path: string;
  editable: boolean;
  build: Build;
  textOf: (path: string, value: unknown) => Record<string, string>;
  /** Beside the value: when it was given, or how late. */
  aside?: ReactNode;
  /** The field itself; `submit` is Enter's meaning in a field of one line. */
  children: (typed: Readonly<Record<string, string>>, type: (key: string, text: string) => void, wrong: boolean) => ReactNode;
}

/** One field of the record: its value, and on demand its field. What was typed is kept until it is recorded. */
export function FieldLine({ incident, path, editable, build, textOf, aside, children }: FieldLineProps) {
  const { t } = useTranslation();
  const words = useValueWords();
  const { time } = useWords();
  const edit = useEdit(incident, { name: path, paths: [path], textOf, build });
  const value = valueAt(incident, path);
  const given = incident.givenAt?.[path.slice(path.lastIndexOf('.') + 1)];
  const box = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState(0);
  useEffect(() => {
    // Not for what an earlier visit left half typed: only for what was begun now.
    if (begun > 0) box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [begun]);
  const begin = (): void => {
    edit.begin();
    setBegun(begun + 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const line = event.target instanceof HTMLInputElement;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || line)) edit.save();
    else if (event.key !== 'Escape') return event.stopPropagation();
    else if (edit.unchanged) edit.cancel();
    // Half a sentence is not thrown away by a key: that takes the button.
    else if (event.target instanceof HTMLElement) event.target.blur();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="inc-record-field" data-given={value !== null} data-editing={edit.typed !== undefined}>
      <span className="inc-record-label">{words.label(path)}</span>
      {edit.typed === undefined || edit.waits ? (
        <div>
          <span className="inc-record-said">
            <span className="inc-record-value">{edit.waits ? words.value(path, mineOf(edit.typed, build, path)) : words.value(path, value)}</span>
            {aside ?? (given !== undefined && <small title={t('record.givenHint')}>{t('record.given', { at: time(given) })}</small>)}
            {edit.sending && edit.sending.state !== 'refused' && <SendingState sending={edit.sending} />}
          </span>
          {editable && !edit.waits && (
            <button
              type="button"
              className="inc-link"
              aria-label={t(value === null ? 'record.fillField' : 'record.editField', { field: words.label(path) })}
              onClick={begin}
            >
              {t(value === null ? 'record.fill' : 'record.edit')}
            </button>
          )}
        </div>
      ) : (
        <div ref={box} onKeyDown={onKeyDown}>
          {children(edit.typed, edit.type, edit.wrong.length > 0)}
          <EditConflicts edit={edit} />
          {edit.sending?.state === 'refused' && edit.conflicts.length === 0 && <SendingState sending={edit.sending} />}
          <div className="inc-buttons">
            <button type="button" className="fh-button fh-button-primary" disabled={!editable || edit.conflicts.length > 0} onClick={edit.save}>
              {t('incident.detail.save')}
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={edit.cancel}>
              {t('record.discard')}
            </button>
            <small>{t('record.kept')}</small>
          </div>
        </div>
      )}
    </div>
  );
}

/** What was typed, as a value: shown while it is on its way. */
function mineOf(typed: Readonly<Record<string, string>> | undefined, build: Build, path: string): unknown {
  const built = build(typed ?? {});
  return 'set' in built ? valueAt(built.set, path) : null;
}
