import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { actorOf, useSession } from '#client/store/session.ts';
import { useDocument } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { Skeleton } from '#client/ui/notice.tsx';
import { formatTime } from '#client/ui/time.ts';
import { mayPropose } from '#shared/rulebook/policy.ts';
import type { Row, TableId } from '#shared/rulebook/tables.ts';
import { columnsOf } from './columns.tsx';
import { Decisions } from './decisions.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { ProposeBar } from './propose-bar.tsx';
import { RowDrawer } from './row-drawer.tsx';

/** One table: what was proposed and waits, the rows that hold, and the decisions of the past. */
export function TableView({ table }: { table: TableId }) {
  const { t } = useTranslation();
  const book = useDocument('rulebook', table);
  const session = useSession();
  const [changed, setChanged] = useState<readonly Row[]>([]);
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  if (!book || !session) return <Skeleton rows={10} label={t('common.loading')} />;
  const actor = actorOf(session);
  // One proposal at a time: what waits is decided first.
  const editable = mayPropose(actor) && !book.proposal;
  const byId = new Map(changed.map((row) => [row.id, row]));
  const shown = [...book.rows.map((row) => byId.get(row.id) ?? row), ...changed.filter(({ id }) => !book.rows.some((row) => row.id === id))];
  const take = (row: Row): void => {
    setChanged([...changed.filter(({ id }) => id !== row.id), row]);
    setEdited(null);
  };
  return (
    <>
      {book.proposal && <ProposalPanel table={table} rows={book.rows} proposal={book.proposal} actor={actor} />}
      {changed.length > 0 && (
        <ProposeBar
          table={table}
          rows={book.rows}
          changed={changed}
          onDrop={(id) => setChanged(changed.filter((row) => row.id !== id))}
          onGiven={() => setChanged([])}
        />
      )}
      <div className="rul-tools">
        <span>{t('rulebook.version', { version: book.version, count: book.rows.length })}</span>
        {book.decisions[0] && <span>{t('rulebook.lastDecision', { at: formatTime(book.decisions[0].decidedAt, languageNow()) })}</span>}
        <span className="fh-bar-space" />
        {mayPropose(actor) && (
          <Button icon={<Icon name="plus" />} disabled={!editable} title={editable ? undefined : t('rulebook.proposalOpen')} onClick={() => setEdited('new')}>
            {t('rulebook.add')}
          </Button>
        )}
      </div>
      <Table<Row>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={false}
        scroll={{ x: 980 }}
        rowClassName={({ id }) => (byId.has(id) ? 'rul-changed' : '')}
        columns={columnsOf(table, t, languageNow(), editable ? setEdited : undefined)}
      />
      <Decisions table={table} decisions={book.decisions} />
      <RowDrawer table={table} edited={edited} known={shown} onTake={take} onClose={() => setEdited(null)} />
    </>
  );
}
