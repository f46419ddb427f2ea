import { Button, DatePicker, Input, Select, type InputRef } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { Icon } from '#client/ui/icon.tsx';
import { useShortcut } from '#client/ui/shortcuts.ts';
import { COUNTIES } from '#shared/ganzhou.ts';
import { CATEGORIES, CLASSES } from '#shared/incident/classes.ts';
import { ANYTHING, type Asked } from './asked.ts';

interface SearchFieldsProps {
  asked: Asked;
  onAsk: (asked: Asked) => void;
}

const WALL = 'YYYY-MM-DDTHH:mm';
const LEVELS = ['1', '2', '3', '4', 'none'] as const;
const STATES = ['open', 'closed'] as const;

/** What to look for. A choice searches at once, words when they are finished. */
export function SearchFields({ asked, onAsk }: SearchFieldsProps) {
  const { t } = useTranslation();
  const zh = languageNow() !== 'en';
  const box = useRef<InputRef>(null);
  const [words, setWords] = useState(asked.q);
  useShortcut('/', 'history.focus', () => box.current?.focus());
  const change = (part: Partial<Asked>): void => onAsk({ ...asked, q: words.trim(), ...part });
  const times: [Dayjs | null, Dayjs | null] = [asked.from ? dayjs(asked.from) : null, asked.to ? dayjs(asked.to) : null];
  return (
    <form
      className="his-fields"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change({});
      }}
    >
      <Input
        ref={box}
        className="his-words"
        allowClear
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onClear={() => change({ q: '' })}
        prefix={<Icon name="search" />}
        placeholder={t('history.words')}
        aria-label={t('history.words')}
      />
      <DatePicker.RangePicker
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        allowEmpty={[true, true]}
        placeholder={[t('history.from'), t('history.to')]}
        aria-label={t('history.period')}
        value={times}
        presets={[1, 7, 30, 365].map((days) => ({ label: t('history.lastDays', { count: days }), value: [dayjs().subtract(days, 'day'), dayjs()] }))}
        onChange={(range) => change({ from: range?.[0]?.format(WALL) ?? '', to: range?.[1]?.format(WALL) ?? '' })}
      />
      <Select
        className="his-class"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('history.anyClass')}
        aria-label={t('history.anyClass')}
        value={asked.type || undefined}
        onChange={(type?: string) => change({ type: type ?? '' })}
        options={Object.entries(CATEGORIES).map(([code, names]) => ({
          label: names[zh ? 0 : 1],
          options: [
            { value: code, label: t('history.wholeCategory', { name: names[zh ? 0 : 1] }) },
            ...CLASSES.filter((one) => one.code.startsWith(code)).map((one) => ({ value: one.code, label: zh ? one.zh : one.en })),
          ],
        }))}
      />
      <Select
        className="his-level"
        allowClear
        placeholder={t('history.anyLevel')}
        aria-label={t('history.anyLevel')}
        value={asked.severity || undefined}
        onChange={(severity?: string) => change({ severity: severity ?? '' })}
        options={LEVELS.map((level) => ({ value: level, label: t(`common.level.${level}`) }))}
      />
      <Select
        className="his-county"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('history.anyCounty')}
        aria-label={t('history.anyCounty')}
        value={asked.adcode || undefined}
        onChange={(adcode?: string) => change({ adcode: adcode ?? '' })}
        options={COUNTIES.map(([code, name, nameEn]) => ({ value: code, label: zh ? name : nameEn }))}
      />
      <Select
        className="his-level"
        allowClear
        placeholder={t('history.anyState')}
        aria-label={t('history.anyState')}
        value={asked.status || undefined}
        onChange={(status?: string) => change({ status: status ?? '' })}
        options={STATES.map((state) => ({ value: state, label: t(`incident.status.${state}`) }))}
      />
      <Button type="primary" htmlType="submit">
        {t('history.search')}
      </Button>
      <Button
        type="text"
        onClick={() => {
          setWords('');
          onAsk(ANYTHING);
        }}
      >
        {t('history.clear')}
      </Button>
    </form>
  );
}
