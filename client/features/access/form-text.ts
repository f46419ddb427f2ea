/** What was typed in a field of a form; nothing where there is no such field. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A one-time code as people type it: `123 456`. */
export const formCode = (form: FormData, name: string): string => formText(form, name).replaceAll(/\s/g, '');
