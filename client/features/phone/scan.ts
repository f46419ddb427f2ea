interface Detector {
  detect(image: ImageBitmap): Promise<readonly { rawValue: string }[]>;
}

/** Not in every browser, and in no type library. */
const detectorOf = (): (new (options: { formats: string[] }) => Detector) | undefined => Reflect.get(window, 'BarcodeDetector');

export const canScan = (): boolean => detectorOf() !== undefined;

/** The six digits that a photographed QR code says. */
export async function codeIn(photo: Blob): Promise<string | undefined> {
  const Detector = detectorOf();
  if (!Detector) return undefined;
  try {
    const image = await createImageBitmap(photo);
    const found = await new Detector({ formats: ['qr_code'] }).detect(image);
    image.close();
    return found.map(({ rawValue }) => /(?<!\d)\d{6}(?!\d)/.exec(rawValue)?.[0]).find((code) => code !== undefined);
  } catch (error) {
    console.warn('The photo could not be read.', error);
    return undefined;
  }
}
