import { h } from './dom.ts';
import { addNote } from './reports.ts';
import { t } from './screen.ts';

/** One more line to a report. It waits in the same queue, behind the report itself. */
export function noteForm(incidentId: string): HTMLElement {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true }, t('report.noteEmpty'));
  const text = h('textarea', { id: 'field-note', rows: 2, maxlength: 1000, placeholder: t('report.noteExample') });
  const button = h('button', { class: 'primary' }, t('report.noteGo'));
  const send = async (): Promise<void> => {
    const words = text.value.trim();
    problem.hidden = words !== '';
    if (words === '') return text.focus();
    button.disabled = true;
    // On the disk before the field is emptied.
    await addNote(incidentId, words);
    text.value = '';
    button.disabled = false;
  };
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    void send();
  };
  return h('form', { onsubmit, class: 'note' }, h('label', { class: 'field' }, h('span', {}, t('report.note')), text), problem, button);
}
