import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { CATEGORIES, typeName } from '#shared/incident/classes.ts';
import { CLASS_CHOICES, filterClasses, type ClassChoice } from './choose-class.ts';
import { Combobox, type Choice } from './combobox.tsx';

interface ClassFieldProps {
  value: string;
  /** Codes that the title speaks of: they stand first while nothing was typed. */
  suggested: readonly string[];
  invalid: boolean;
  box?: RefObject<HTMLInputElement | null>;
  onChange: (code: string) => void;
}

/** The class of an incident, by its name in either language or its code. */
export function ClassField({ value, suggested, invalid, box, onChange }: ClassFieldProps) {
  const { t } = useTranslation();
  const language = languageNow() === 'en' ? 'en' : 'zh';
  const [typed, setTyped] = useState<string | null>(null);
  const words = ({ code, zh, en, category, within }: ClassChoice): Choice => ({
    key: code,
    label: (
      <>
        {language === 'zh' ? zh : en} <em>{within ? within[language] : CATEGORIES[category][language === 'zh' ? 0 : 1]}</em>
        {suggested.includes(code) && <mark>{t('incident.log.suggested')}</mark>}
      </>
    ),
    aside: code,
  });
  const offered = typed ? filterClasses(typed) : withFirst(suggested);
  return (
    <Combobox
      label={t('incident.field.class')}
      value={typed ?? (value ? `${typeName(value, language)}  ${value}` : '')}
      placeholder={t('incident.log.classHint')}
      choices={offered.map(words)}
      invalid={invalid}
      eager
      {...(box ? { box } : {})}
      onText={(text) => {
        setTyped(text);
        if (text === '') onChange('');
      }}
      onPick={(code) => {
        setTyped(null);
        onChange(code);
      }}
    />
  );
}

function withFirst(codes: readonly string[]): ClassChoice[] {
  const first = codes.flatMap((code) => CLASS_CHOICES.filter((choice) => choice.code === code));
  return [...first, ...CLASS_CHOICES.filter(({ code }) => !codes.includes(code))];
}
