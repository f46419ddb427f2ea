import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/dialog.tsx';
import { QrCode } from '#client/ui/qr-code.tsx';

/** The code by which teams check in. It stands at the staging zone and nowhere else, so it is shown large, to be printed or put on a tablet there. */
export function CheckCode({ code, number, place }: { code: string; number: string; place: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <p className="dis-code">
      <span>{t('dispatch.board.code')}</span>
      <b>{code}</b>
      <button type="button" className="fh-button fh-small" onClick={() => setShown(true)}>
        {t('dispatch.board.showCode')}
      </button>
      {shown && (
        <Dialog title={t('dispatch.board.codeTitle', { place })} onClose={() => setShown(false)}>
          <div className="dis-sign">
            <QrCode text={code} label={t('dispatch.board.codeOf', { code })} />
            <strong>{code}</strong>
            <span>{place}</span>
            <small>{number}</small>
            <p>{t('dispatch.board.codeHint')}</p>
          </div>
        </Dialog>
      )}
    </p>
  );
}
