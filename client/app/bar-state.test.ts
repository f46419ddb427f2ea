import { describe, expect, it } from 'vitest';
import type { Connection } from '#client/store/connection.ts';
import { barState } from './bar-state.ts';

const at = (clock: string): number => Date.parse(`2026-06-01T${clock}+08:00`);
const connection = (more: Partial<Connection>): Connection => ({
  status: 'live',
  offlineSince: null,
  staleSince: null,
  lastFrameAt: at('02:10:00'),
  heardAt: at('02:14:07'),
  refused: null,
  seq: 9,
  ...more,
});
const said = (more: Partial<Connection>, now = at('02:17:10')) => barState(connection(more), now, 'zh-CN');

describe('the status bar', () => {
  it('a cut says until when the data is good and how long the cut lasts', () => {
    expect(said({ status: 'offline', offlineSince: at('02:14:09') })).toEqual({
      tone: 'warn',
      icon: 'cut',
      key: 'shell.bar.offline',
      values: { at: '02:14:07', age: '3 分钟' },
    });
  });

  it('without any word from the server yet, it claims no time', () => {
    expect(said({ status: 'offline', offlineSince: at('02:17:00'), heardAt: null })).toMatchObject({ tone: 'warn', key: 'shell.bar.neverConnected' });
  });

  it('a store that is away turns the bar although the line is up', () => {
    expect(said({ staleSince: new Date(at('02:12:30')).toISOString() })).toMatchObject({ tone: 'warn', icon: 'store', values: { at: '02:12:30' } });
  });

  it('a cut is told before a store that was away', () => {
    expect(said({ status: 'offline', offlineSince: at('02:14:09'), staleSince: '2026-05-31T18:12:30.000Z' }).key).toBe('shell.bar.offline');
  });

  it('live, it tells the time of the newest change, and its age from a minute on', () => {
    expect(said({})).toEqual({ tone: 'live', icon: 'live', key: 'shell.bar.quiet', values: { at: '02:10:00', age: '7 分钟' } });
    expect(said({ lastFrameAt: at('02:17:01') })).toMatchObject({ key: 'shell.bar.live', values: { at: '02:17:01' } });
  });

  it('catching up is not yet live', () => {
    expect(said({ status: 'catching-up' }).tone).toBe('busy');
  });
});
