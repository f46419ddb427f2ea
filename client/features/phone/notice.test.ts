import { describe, expect, it } from 'vitest';
import { noticeOf, within } from './notice.ts';

describe('a push', () => {
  it('shows what it says, and calls again when the same need is told anew', () => {
    const said = { title: '调派询问', body: '水上搜救 · 贡江大桥东 · 22:40 前答复', url: '/team#offer', tag: 'd1' };
    expect(noticeOf(JSON.stringify(said))).toMatchObject({ title: said.title, body: said.body, tag: 'd1', data: '/team#offer', renotify: true });
  });

  it.each([undefined, '', 'ping', '[]', '{"title":7}', 'null'])('shows something, whatever it is: %s', (text) => {
    const { title, body } = noticeOf(text);
    expect(title).not.toBe('');
    expect(body).not.toBe('');
  });

  it('leads to this page and nowhere else', () => {
    expect(within('/team#mission', '/team')).toBe('/team#mission');
    expect(within('https://elsewhere.example/', '/team')).toBe('/team');
    expect(within('//elsewhere.example/team', '/team')).toBe('/team');
    expect(within('/teamwork', '/team')).toBe('/team');
    expect(within(undefined, '/team')).toBe('/team');
  });
});
