import { create } from 'qrcode';
import { useMemo } from 'react';

/** The empty margin that readers need, in modules. */
const QUIET = 4;

/** A QR code as one path: nothing leaves this page, and no picture is made of a secret. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  const box = size + 2 * QUIET;
  return (
    <svg className="fh-qr" viewBox={`${-QUIET} ${-QUIET} ${box} ${box}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return { size, path };
}
