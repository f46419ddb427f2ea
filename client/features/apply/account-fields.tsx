import { useTranslation } from 'react-i18next';
import { Field } from '#client/ui/field.tsx';
import type { ApplyField } from './apply-draft.ts';

export interface Account {
  username: string;
  password: string;
  again: string;
}

interface AccountFieldsProps {
  account: Account;
  shows: (field: ApplyField) => string | undefined;
  onChange: (account: Account) => void;
}

/** By which the team comes in again, to see what became of its application. */
export function AccountFields({ account, shows, onChange }: AccountFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('apply.part.account')}</legend>
      <Field
        label={t('apply.field.username')}
        hint={t('apply.hint.username')}
        error={shows('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        value={account.username}
        onChange={({ target }) => onChange({ ...account, username: target.value })}
      />
      <Field
        label={t('apply.field.password')}
        hint={t('apply.hint.password')}
        error={shows('password')}
        type="password"
        autoComplete="new-password"
        maxLength={256}
        value={account.password}
        onChange={({ target }) => onChange({ ...account, password: target.value })}
      />
      <Field
        label={t('apply.field.again')}
        type="password"
        autoComplete="new-password"
        maxLength={256}
        value={account.again}
        onChange={({ target }) => onChange({ ...account, again: target.value })}
      />
    </fieldset>
  );
}
