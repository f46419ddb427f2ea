import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aPdf, aPng, aWebp, photoWithPosition, TAKEN_AT } from '#test/support/pictures.ts';
import { positionOf, withoutPosition } from './exif-position.ts';
import { safeName } from './name.ts';
import { preparePhoto } from './photo.ts';
import { sniff } from './sniff.ts';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.jpg'],
    ['..\\..\\boot.ini', 'boot.jpg'],
    ['C:\\Users\\张三\\决口.JPEG', '决口.jpg'],
    ['a\0b.jpg', 'ab.jpg'],
    ['／etc／passwd', 'passwd.jpg'],
    ['a∕b⁄c.png', 'c.jpg'],
    ['现场照片.php.jpg', '现场照片.php.jpg'],
    ['report\u202Egpj.exe', 'reportgpj.jpg'],
    ['<img src=x>.svg', 'img src=x.jpg'],
    ['....', 'file.jpg'],
    ['', 'file.jpg'],
    ['x'.repeat(500), `${'x'.repeat(80)}.jpg`],
  ])('%j is shown as %j', (given, shown) => expect(safeName(given, 'image/jpeg')).toBe(shown));
});

describe('what bytes are', () => {
  it('is told by themselves', async () => {
    expect(await sniff(await photoWithPosition())).toBe('image/jpeg');
    expect(await sniff(await aPng())).toBe('image/png');
    expect(await sniff(await aWebp())).toBe('image/webp');
    expect(await sniff(aPdf())).toBe('application/pdf');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page that says PDF later', '<html>%PDF-1.4 %%EOF'],
    ['a PDF without an end', '%PDF-1.4\n1 0 obj'],
    ['an archive', 'PK\u0003\u0004'],
    ['a GIF', 'GIF89a'],
    ['nothing', ''],
  ])('is refused for %s', async (_what, text) => expect(await sniff(Buffer.from(text, 'latin1'))).toBeUndefined());
});

describe('a photo', () => {
  it('is kept upright and without position, maker or anything else that a camera writes', async () => {
    const taken = await photoWithPosition(800, 600);
    expect(await positionOf(taken)).toEqual(TAKEN_AT);
    const kept = await preparePhoto(taken, 'image/jpeg', false);
    expect(kept).toMatchObject({ width: 600, height: 800 });
    expect(kept).not.toHaveProperty('position');
    expect(await positionOf(kept.bytes)).toBeUndefined();
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
    expect(kept.bytes.includes('Huawei')).toBe(false);
  });

  it('as evidence is kept byte for byte, and says where it was taken', async () => {
    const taken = await photoWithPosition();
    const kept = await preparePhoto(taken, 'image/jpeg', true);
    expect(kept.bytes.equals(taken)).toBe(true);
    expect(kept).toMatchObject({ position: TAKEN_AT, width: 600, height: 800 });
  });

  it('has a preview without a position, evidence too', async () => {
    const { preview } = await preparePhoto(await photoWithPosition(), 'image/jpeg', true);
    const seen = await sharp(preview).metadata();
    expect([seen.format, seen.exif, Math.max(seen.width, seen.height)]).toEqual(['webp', undefined, 480]);
  });

  it('that can not be drawn anew has its position overwritten, at the same length', async () => {
    const taken = await photoWithPosition();
    const clean = withoutPosition(taken);
    expect(clean.length).toBe(taken.length);
    expect(await positionOf(clean)).toBeUndefined();
    expect(withoutPosition(clean).equals(clean)).toBe(true);
  });

  it.each([
    ['cut short', async () => (await photoWithPosition(2000, 1500)).subarray(0, 2000)],
    [
      'of more pixels than a camera has',
      () =>
        sharp({ create: { width: 16_000, height: 8000, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
    ],
    ['that only begins like one', async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')])],
  ])('is refused when it is %s', async (_what, make) => {
    const bytes = await make();
    const type = (await sniff(bytes)) === 'image/png' ? 'image/png' : 'image/jpeg';
    await expect(preparePhoto(bytes, type, false)).rejects.toMatchObject({ code: 'file.damaged' });
    await expect(preparePhoto(bytes, type, true)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  it('with something hung on to it loses that', async () => {
    const polyglot = Buffer.concat([await photoWithPosition(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]);
    const kept = await preparePhoto(polyglot, 'image/jpeg', false);
    expect(kept.bytes.includes('<script>')).toBe(false);
  });
});
