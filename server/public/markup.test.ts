import { expect, it } from 'vitest';
import { element, escaped } from './markup.ts';

it('what would be markup is said by its number, and nothing in it is lost', () => {
  expect(escaped(`a<b>&"c"'d'`)).toBe('a&#60;b&#62;&#38;&#34;c&#34;&#39;d&#39;');
  expect(escaped('一行\n二行\t三')).toBe('一行\n二行\t三');
});

it('what XML has no way to say is left out: control characters, half a character', () => {
  expect(escaped('山\u0000洪\u0007 \uFFFE\uD83D预警')).toBe('山洪 预警');
  expect(escaped('𠮷')).toBe('𠮷');
});

it('an empty element is none', () => {
  expect(element('note', '')).toBe('');
  expect(element('note', '<')).toBe('<note>&#60;</note>');
});
