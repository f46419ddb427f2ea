import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send, useSending } from '#client/store/outbox.ts';
import { Notice } from '#client/ui/notice.tsx';
import { refusalText } from '#client/ui/refusal.ts';
import { ORDERS } from '#shared/catalogue.ts';
import type { Row, TableId } from '#shared/rulebook/tables.ts';
import { DiffList } from './diff-list.tsx';

interface ProposeBarProps {
  table: TableId;
  rows: readonly Row[];
  changed: readonly Row[];
  onDrop: (id: string) => void;
  onGiven: () => void;
}

/** What has been changed here and is not proposed yet. It takes effect when another person has approved it. */
export function ProposeBar({ table, rows, changed, onDrop, onGiven }: ProposeBarProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<string>();
  const sending = useSending(given);
  const answer = sending?.answer;
  const propose = async (): Promise<void> => {
    const order = send('rulebook.propose', ORDERS['rulebook.propose'].parse({ rulebookId: table, rows: changed, reason }));
    setGiven(order.id);
    if ((await order.done).ok) onGiven();
  };
  return (
    <section className="rul-proposal" aria-label={t('rulebook.draft.title')}>
      <header>
        <h2>{t('rulebook.draft.title')}</h2>
        <span>{t('rulebook.draft.hint')}</span>
      </header>
      <DiffList before={rows} after={changed} drop={{ label: t('rulebook.draft.drop'), run: onDrop }} />
      <footer>
        <Input
          value={reason}
          maxLength={1000}
          placeholder={t('rulebook.draft.reason')}
          aria-label={t('rulebook.draft.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" disabled={reason.trim() === ''} loading={sending !== undefined && !answer} onClick={() => void propose()}>
          {t('rulebook.draft.propose')}
        </Button>
      </footer>
      {answer && !answer.ok && <Notice tone="no">{refusalText(answer)}</Notice>}
    </section>
  );
}
