import { useState, type ComponentType, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dismiss, send } from '#client/store/outbox.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import type { Change, List } from '#shared/plan/change.ts';
import type { PlanContent } from '#shared/plan/content.ts';
import type { Edition, Plan } from '#shared/plan/state.ts';
import type { RefusalDetail } from '#shared/refusal.ts';

export type ItemOf<L extends List> = PlanContent[L][number];

export interface FieldsProps<T> {
  value: T;
  onChange: (value: T) => void;
  content: PlanContent;
  isNew: boolean;
}

interface PieceProps<L extends List> {
  plan: Plan;
  edition: Edition;
  editable: boolean;
  list: L;
  item: ItemOf<L>;
  Fields: ComponentType<FieldsProps<ItemOf<L>>>;
  isNew?: boolean;
  onDone?: () => void;
  children: ReactNode;
}

/** What was typed and not saved, and on which revision it was begun: kept on this device until it is saved or given up. */
interface Kept<T> {
  base: number;
  value: T;
}

/** One clause or item: read, or changed by itself. What somebody else changed meanwhile is shown beside, never overwritten. */
export function Piece<L extends List>({ plan, edition, editable, list, item, Fields, isNew = false, onDone, children }: PieceProps<L>) {
  const { t } = useTranslation();
  const name = 'level' in item ? item.level : item.id;
  const key = `fenghuo.plan.${edition.id}.${list}/${isNew ? 'new' : name}`;
  const [kept, setKept] = useState<Kept<ItemOf<L>> | undefined>(() =>
    editable ? (keptAt(key) ?? (isNew ? { base: edition.revision, value: item } : undefined)) : undefined,
  );
  const [order, setOrder] = useState<string>();
  const [conflict, setConflict] = useState<RefusalDetail>();
  const [sure, setSure] = useState(false);

  const keep = (next: Kept<ItemOf<L>> | undefined): void => {
    setKept(next);
    if (next) localStorage.setItem(key, JSON.stringify(next));
    else localStorage.removeItem(key);
  };
  // What was refused is settled once its writer has decided.
  const settle = (): void => {
    if (conflict && order !== undefined) dismiss(order);
    setConflict(undefined);
  };
  const give = (change: Change, base: number): void => {
    settle();
    const { id, done } = send('plan.edit', { planId: plan.id, baseRevision: base, changes: [change] });
    setOrder(id);
    void done.then((answer) => {
      if (answer.ok) {
        keep(undefined);
        onDone?.();
      } else if (answer.code === 'plan.conflict') setConflict(answer.details?.[0]);
    });
  };
  const close = (): void => {
    keep(undefined);
    settle();
    onDone?.();
  };
  // The list and its item belong together: both are of L.
  const put = (value: ItemOf<L>): Change => ({ in: list, put: value }) as unknown as Change;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (kept) give(put(kept.value), kept.base);
  };
  if (!editable || !kept)
    return (
      <article id={`${list}-${name}`} className="pln-piece">
        {children}
        {editable && (
          <div className="pln-row pln-piece-tools">
            <button type="button" className="fh-bar-button" onClick={() => keep({ base: edition.revision, value: item })}>
              {t('plan.text.edit')}
            </button>
            <button
              type="button"
              className="fh-bar-button"
              onBlur={() => setSure(false)}
              onClick={() => (sure ? give({ in: list, remove: name } as Change, edition.revision) : setSure(true))}
            >
              {t(sure ? 'plan.text.removeAsk' : 'plan.text.remove')}
            </button>
            <OrderState id={order} />
          </div>
        )}
      </article>
    );
  return (
    <form id={`${list}-${name}`} className="pln-piece pln-form" onSubmit={save}>
      <Fields value={kept.value} onChange={(value) => keep({ ...kept, value })} content={edition.content} isNew={isNew} />
      {conflict && (
        <div className="pln-conflict" role="alert">
          <b>{t('plan.text.conflict')}</b>
          <pre>{saidOf(conflict.current) ?? t('plan.text.gone')}</pre>
          <div className="pln-row">
            <button type="button" className="fh-button" onClick={() => give(put(kept.value), plan.draft?.revision ?? edition.revision)}>
              {t('plan.text.mine')}
            </button>
            <button type="button" className="fh-button" onClick={close}>
              {t('plan.text.theirs')}
            </button>
          </div>
        </div>
      )}
      <div className="pln-row">
        <button type="submit" className="fh-button fh-button-primary">
          {t('plan.text.save')}
        </button>
        <button type="button" className="fh-button" onClick={close}>
          {t('plan.text.cancel')}
        </button>
        <OrderState id={order} />
      </div>
    </form>
  );
}

function keptAt<T>(key: string): Kept<T> | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Kept<T>;
  } catch (error) {
    console.warn(error);
    localStorage.removeItem(key);
    return undefined;
  }
}

/** By these the parts of a plan name each other: nothing to read. */
const NAMES = ['id', 'part', 'position', 'under', 'after', 'level', 'kind', 'capability'];

/** An item in lines that people read: its words without its names. */
export function saidOf(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  if (typeof item !== 'object' || item === null) return undefined;
  const parts = Array.isArray(item) ? item.map(saidOf) : Object.entries(item).map(([field, value]) => (NAMES.includes(field) ? undefined : saidOf(value)));
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
