import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '#client/store/outbox.ts';
import { OrderState } from '#client/ui/order-state.tsx';
import { mayUpdate } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { FigureFields } from './figure-fields.tsx';
import { casualtiesOf, FIGURES, type Figure, type LogDraft } from './log-draft.ts';

/** The figures as last given. What nobody has given is a dash, never 0. */
export function FigurePanel({ incident, actor }: { incident: Incident; actor: Actor }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<LogDraft['figures']>();
  const [wrong, setWrong] = useState<readonly Figure[]>([]);
  const [order, setOrder] = useState<string>();
  const editable = incident.status === 'open' && mayUpdate(actor);

  const save = (): void => {
    const { values, wrong: unreadable } = casualtiesOf(typed ?? {});
    setWrong(unreadable);
    if (unreadable.length > 0) return;
    const changed = Object.fromEntries(
      FIGURES.flatMap((figure) => (values[figure] !== undefined && values[figure] !== incident.casualties[figure] ? [[figure, values[figure]]] : [])),
    );
    if (Object.keys(changed).length > 0) setOrder(send('incident.update', { incidentId: incident.id, casualties: changed }).id);
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') setTyped(undefined);
    else return;
    event.stopPropagation();
  };

  return (
    <section className="inc-figures" aria-label={t('incident.field.casualties')}>
      <h3>
        {t('incident.field.casualties')}
        <OrderState id={order} />
        {editable && typed === undefined && (
          <button type="button" className="inc-link" onClick={() => setTyped(asTyped(incident))}>
            {t('incident.detail.editFigures')}
          </button>
        )}
      </h3>
      {typed === undefined ? (
        <dl>
          {FIGURES.map((figure) => {
            const count = incident.casualties[figure];
            return (
              <div
                key={figure}
                data-given={count !== undefined}
                data-grave={(figure === 'dead' || figure === 'missing' || figure === 'trapped') && (count ?? 0) > 0}
              >
                <dt>{t(`incident.figure.${figure}`)}</dt>
                <dd title={count === undefined ? t('incident.notReported') : undefined}>{count ?? '—'}</dd>
              </div>
            );
          })}
        </dl>
      ) : (
        <div onKeyDown={onKeyDown}>
          <FigureFields figures={typed} wrong={wrong} onChange={setTyped} />
          <div className="inc-buttons">
            <button type="button" className="fh-button fh-button-primary" onClick={save}>
              {t('incident.detail.save')}
            </button>
            <button type="button" className="fh-button fh-button-plain" onClick={() => setTyped(undefined)}>
              {t('incident.detail.cancel')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

function asTyped({ casualties }: Incident): LogDraft['figures'] {
  return Object.fromEntries(FIGURES.flatMap((figure) => (casualties[figure] === undefined ? [] : [[figure, String(casualties[figure])]])));
}
