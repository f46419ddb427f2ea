import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '#client/store/world.ts';
import type { Incident } from '#shared/incident/state.ts';
import { Combobox } from './combobox.tsx';
import { matchesText } from './filter.ts';
import { compareIncidents } from './order-of.ts';

interface IncidentPickerProps {
  /** The one that another is looked for. */
  incident: Incident;
  label: string;
  picked: string | undefined;
  onPick: (id: string | undefined) => void;
}

const MOST = 8;

/** Finds an open incident of the same mode by its number, title or place. */
export function IncidentPicker({ incident, label, picked, onPick }: IncidentPickerProps) {
  const { t } = useTranslation();
  const all = useDocuments('incident');
  const [text, setText] = useState('');
  const chosen = picked === undefined ? undefined : all.get(picked);
  const choices = [...all.values()]
    .filter((one) => one.id !== incident.id && one.status === 'open' && one.exercise === incident.exercise && matchesText(one, text))
    .sort(compareIncidents)
    .slice(0, MOST)
    .map(({ id, title, number }) => ({ key: id, label: title, aside: number }));
  return (
    <div className="inc-field">
      <span>
        {label} <b aria-hidden>*</b>
      </span>
      <Combobox
        label={label}
        eager
        value={chosen ? chosen.title : text}
        choices={choices}
        placeholder={t('ties.pick')}
        onText={(typed) => {
          setText(typed);
          onPick(undefined);
        }}
        onPick={onPick}
      />
      {chosen && <small className="inc-log-read">{chosen.number}</small>}
    </div>
  );
}
