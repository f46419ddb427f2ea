import { describe, expect, it } from 'vitest';
import type { Incident } from '#shared/incident/state.ts';
import { UpdateIncident } from '#shared/incident/orders.ts';
import { given, idOf, past } from '#test/support/given.ts';
import { aFlood } from '#test/support/payloads.ts';
import { yuduDuty } from '#test/support/seats.ts';
import { beginEdit, changedOf, conflictsOf, settled, updateOf, type Edit } from './edit.ts';
import { buildFigures, buildSource, figureText, sourceParts } from './record-builds.ts';

function incidentWith(over: Partial<Incident> = {}): Incident {
  const { world } = given(past(yuduDuty, 'incident.log', aFlood({ casualties: { dead: 1 }, source: { channel: 'phone', unit: '贡江镇政府' } })));
  const logged = world.get('incident', idOf(1));
  if (!logged) throw new Error('It was not logged.');
  return { ...logged, ...over } as Incident;
}

const PATHS = ['casualties.dead', 'casualties.missing', 'losses.directLossCny'];
const edited = (typed: Record<string, string>): Edit => {
  const edit = beginEdit(incidentWith(), PATHS, { 'casualties.dead': '1', 'casualties.missing': '', 'losses.directLossCny': '' });
  return { ...edit, typed: { ...edit.typed, ...typed } };
};

describe('a change being typed', () => {
  it('sends only what was changed, with what was seen of it', () => {
    const payload = updateOf(incidentWith(), edited({ 'casualties.missing': '3', 'losses.directLossCny': '120.5' }), buildFigures);
    expect(payload).toMatchObject({
      casualties: { missing: 3 },
      losses: { directLossCny: 1_205_000 },
      seen: { 'casualties.missing': null, 'losses.directLossCny': null },
    });
    expect(UpdateIncident.safeParse(payload).success).toBe(true);
    expect(updateOf(incidentWith(), edited({}), buildFigures)).toBe('nothing');
  });

  it('names what can not be read', () => {
    expect(updateOf(incidentWith(), edited({ 'casualties.dead': '两' }), buildFigures)).toEqual({ wrong: ['casualties.dead'] });
  });

  it('keeps the parts of one field together', () => {
    const source = beginEdit(incidentWith(), ['source'], sourceParts('source', incidentWith().source));
    const edit = { ...source, typed: { ...source.typed, 'source.post': '副镇长' } };
    expect(changedOf(edit)).toEqual({ 'source.channel': 'phone', 'source.unit': '贡江镇政府', 'source.post': '副镇长' });
    expect(updateOf(incidentWith(), edit, buildSource)).toMatchObject({
      source: { channel: 'phone', unit: '贡江镇政府', post: '副镇长' },
      seen: { source: { channel: 'phone', unit: '贡江镇政府' } },
    });
  });
});

describe('a field that somebody else has set meanwhile', () => {
  const theirs = incidentWith({ casualties: { dead: 4, missing: 2 } });

  it('is in dispute only if it was typed otherwise here', () => {
    expect(conflictsOf(theirs, edited({ 'casualties.dead': '3' }), buildFigures)).toEqual([{ path: 'casualties.dead', mine: 3, theirs: 4 }]);
    expect(conflictsOf(theirs, edited({ 'casualties.dead': '4' }), buildFigures)).toEqual([]);
    expect(conflictsOf(theirs, edited({}), buildFigures)).toEqual([]);
  });

  it('is settled for mine, which then knows theirs, or for theirs, and nothing is in dispute any more', () => {
    const edit = edited({ 'casualties.dead': '3', 'casualties.missing': '1' });
    const [dead, missing] = conflictsOf(theirs, edit, buildFigures);
    if (!dead || !missing) throw new Error('Both are in dispute.');
    const next = settled(settled(edit, dead, 'mine', figureText), missing, 'theirs', figureText);
    expect(conflictsOf(theirs, next, buildFigures)).toEqual([]);
    expect(updateOf(theirs, next, buildFigures)).toMatchObject({ casualties: { dead: 3 }, seen: { 'casualties.dead': 4 } });
    expect(next.typed['casualties.missing']).toBe('2');
  });
});
