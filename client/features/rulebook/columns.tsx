import { Button, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import type { Language } from '#client/i18n/index.ts';
import { LevelMark } from '#client/ui/level-mark.tsx';
import type { Row, TableId } from '#shared/rulebook/tables.ts';
import { SourceCell } from './source-cell.tsx';
import { amountText, appliesText, classesText, clockText, dayText, figureName, limitText } from './words.ts';

type Columns = TableColumnsType<Row>;

/** The columns of a table. What is law can't be edited: its row says so instead of a button. */
export function columnsOf(table: TableId, t: TFunction, language: Language, onEdit: ((row: Row) => void) | undefined): Columns {
  const source: Columns[number] = { title: t('rulebook.field.source'), width: 280, render: (_, row) => <SourceCell row={row} /> };
  const edit: Columns[number] = {
    title: <span className="fh-hidden">{t('rulebook.edit')}</span>,
    width: 76,
    align: 'right',
    render: (_, row) =>
      row.tag === 'S' ? (
        <span className="rul-law">{t('rulebook.fixed')}</span>
      ) : (
        <Button size="small" onClick={() => onEdit?.(row)} aria-label={`${t('rulebook.edit')} ${row.id}`}>
          {t('rulebook.edit')}
        </Button>
      ),
  };
  return [...COLUMNS[table](t, language), source, ...(onEdit ? [edit] : [])];
}

const said = (row: { zh: string; en: string }, language: Language): string => (language === 'en' ? row.en : row.zh);

const COLUMNS: Readonly<Record<TableId, (t: TFunction, language: Language) => Columns>> = {
  'report-deadlines': (t, language) => [
    { title: t('rulebook.field.id'), width: 72, render: (_, { id }) => <span className="fh-mono">{id}</span> },
    {
      title: t('rulebook.field.words'),
      render: (_, row) =>
        'clock' in row && (
          <span className="rul-two" data-off={row.suspended}>
            <b>{said(row, language)}</b>
            <small>
              {t(`rulebook.level.${row.from}`)} → {t(`rulebook.level.${row.to}`)} · {t(`rulebook.channel.${row.channel}`)} · {t(`rulebook.kind.${row.kind}`)}
              {row.suspended && ` · ${t('rulebook.suspended')}`}
            </small>
          </span>
        ),
    },
    { title: t('rulebook.field.limit'), width: 130, render: (_, row) => 'clock' in row && limitText(row, t) },
    { title: t('rulebook.field.clock'), width: 130, render: (_, row) => 'clock' in row && clockText(row, t) },
    { title: t('rulebook.field.applies'), width: 210, render: (_, row) => 'clock' in row && appliesText(row, t, language) },
  ],
  severity: (t, language) => [
    {
      title: t('rulebook.field.classes'),
      render: (_, row) =>
        'classes' in row && (
          <span className="rul-two">
            <b>{classesText(row.classes, language)}</b>
            {row.except && <small>{t('rulebook.except', { classes: classesText(row.except, language) })}</small>}
          </span>
        ),
    },
    {
      title: t('rulebook.field.figure'),
      width: 170,
      render: (_, row) => 'classes' in row && `${figureName(row.figure, t)}${row.with ? t('rulebook.with', { figure: figureName(row.with.figure, t) }) : ''}`,
    },
    ...([1, 2, 3, 4] as const).map((level) => ({
      title: <LevelMark level={level} />,
      width: 118,
      render: (_: unknown, row: Row) => {
        if (!('classes' in row)) return null;
        const least = row.at[level];
        const tag = row.tagAt?.[level];
        return least === undefined ? '–' : `≥ ${amountText(row.figure, least, t)}${tag ? ` (${tag})` : ''}`;
      },
    })),
  ],
  holidays: (t, language) => [
    { title: t('rulebook.field.day'), width: 200, render: (_, { id }) => dayText(id, language) },
    { title: t('rulebook.field.off'), width: 110, render: (_, row) => 'off' in row && t(row.off ? 'rulebook.off' : 'rulebook.worked') },
    { title: t('rulebook.field.words'), render: (_, row) => 'zh' in row && said(row, language) },
  ],
  numbers: (t, language) => [
    { title: t('rulebook.field.words'), render: (_, row) => 'zh' in row && said(row, language) },
    {
      title: t('rulebook.field.value'),
      width: 160,
      render: (_, row) =>
        'unit' in row && (
          <b>
            {row.value} {t(`rulebook.unit.${row.unit}`)}
          </b>
        ),
    },
  ],
};
