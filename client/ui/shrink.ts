/** What a screen at the desk shows of a photo, and what gets through at two bars. */
const LONGEST_PX = 1600;
const QUALITY = 0.82;
/** Of which a phone can hold a few hundred. */
const ENOUGH_BYTES = 700_000;

/** A photo drawn anew, smaller: without the position and all else that a camera writes into it. One that the browser can't draw goes as it is, and the server takes its position out. */
export async function shrink(file: Blob): Promise<Blob> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_PX / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const drawn = await blobOf(canvas, QUALITY);
    return drawn.size > ENOUGH_BYTES ? await blobOf(canvas, QUALITY * 0.75) : drawn;
  } catch (error) {
    console.warn('The photo goes as the camera made it.', error);
    return file;
  }
}

function blobOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), 'image/jpeg', quality),
  );
}
