import i18next from 'i18next';
import { ApiError, Unreachable } from '#client/store/api.ts';
import { refusalText } from '#client/ui/refusal.ts';

/** Why a call about accounts failed, in words and with what to do. */
export function accessErrorText(error: unknown): string {
  if (error instanceof Unreachable) return i18next.t('access.error.unreachable');
  if (!(error instanceof ApiError)) throw error;
  const key = `access.error.${error.code}`;
  if (error.code !== 'invalid' && i18next.exists(key)) return i18next.t(key);
  const field = error.details[0];
  if (!field) return refusalText(error);
  // What the server says of a field is for developers; where we have words for people, those.
  const words = `access.wrong.${field.path}`;
  return i18next.exists(words) ? i18next.t(words) : `${i18next.t('access.fieldIs', { field: fieldName(field.path) })}${field.message}`;
}

function fieldName(path: string): string {
  const key = `access.field.${path}`;
  return i18next.exists(key) ? i18next.t(key) : path;
}
