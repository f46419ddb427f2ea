import { createHash } from 'node:crypto';
import type { Payload } from '#shared/catalogue.ts';
import { Caption, isPhoto, type FileType } from '#shared/file/orders.ts';
import { IncidentId } from '#shared/incident/orders.ts';
import { OrderId, type Answer, type Refused } from '#shared/order.ts';
import { refuse } from '#shared/refusal.ts';
import type { Seat } from '#shared/seat.ts';
import { bytesOf } from '#plans/rules.ts';
import { z } from 'zod';
import type { Core } from '#server/core.ts';
import { canonical } from '#server/journal/chain.ts';
import { isDiskFull } from '#server/store/is-store-away.ts';
import { mayWrite } from '#server/store/may-write.ts';
import { openTurnsByKey } from '#server/turns-by-key.ts';
import { safeName } from './name.ts';
import { preparePhoto, type Photo } from './photo.ts';
import { sniff } from './sniff.ts';

/** The fields beside the file. */
export const Upload = z.strictObject({
  id: OrderId,
  incidentId: IncidentId,
  caption: Caption.optional(),
  /** Kept exactly as it came, position and all. */
  evidence: z.enum(['true', 'false']).optional(),
});
export type Upload = z.infer<typeof Upload>;

export const LARGEST_BYTES = Math.max(bytesOf('file.photo-size'), bytesOf('file.paper-size'));
/** After these the order may be in the journal all the same: the bytes stay, and a start sorts it out. */
const UNSURE: readonly Refused['code'][] = ['store-unavailable', 'disk-low', 'internal', 'too-many-orders'];

/** Takes uploads: looks at the bytes, keeps them, gives the order; bytes whose order is refused are gone. */
export function openAttaching({ files, orders, store }: Pick<Core, 'files' | 'orders' | 'store'>) {
  const inTurn = openTurnsByKey();

  async function attach(upload: Upload, file: { name: string; bytes: Buffer }, seat: Seat): Promise<Answer> {
    const { id } = upload;
    const source = hash(Buffer.concat([file.bytes, Buffer.from(canonical([upload, file.name]))]));
    const known = await files.known(id);
    if (known && known.source !== source) refuse('order-id-reused', 'This id was used for another file.');
    if (!known && (await orders.outcome(id, seat))) refuse('order-id-reused', 'This id was used for another order.');
    mayWrite(store);
    const order = known?.order ?? (await keep(upload, file, source));
    const answer = await orders.submit({ id, type: 'file.attach', payload: order }, seat);
    if (answer.ok) await files.attached(id);
    // Somebody else's file of this id stays theirs.
    else if (!known && !UNSURE.includes(answer.code)) await files.remove(id);
    return answer;
  }

  async function keep(upload: Upload, { name, bytes }: { name: string; bytes: Buffer }, source: string): Promise<Payload<'file.attach'>> {
    const type = await typeOf(bytes);
    const evidence = upload.evidence === 'true';
    const { bytes: kept, preview, ...seen }: Photo = type === 'application/pdf' ? { bytes } : await preparePhoto(bytes, type, evidence);
    const order: Payload<'file.attach'> = {
      incidentId: upload.incidentId,
      name: safeName(name, type),
      type,
      bytes: kept.length,
      sha256: hash(kept),
      ...seen,
      ...(upload.caption === undefined ? {} : { caption: upload.caption }),
      ...(evidence ? { evidence } : {}),
    };
    try {
      await files.keep({ id: upload.id, source, order, bytes: kept, preview });
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-low', 'The disk is full. The file was not kept.');
      throw error;
    }
    return order;
  }

  return {
    attach: (upload: Upload, file: { name: string; bytes: Buffer }, seat: Seat): Promise<Answer> => inTurn(upload.id, () => attach(upload, file, seat)),
  };
}

async function typeOf(bytes: Buffer): Promise<FileType> {
  const type = await sniff(bytes);
  if (!type) return refuse('file.type', 'Only photos (JPEG, PNG, WebP, HEIC) and PDF files are taken, by what they are and not by their name.');
  if (bytes.length > bytesOf(isPhoto(type) ? 'file.photo-size' : 'file.paper-size')) refuse('file.too-large', 'The file is too large.');
  return type;
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
