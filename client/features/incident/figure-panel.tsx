import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#shared/incident/record.ts';
import { mayUpdate } from '#shared/incident/policy.ts';
import type { Incident } from '#shared/incident/state.ts';
import type { Actor } from '#shared/seat.ts';
import { labelKey, lossesText, valueText } from './change-words.ts';
import { EditConflicts } from './edit-conflict.tsx';
import { lossesOf, peopleOf } from './figures.ts';
import { SendingState } from '#client/ui/order-state.tsx';
import { buildFigures, figureText } from './record-builds.ts';
import { useEdit, type EditState } from './use-edit.ts';
import { useWords } from './use-words.ts';

interface FigurePanelProps {
  incident: Incident;
  actor: Actor;
  /** With every figure of losses, and when each was last given. */
  whole?: boolean;
}

/** The figures as last given. What nobody has given is a dash, never 0; missing is not dead. */
export function FigurePanel({ incident, actor, whole = false }: FigurePanelProps) {
  const { t } = useTranslation();
  const words = useWords();
  const people = peopleOf(incident.typeCode, incident.casualties).map((figure) => `casualties.${figure}`);
  const losses = lossesOf(incident.typeCode, incident.losses).map((loss) => `losses.${loss}`);
  const edit = useEdit(incident, { name: 'figures', paths: [...people, ...losses], textOf: figureText, build: buildFigures });
  const editable = incident.status === 'open' && mayUpdate(actor);
  const typing = edit.typed !== undefined && !edit.waits;
  const lost = lossesText(incident.losses ?? {}, words);

  return (
    <section className="inc-figures" aria-label={t('incident.field.casualties')}>
      <h3>
        {t(whole ? 'record.section.figures' : 'incident.field.casualties')}
        {edit.sending && (edit.sending.state !== 'refused' || edit.conflicts.length === 0) && <SendingState sending={edit.sending} />}
        {editable && edit.typed === undefined && (
          <button type="button" className="inc-link" onClick={edit.begin}>
            {t('incident.detail.editFigures')}
          </button>
        )}
      </h3>
      {typing ? (
        <FigureEdit paths={[people, losses]} edit={edit} />
      ) : (
        <>
          <Figures incident={incident} paths={people} />
          {whole ? <Figures incident={incident} paths={losses} /> : lost && <p className="inc-losses">{lost}</p>}
        </>
      )}
    </section>
  );
}

const GRAVE: readonly string[] = ['casualties.dead', 'casualties.missing', 'casualties.trapped'];

function Figures({ incident, paths }: { incident: Incident; paths: readonly string[] }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <dl data-losses={paths[0]?.startsWith('losses')}>
      {paths.map((path) => {
        const value = valueAt(incident, path);
        const given = incident.givenAt?.[path.slice(path.indexOf('.') + 1)];
        return (
          <div key={path} data-given={value !== null} data-grave={GRAVE.includes(path) && typeof value === 'number' && value > 0}>
            <dt>{t(labelKey(path))}</dt>
            <dd title={value === null ? t('incident.notReported') : undefined}>{valueText(path, value, words) ?? '—'}</dd>
            <dd className="inc-given" title={given && t('record.given', { at: words.time(given) })}>
              {given !== undefined && value !== null && words.time(given).replace(/^\d{4}-/, '')}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FigureEdit({ paths, edit }: { paths: readonly (readonly string[])[]; edit: EditState }) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') edit.save();
    else if (event.key === 'Escape') edit.cancel();
    event.stopPropagation();
  };
  return (
    <div onKeyDown={onKeyDown}>
      {paths.map((group) => (
        <div key={group[0]} className="inc-figures-edit" data-columns={group[0]?.startsWith('losses') ? 3 : group.length}>
          {group.map((path) => (
            <label key={path}>
              <span>
                {t(labelKey(path))} {path.startsWith('losses.') && <small>{t(`record.unit.${path.slice('losses.'.length)}`)}</small>}
              </span>
              <input
                className="fh-input"
                inputMode="decimal"
                maxLength={13}
                value={edit.typed?.[path] ?? ''}
                aria-invalid={edit.wrong.includes(path) || undefined}
                autoComplete="off"
                placeholder="—"
                onChange={(event) => edit.type(path, event.target.value)}
              />
            </label>
          ))}
        </div>
      ))}
      <p className="fh-field-hint">{t('record.emptied')}</p>
      <EditConflicts edit={edit} />
      <div className="inc-buttons">
        <button type="button" className="fh-button fh-button-primary" disabled={edit.conflicts.length > 0} onClick={edit.save}>
          {t('incident.detail.save')}
        </button>
        <button type="button" className="fh-button fh-button-plain" onClick={edit.cancel}>
          {t('incident.detail.cancel')}
        </button>
      </div>
    </div>
  );
}
