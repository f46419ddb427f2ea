import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '#client/i18n/index.ts';
import { send } from '#client/store/outbox.ts';
import { useDocuments, viewOf } from '#client/store/world.ts';
import { Icon } from '#client/ui/icon.tsx';
import { OrderState } from '#client/ui/order-state.tsx';
import { formatTime } from '#client/ui/time.ts';
import { isBelow } from '#shared/instruction/policy.ts';
import { mayAssign, mayWork } from '#shared/response/policy.ts';
import { waitsFor, type Task } from '#shared/response/state.ts';
import type { Actor } from '#shared/seat.ts';

type Doing = 'done' | 'skip' | 'assign';

/** One line of the checklist: what, whose, by when, what it waits for, and what was made of it. */
export function TaskLine({ task, actor, now }: { task: Task; actor: Actor; now: number }) {
  const { t } = useTranslation();
  const tasks = useDocuments('task');
  const [doing, setDoing] = useState<Doing>();
  const waits = waitsFor(viewOf({ task: tasks }), task)[0];
  const open = task.state === 'open';
  const late = open && task.dueAt !== undefined && Date.parse(task.dueAt) < now;
  const toggle = (next: Doing): void => setDoing(doing === next ? undefined : next);
  const { position, dueAt, to, outcome } = task;
  const post = position && (languageNow() === 'en' ? position.en : position.zh);
  return (
    <li data-state={task.state} data-late={late}>
      <div className="rsp-task">
        <span className="rsp-mark" aria-hidden="true">
          <Icon name={task.state === 'done' ? 'done' : open ? 'wait' : 'no'} size={14} />
        </span>
        <div>
          <b>{task.text}</b>
          <small>
            {[
              t(`task.state.${task.state}`),
              post ? `${post}（${position.unit}）` : t('task.own'),
              open && dueAt !== undefined ? t(late ? 'task.late' : 'task.due', { at: formatTime(dueAt, languageNow(), now) }) : '',
              open && waits ? t('task.waits', { task: waits.text }) : '',
              to ? t('task.assigned', { to: to.name }) : '',
              outcome ?? '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </div>
      </div>
      {open && (
        <div className="rsp-row">
          {mayWork(actor, task) && (
            <>
              <button
                type="button"
                className="fh-bar-button"
                disabled={waits !== undefined}
                title={waits ? t('task.waits', { task: waits.text }) : undefined}
                onClick={() => toggle('done')}
              >
                {t('task.done')}
              </button>
              <button type="button" className="fh-bar-button" onClick={() => toggle('skip')}>
                {t('task.skip')}
              </button>
            </>
          )}
          {mayAssign(actor, task) && (
            <button type="button" className="fh-bar-button" onClick={() => toggle('assign')}>
              {t('task.assign')}
            </button>
          )}
        </div>
      )}
      {open && doing && <Say key={doing} doing={doing} task={task} actor={actor} />}
    </li>
  );
}

function Say({ doing, task, actor }: { doing: Doing; task: Task; actor: Actor }) {
  const { t } = useTranslation();
  const organisations = useDocuments('organisation');
  const [text, setText] = useState('');
  const [order, setOrder] = useState<string>();
  const said = text.trim();
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (said === '') return;
    const { id: taskId } = task;
    if (doing === 'done') setOrder(send('task.done', { taskId, evidence: said }).id);
    else if (doing === 'skip') setOrder(send('task.skip', { taskId, reason: said }).id);
    else setOrder(send('task.assign', { taskId, to: said }).id);
  };
  const label = t(doing === 'done' ? 'task.evidence' : doing === 'skip' ? 'task.reason' : 'task.to');
  return (
    <form className="rsp-small" onSubmit={give}>
      <div className="rsp-row">
        {doing === 'assign' ? (
          <select className="fh-input" aria-label={label} value={text} onChange={({ target }) => setText(target.value)}>
            <option value="">{label}</option>
            {[...organisations.values()]
              .filter((one) => isBelow(one, actor.org))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {languageNow() === 'en' ? one.nameEn : one.name}
                </option>
              ))}
          </select>
        ) : (
          <input
            className="fh-input"
            autoFocus
            maxLength={2000}
            aria-label={label}
            placeholder={label}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
        <button type="submit" className="fh-button fh-button-primary" disabled={said === ''}>
          {t(`task.${doing}`)}
        </button>
      </div>
      <OrderState id={order} />
    </form>
  );
}
