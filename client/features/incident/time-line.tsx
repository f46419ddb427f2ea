import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { formatAge } from '#client/ui/time.ts';
import { serverNow } from '#client/store/connection.ts';
import { formatTime } from '#client/ui/time.ts';
import type { Incident } from '#shared/incident/state.ts';
import { FieldLine } from './field-line.tsx';
import { parseTypedTime } from './parse-time.ts';
import { buildTime, timeText } from './record-builds.ts';
import { skewOf, type ClaimedTime } from './skew.ts';
import { useWords } from './use-words.ts';

interface TimeLineProps {
  incident: Incident;
  editable: boolean;
  path: ClaimedTime;
  now: () => number;
}

/** A claimed time, and beside it when the server was told it. */
export function TimeLine({ incident, editable, path, now }: TimeLineProps) {
  const { t } = useTranslation();
  const { time } = useWords();
  const skew = skewOf(incident, path);
  const aside = skew && (
    <small data-late={skew.late}>
      {t('record.entered', { at: time(skew.enteredAt) })}
      {skew.late && ` (${t('record.late', { age: formatAge(skew.ms, languageNow()) })})`}
    </small>
  );
  return (
    <FieldLine incident={incident} editable={editable} path={path} build={buildTime(path, now)} textOf={timeText} aside={aside ?? <small />}>
      {(typed, type, wrong) => <TimeInput label={t(`incident.field.${path}`)} value={typed[path] ?? ''} wrong={wrong} onType={(text) => type(path, text)} />}
    </FieldLine>
  );
}

interface TimeInputProps {
  label: string;
  value: string;
  wrong: boolean;
  onType: (text: string) => void;
}

function TimeInput({ label, value, wrong, onType }: TimeInputProps) {
  const { t } = useTranslation();
  const typed = parseTypedTime(value, serverNow());
  return (
    <>
      <input
        className="fh-input"
        aria-label={label}
        placeholder="0210 / -15 / 11-22 14:05"
        value={value}
        autoComplete="off"
        aria-invalid={wrong || typed.kind === 'unreadable' || undefined}
        onChange={(event) => onType(event.target.value)}
      />
      <p className="inc-log-read" data-ok={typed.kind !== 'unreadable'}>
        {typed.kind === 'instant' && formatTime(typed.iso, languageNow(), serverNow())}
        {typed.kind === 'unreadable' && t('incident.log.badTime')}
      </p>
    </>
  );
}
