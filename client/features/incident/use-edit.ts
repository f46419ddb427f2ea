import { useEffect, useState } from 'react';
import { send, useSending, type Sending } from '#client/store/outbox.ts';
import type { Incident } from '#shared/incident/state.ts';
import { beginEdit, changedOf, conflictsOf, settled, updateOf, type Build, type Conflict, type Edit } from './edit.ts';

interface EditOptions {
  /** Names what is edited, once for each incident. */
  name: string;
  paths: readonly string[];
  /** The text in which a value is typed, by the keys that `build` reads. */
  textOf: (path: string, value: unknown) => Record<string, string>;
  build: Build;
}

export interface EditState {
  /** What is typed; undefined while nothing is. */
  typed: Readonly<Record<string, string>> | undefined;
  /** Whether an order with it is on its way. */
  waits: boolean;
  sending: Sending | undefined;
  wrong: readonly string[];
  unchanged: boolean;
  conflicts: readonly Conflict[];
  begin: () => void;
  type: (key: string, text: string) => void;
  save: () => void;
  /** Decides for mine or theirs. With nothing else in dispute mine is sent at once. */
  settle: (conflict: Conflict, choice: 'mine' | 'theirs') => void;
  cancel: () => void;
}

/**
 * Fields of an incident being changed. Every keystroke is kept on this device until the change is recorded; when somebody
 * else has set the same field meanwhile, the person's text stays and both values are shown.
 */
export function useEdit(incident: Incident, { name, paths, textOf, build }: EditOptions): EditState {
  const key = `fenghuo.edit.${incident.id}.${name}`;
  const [edit, setEdit] = useState(() => read(key));
  const [last, setLast] = useState<string>();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const sending = useSending(edit?.order ?? last);
  const state = edit?.order === undefined ? undefined : sending?.state;

  const put = (next: Edit | undefined): void => {
    if (next) localStorage.setItem(key, JSON.stringify(next));
    else localStorage.removeItem(key);
    setEdit(next);
  };
  useEffect(() => {
    if (state !== 'recorded') return;
    localStorage.removeItem(key);
    setEdit(undefined);
  }, [state, key]);

  const saving = (from: Edit): void => {
    const payload = updateOf(incident, from, build);
    setWrong(payload !== 'nothing' && 'wrong' in payload ? payload.wrong : []);
    if (payload === 'nothing') return put(undefined);
    if ('wrong' in payload) return put(from);
    // What is known to be in dispute is not sent: the person decides first.
    if (conflictsOf(incident, from, build).length > 0) return put(from);
    const { id } = send('incident.update', payload);
    setLast(id);
    put({ ...from, order: id });
  };

  return {
    typed: edit?.typed,
    waits: state === 'queued' || state === 'sending' || state === 'recorded',
    sending,
    wrong,
    unchanged: edit === undefined || Object.keys(changedOf(edit)).length === 0,
    conflicts: edit ? conflictsOf(incident, edit, build) : [],
    begin: () => {
      setLast(undefined);
      put(beginEdit(incident, paths, Object.assign({}, ...paths.map((path) => textOf(path, beginEdit(incident, [path], {}).seen[path])))));
    },
    type: (field, text) => edit && put({ ...edit, typed: { ...edit.typed, [field]: text } }),
    save: () => edit && saving(edit),
    settle: (conflict, choice) => {
      if (!edit) return;
      const next = settled(edit, conflict, choice, textOf);
      if (conflictsOf(incident, next, build).length > 0) put(next);
      else saving(next);
    },
    cancel: () => {
      setWrong([]);
      put(undefined);
    },
  };
}

function read(key: string): Edit | undefined {
  const kept = localStorage.getItem(key);
  // Written only above.
  return kept === null ? undefined : (JSON.parse(kept) as Edit);
}
