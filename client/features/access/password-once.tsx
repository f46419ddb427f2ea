import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** A password that was just made: shown now, to be handed over, and never again. */
export function PasswordOnce({ name, password, onClose }: { name: string; password: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={password !== null}
      title={t('access.once.title', { name })}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t('access.once.done')}
        </Button>
      }
    >
      <p>{t('access.once.hint')}</p>
      <p className="fh-once">{password}</p>
    </Modal>
  );
}
