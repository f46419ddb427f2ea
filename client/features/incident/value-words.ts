import { valueText, labelKey } from './change-words.ts';
import { useWords } from './use-words.ts';

/** How this screen says a field of an incident and its value. */
export function useValueWords(): { label: (path: string) => string; value: (path: string, value: unknown) => string } {
  const words = useWords();
  return {
    label: (path) => words.t(labelKey(path)),
    value: (path, value) => valueText(path, value, words) ?? words.t('incident.notGiven'),
  };
}
