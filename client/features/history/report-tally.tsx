import { Button, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { api } from '#client/store/api.ts';
import { Notice, Skeleton } from '#client/ui/notice.tsx';
import type { Tally } from '#shared/report/tally.ts';

interface Counted {
  incidents: number;
  rows: Tally[];
  whole: Omit<Tally, 'from' | 'to' | 'kind'>;
}

/** Of one way and kind, or of all. */
interface Line {
  counts: Counted['whole'];
  way?: Pick<Tally, 'from' | 'to' | 'kind'>;
}

const COUNTS = ['due', 'onTime', 'late', 'over', 'open', 'waived'] as const;

/** How the reports upward of all that was found were kept, by level and kind. */
export function ReportTally({ query }: { query: string }) {
  const { t } = useTranslation();
  const [counted, setCounted] = useState<Counted | 'failed'>();
  useEffect(() => {
    let wanted = true;
    api<Counted>(`/report-deadlines?${query}`).then(
      (answer) => wanted && setCounted(answer),
      (error: unknown) => {
        console.warn(error);
        if (wanted) setCounted('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, [query]);
  if (counted === undefined) return <Skeleton rows={4} label={t('common.loading')} />;
  if (counted === 'failed') return <Notice tone="no">{t('history.tally.failed')}</Notice>;
  const { incidents, rows, whole } = counted;
  return (
    <section className="his-tally" aria-label={t('history.tally.title')}>
      <header>
        <p>{t(rows.length === 0 ? 'history.tally.none' : 'history.tally.of', { count: incidents })}</p>
        <Button size="small" href={`/api/v1/report-deadlines.xlsx?${query}&language=${languageNow()}`} disabled={rows.length === 0}>
          {t('history.tally.xlsx')}
        </Button>
      </header>
      {rows.length > 0 && (
        <Table<Line>
          size="small"
          rowKey={({ way }) => (way ? `${way.from} ${way.to} ${way.kind}` : 'whole')}
          dataSource={[...rows.map((row) => ({ counts: row, way: row })), { counts: whole }]}
          pagination={false}
          scroll={{ x: 620 }}
          columns={[
            {
              title: t('history.tally.way'),
              render: (_, { way }) => (way ? `${t(`report.level.${way.from}`)} → ${t(`report.level.${way.to}`)}` : <b>{t('history.tally.whole')}</b>),
            },
            { title: t('history.tally.kind'), render: (_, { way }) => way && t(`report.kind.${way.kind}`) },
            ...COUNTS.map((name) => ({
              title: t(`report.tally.${name}`),
              width: 84,
              align: 'right' as const,
              render: (_: unknown, { counts }: Line) => <Count name={name} n={counts[name]} />,
            })),
          ]}
        />
      )}
    </section>
  );
}

function Count({ name, n }: { name: (typeof COUNTS)[number]; n: number }) {
  return <span data-tally={n > 0 && (name === 'late' || name === 'over') ? 'bad' : undefined}>{n}</span>;
}
