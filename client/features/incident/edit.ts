import type { Payload } from '#shared/catalogue.ts';
import { pathsOf, sameValue, valueAt } from '#shared/incident/record.ts';
import type { Incident } from '#shared/incident/state.ts';

/** A change of some fields of an incident as it is being typed, and what stood there when the typing began. */
export interface Edit {
  /** By path or a part of it: `title`, `casualties.dead`, `source.unit`. */
  typed: Readonly<Record<string, string>>;
  initial: Readonly<Record<string, string>>;
  /** The values seen, by path: one that differs by now was changed by somebody else. */
  seen: Readonly<Record<string, unknown>>;
  /** The order that carries it, once it was given. */
  order?: string;
}

export type Change = Omit<Payload<'incident.update'>, 'incidentId' | 'seen'>;
/** What typed text sets, or the keys of what can't be read. It is given only what was changed. */
export type Build = (typed: Readonly<Record<string, string>>) => { set: Change } | { wrong: string[] };

/** A field that somebody else has set otherwise meanwhile. */
export interface Conflict {
  path: string;
  mine: unknown;
  theirs: unknown;
}

export const beginEdit = (incident: Incident, paths: readonly string[], initial: Readonly<Record<string, string>>): Edit => ({
  typed: initial,
  initial,
  seen: Object.fromEntries(paths.map((path) => [path, valueAt(incident, path)])),
});

/** What was typed otherwise than it stood. Of a field of several parts (who reported) all go together. */
export function changedOf({ typed, initial, seen }: Edit): Record<string, string> {
  const fields = Object.keys(seen).filter((path) => keysOf(path, typed).some((key) => typed[key] !== initial[key]));
  return Object.fromEntries(fields.flatMap((path) => keysOf(path, typed)).map((key) => [key, typed[key] ?? '']));
}

export function conflictsOf(incident: Incident, edit: Edit, build: Build): Conflict[] {
  const built = build(changedOf(edit));
  if (!('set' in built)) return [];
  return pathsOf(built.set).flatMap((path) => {
    const theirs = valueAt(incident, path);
    const mine = valueAt(built.set, path);
    return Object.hasOwn(edit.seen, path) && !sameValue(theirs, edit.seen[path]) && !sameValue(theirs, mine) ? [{ path, mine, theirs }] : [];
  });
}

/** The order's payload, and nothing when nothing was changed. */
export function updateOf(incident: Incident, edit: Edit, build: Build): Payload<'incident.update'> | 'nothing' | { wrong: string[] } {
  const built = build(changedOf(edit));
  if (!('set' in built)) return built;
  const paths = pathsOf(built.set);
  if (paths.length === 0) return 'nothing';
  // Values of the incident's own fields: each is one that the order takes.
  const seen = Object.fromEntries(paths.map((path) => [path, edit.seen[path] ?? null])) as NonNullable<Payload<'incident.update'>['seen']>;
  return { incidentId: incident.id, ...built.set, seen };
}

/** Mine stands against theirs, which was seen by now; or theirs is taken, and mine is gone. */
export function settled(
  edit: Edit,
  { path, theirs }: Conflict,
  choice: 'mine' | 'theirs',
  textOf: (path: string, value: unknown) => Record<string, string>,
): Edit {
  const seen = { ...edit.seen, [path]: theirs };
  if (choice === 'mine') return { ...edit, seen };
  const text = textOf(path, theirs);
  return { ...edit, seen, typed: { ...edit.typed, ...text }, initial: { ...edit.initial, ...text } };
}

const keysOf = (path: string, typed: Readonly<Record<string, string>>): string[] =>
  Object.keys(typed).filter((key) => key === path || key.startsWith(`${path}.`));
