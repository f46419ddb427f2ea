import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { CATEGORIES, CLASSES } from '#shared/incident/classes.ts';
import { REPORT_LEVELS } from '#shared/report/deadline.ts';
import { CLOCKS, LADDER_FIGURES, ONLY, UNITS, type TableId } from '#shared/rulebook/tables.ts';
import { LIMIT_KINDS } from './row-values.ts';
import { figureName } from './words.ts';

/** The fields of one row. A row's own id is given once. */
export function RowFields({ table, adding }: { table: TableId; adding: boolean }) {
  const { t } = useTranslation();
  const label = (field: string): string => t(`rulebook.field.${field}`);
  const required = (field: string) => [{ required: true, message: t('rulebook.required', { field: label(field) }) }];
  return (
    <>
      {adding && (
        <Form.Item name="id" label={label(table === 'holidays' ? 'day' : 'id')} extra={t(`rulebook.idHint.${table}`)} rules={required('id')}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      {table === 'report-deadlines' && <DeadlineFields />}
      {table === 'severity' && <LadderFields adding={adding} />}
      {table === 'holidays' && (
        <Form.Item name="off" label={label('off')} rules={required('off')}>
          <Select
            options={[
              { value: true, label: t('rulebook.off') },
              { value: false, label: t('rulebook.worked') },
            ]}
          />
        </Form.Item>
      )}
      {table === 'numbers' && (
        <div className="rul-pair">
          <Form.Item name="value" label={label('value')} rules={required('value')}>
            <InputNumber min={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="unit" label={label('unit')} rules={required('unit')}>
            <Select options={UNITS.map((value) => ({ value, label: t(`rulebook.unit.${value}`) }))} disabled={!adding} />
          </Form.Item>
        </div>
      )}
      {table !== 'severity' && (
        <>
          <Form.Item name="zh" label={label('zh')} rules={required('zh')}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <Form.Item name="en" label={label('en')} rules={required('en')}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="source" label={label('source')} extra={t('rulebook.sourceHint')} rules={required('source')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="sourceEn" label={label('sourceEn')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="tag" label={label('tag')} rules={required('tag')}>
        <Select options={(['S*', 'R', 'D'] as const).map((value) => ({ value, label: `${t(`rulebook.tag.${value}`)} · ${t(`rulebook.tagHint.${value}`)}` }))} />
      </Form.Item>
    </>
  );
}

function useClasses(): { value: string; label: string }[] {
  const english = languageNow() === 'en';
  return [
    ...Object.entries(CATEGORIES).map(([value, [zh, en]]) => ({ value, label: `${value} ${english ? en : zh}` })),
    ...CLASSES.map(({ code, zh, en }) => ({ value: code, label: `${code} ${english ? en : zh}` })),
  ];
}

function DeadlineFields() {
  const { t } = useTranslation();
  const classes = useClasses();
  const kind: unknown = Form.useWatch('limitKind');
  const clock: unknown = Form.useWatch('clock');
  const label = (field: string): string => t(`rulebook.field.${field}`);
  const required = (field: string) => [{ required: true, message: t('rulebook.required', { field: label(field) }) }];
  const levels = REPORT_LEVELS.map((value) => ({ value, label: t(`rulebook.level.${value}`) }));
  const severities = [1, 2, 3, 4].map((value) => ({ value, label: t(`common.level.${value}`) }));
  return (
    <>
      <div className="rul-pair">
        <Form.Item name="from" label={label('from')} rules={required('from')}>
          <Select options={levels} />
        </Form.Item>
        <Form.Item name="to" label={label('to')} rules={required('to')}>
          <Select options={levels} />
        </Form.Item>
        <Form.Item name="channel" label={label('channel')} rules={required('channel')}>
          <Select options={['any', 'phone', 'written'].map((value) => ({ value, label: t(`rulebook.channel.${value}`) }))} />
        </Form.Item>
        <Form.Item name="kind" label={label('kind')} rules={required('kind')}>
          <Select options={['initial', 'follow-up', 'final'].map((value) => ({ value, label: t(`rulebook.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="limitKind" label={label('limitKind')} rules={required('limitKind')}>
          <Select options={LIMIT_KINDS.map((value) => ({ value, label: t(`rulebook.limitKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="limit" label={label('limit')} rules={required('limit')}>
          {kind === 'daily' ? <Input placeholder="09:00" /> : <InputNumber min={1} style={{ width: '100%' }} />}
        </Form.Item>
        <Form.Item name="clock" label={label('clock')} rules={required('clock')}>
          <Select options={CLOCKS.map((value) => ({ value, label: t(`rulebook.clock.${value}`) }))} />
        </Form.Item>
        {clock === 'after' && (
          <Form.Item name="after" label={label('after')} rules={required('after')}>
            <Input placeholder="R19P" />
          </Form.Item>
        )}
        <Form.Item name="minSeverity" label={label('minSeverity')} initialValue={0}>
          <Select options={[{ value: 0, label: t('rulebook.anyLevel') }, ...severities]} />
        </Form.Item>
        <Form.Item name="maxSeverity" label={label('maxSeverity')}>
          <Select allowClear options={severities} />
        </Form.Item>
        <Form.Item name="withinDays" label={label('withinDays')}>
          <InputNumber min={1} max={366} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="only" label={label('only')}>
          <Select allowClear options={ONLY.map((value) => ({ value, label: t(`rulebook.only.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="hazards" label={label('hazards')} rules={required('hazards')}>
        <Select mode="multiple" optionFilterProp="label" options={classes} />
      </Form.Item>
      <Form.Item name="exceptHazards" label={label('exceptHazards')}>
        <Select mode="multiple" optionFilterProp="label" options={classes} />
      </Form.Item>
      <Form.Item name="switchedOff" label={t('rulebook.suspend')} extra={t('rulebook.suspendHint')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}

function LadderFields({ adding }: { adding: boolean }) {
  const { t } = useTranslation();
  const classes = useClasses();
  const label = (field: string): string => t(`rulebook.field.${field}`);
  const required = (field: string) => [{ required: true, message: t('rulebook.required', { field: label(field) }) }];
  return (
    <>
      <Form.Item name="classes" label={label('classes')} rules={required('classes')}>
        <Select mode="multiple" optionFilterProp="label" options={classes} />
      </Form.Item>
      <Form.Item name="except" label={label('except')}>
        <Select mode="multiple" optionFilterProp="label" options={classes} />
      </Form.Item>
      <Form.Item name="figure" label={label('figure')} rules={required('figure')}>
        <Select disabled={!adding} options={LADDER_FIGURES.map((value) => ({ value, label: figureName(value, t) }))} />
      </Form.Item>
      <div className="rul-pair">
        {[1, 2, 3, 4].map((level) => (
          <Form.Item key={level} name={['at', String(level)]} label={`${t(`common.level.${level}`)} ≥`}>
            <InputNumber min={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
