import { useTranslation } from 'react-i18next';
import { SOURCE_CHANNELS } from '#shared/incident/orders.ts';

interface SourceInputsProps {
  typed: Readonly<Record<string, string>>;
  onType: (key: string, text: string) => void;
}

/** By which way it came, from which unit, and who there by office. No name: that is not kept here. */
export function SourceInputs({ typed, onType }: SourceInputsProps) {
  const { t } = useTranslation();
  return (
    <div className="inc-source">
      <select
        className="fh-input"
        aria-label={t('incident.field.source')}
        value={typed['source.channel'] ?? ''}
        onChange={(event) => onType('source.channel', event.target.value)}
      >
        <option value="">{t('incident.log.channelHint')}</option>
        {SOURCE_CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {t(`incident.channel.${channel}`)}
          </option>
        ))}
      </select>
      {(['unit', 'post'] as const).map((part) => (
        <input
          key={part}
          className="fh-input"
          aria-label={t(part === 'unit' ? 'incident.field.unit' : 'record.post')}
          placeholder={t(part === 'unit' ? 'incident.log.unitHint' : 'record.postHint')}
          maxLength={part === 'unit' ? 100 : 60}
          value={typed[`source.${part}`] ?? ''}
          autoComplete="off"
          onChange={(event) => onType(`source.${part}`, event.target.value)}
        />
      ))}
    </div>
  );
}
