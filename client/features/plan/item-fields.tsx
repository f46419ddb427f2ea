import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTS, type Part } from '#shared/plan/parts.ts';
import type { FieldsProps, ItemOf } from './piece.tsx';

interface LineProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  type?: string;
}

export function Line({ label, value, onChange, rows, type = 'text' }: LineProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input id={id} className="fh-input" type={type} value={value} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <textarea id={id} className="fh-input" rows={rows} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </>
  );
}

export function ClauseFields({ value, onChange, isNew }: FieldsProps<ItemOf<'clauses'>>): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      {isNew && <Line label={t('plan.text.id')} value={value.id} onChange={(next) => onChange({ ...value, id: next.trim() })} />}
      <label htmlFor={id}>{t('plan.text.part')}</label>
      <select id={id} className="fh-input" value={value.part} onChange={({ target }) => onChange({ ...value, part: target.value as Part })}>
        {PARTS.map((one) => (
          <option key={one} value={one}>
            {t(`plan.part.${one}`)}
          </option>
        ))}
      </select>
      <Line label={t('plan.text.heading')} value={value.title} onChange={(title) => onChange({ ...value, title })} />
      <Line label={t('plan.text.body')} value={value.text} rows={8} onChange={(text) => onChange({ ...value, text })} />
      <Line label={t('plan.text.law')} value={value.source ?? ''} onChange={(source) => onChange(withSource(value, source))} />
    </>
  );
}

function withSource(clause: ItemOf<'clauses'>, source: string): ItemOf<'clauses'> {
  const { source: _before, ...rest } = clause;
  return source === '' ? rest : { ...rest, source };
}

export function PositionFields({ value, onChange }: FieldsProps<ItemOf<'positions'>>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Line label={t('plan.new.nameZh')} value={value.title.zh} onChange={(zh) => onChange({ ...value, title: { ...value.title, zh } })} />
      <Line label={t('plan.new.nameEn')} value={value.title.en} onChange={(en) => onChange({ ...value, title: { ...value.title, en } })} />
      <Line label={t('plan.column.owner')} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />
      <Line label={t('plan.text.body')} value={value.duties} rows={5} onChange={(duties) => onChange({ ...value, duties })} />
    </>
  );
}

export function DemandFields({ value, onChange }: FieldsProps<ItemOf<'demands'>>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Line label={t('plan.text.heading')} value={value.what} onChange={(what) => onChange({ ...value, what })} />
      <Line label={t('plan.field.count')} type="number" value={String(value.count)} onChange={(count) => onChange({ ...value, count: Number(count) })} />
      <Line label={t('plan.field.unit')} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />
    </>
  );
}

export function AnnexFields({ value, onChange }: FieldsProps<ItemOf<'annexes'>>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Line label={t('plan.text.heading')} value={value.title} onChange={(title) => onChange({ ...value, title })} />
      <Line label={t('plan.text.body')} value={value.text} rows={6} onChange={(text) => onChange({ ...value, text })} />
    </>
  );
}

/** A level: its conditions a line each, and its measures with post and minutes. */
export function LevelFields({ value, onChange, content }: FieldsProps<ItemOf<'levels'>>): ReactNode {
  const { t } = useTranslation();
  const { measures } = value;
  const first = content.positions[0]?.id ?? '';
  const set = (i: number, more: Partial<(typeof measures)[number]>): void =>
    onChange({ ...value, measures: measures.map((one, at) => (at === i ? { ...one, ...more } : one)) });
  const without = (i: number): void => {
    const gone = measures[i]?.id;
    onChange({
      ...value,
      measures: measures.filter((_, at) => at !== i).map((one) => (one.after ? { ...one, after: one.after.filter((id) => id !== gone) } : one)),
    });
  };
  const add = (): void => onChange({ ...value, measures: [...measures, { id: freeId(measures), text: '', position: first }] });
  return (
    <>
      <Line label={t('plan.field.approver')} value={value.approver} onChange={(approver) => onChange({ ...value, approver })} />
      <Line
        label={t('plan.field.conditions')}
        rows={4}
        value={value.conditions.join('\n')}
        onChange={(text) => onChange({ ...value, conditions: text.split('\n') })}
      />
      <b>{t('response.launch.measures')}</b>
      {measures.map((one, i) => (
        <div key={one.id} className="pln-row pln-measure">
          <input className="fh-input pln-wide" aria-label={t('plan.text.body')} value={one.text} onChange={({ target }) => set(i, { text: target.value })} />
          <select className="fh-input" aria-label={t('plan.field.post')} value={one.position} onChange={({ target }) => set(i, { position: target.value })}>
            {content.positions.map((post) => (
              <option key={post.id} value={post.id}>
                {post.title.zh}
              </option>
            ))}
          </select>
          <input
            className="fh-input"
            type="number"
            min={1}
            aria-label={t('plan.field.minutes')}
            placeholder={t('plan.field.minutes')}
            value={one.withinMinutes ?? ''}
            onChange={({ target }) => onChange({ ...value, measures: measures.map((two, at) => (at === i ? withMinutes(two, target.value) : two)) })}
          />
          <button type="button" className="fh-bar-button" onClick={() => without(i)}>
            {t('plan.text.remove')}
          </button>
        </div>
      ))}
      <button type="button" className="fh-button" onClick={add}>
        {t('plan.field.addMeasure')}
      </button>
    </>
  );
}

function withMinutes(measure: ItemOf<'levels'>['measures'][number], text: string): ItemOf<'levels'>['measures'][number] {
  const { withinMinutes: _before, ...rest } = measure;
  return text === '' ? rest : { ...rest, withinMinutes: Number(text) };
}

function freeId(measures: readonly { id: string }[]): string {
  let n = measures.length + 1;
  while (measures.some(({ id }) => id === `m${n}`)) n += 1;
  return `m${n}`;
}
