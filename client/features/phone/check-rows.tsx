interface Row {
  id: string;
  name: string;
  more: string;
  hint: string;
  disabled?: boolean;
}

/** People to tick, by rows that a thumb in a glove hits. */
export function CheckRows({
  label,
  rows,
  picked,
  onPick,
}: {
  label: string;
  rows: readonly Row[];
  picked: readonly string[];
  onPick: (ids: readonly string[]) => void;
}) {
  const turn = (id: string): void => onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  return (
    <div className="check-rows" role="group" aria-label={label}>
      {rows.map(({ id, name, more, hint, disabled }) => (
        <label key={id} data-off={disabled}>
          <input type="checkbox" checked={picked.includes(id)} disabled={disabled} onChange={() => turn(id)} />
          <b>{name}</b>
          <span>{more}</span>
          <small>{hint}</small>
        </label>
      ))}
    </div>
  );
}
