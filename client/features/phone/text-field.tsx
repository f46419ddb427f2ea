import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'date' | 'time';
  inputMode?: 'numeric' | 'decimal';
  max?: number;
  hint?: string | undefined;
  fault?: string | false | undefined;
}

/** A line to fill in, with what is wrong with it below. */
export function TextField({ label, value, onChange, type = 'text', inputMode, max, hint, fault }: Props) {
  const id = useId();
  const below = fault || hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        inputMode={inputMode}
        maxLength={max}
        value={value}
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {below && (
        <p id={`${id}-below`} className={fault ? 'problem' : 'hint'}>
          {below}
        </p>
      )}
    </div>
  );
}
