import { useTranslation } from 'react-i18next';

interface PaperFieldsProps {
  /** What its number is called. */
  numberLabel: string;
  no: string;
  validTo: string;
  onNo: (no: string) => void;
  onValidTo: (day: string) => void;
}

/** A paper of a team, by its number and the last day that it is valid. */
export function PaperFields({ numberLabel, no, validTo, onNo, onValidTo }: PaperFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <label>
        {numberLabel}
        <input className="fh-input" maxLength={120} value={no} autoFocus onChange={({ target }) => onNo(target.value)} />
      </label>
      <label>
        {t('team.field.validTo')}
        <input className="fh-input" type="date" value={validTo} onChange={({ target }) => onValidTo(target.value)} />
      </label>
    </>
  );
}
