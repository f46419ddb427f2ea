interface ReasonFieldProps {
  label: string;
  hint: string;
  value: string;
  first?: boolean;
  onChange: (reason: string) => void;
}

/** Why something is done, which the log keeps. */
export function ReasonField({ label, hint, value, first = false, onChange }: ReasonFieldProps) {
  return (
    <label className="inc-field">
      <span>
        {label} <b aria-hidden>*</b>
      </span>
      <textarea
        className="fh-input inc-area"
        rows={2}
        maxLength={1000}
        data-first={first || undefined}
        value={value}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
