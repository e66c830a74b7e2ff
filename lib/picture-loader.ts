/**
 * Widths, in pixels, at which a picture is stored when it is registered: those below its own width, and its own
 * width, at most the last of these.
 */
export const PICTURE_WIDTHS = [160, 320, 640, 1080] as const;

/**
 * The address next/image is given: `/media/<aa>/<sha256>#<pixels of the largest stored size>`. The fragment is only
 * for the loader below and never reaches the network.
 */
export function pictureSource(picture: { readonly src: string; readonly width: number }): string {
  return `${picture.src}#${picture.width}`;
}

/** The address of one stored size: the smallest width that is at least `wanted`, never above what is stored. */
export function pictureAddress(
  picture: { readonly src: string; readonly width: number },
  wanted: number,
): string {
  return `${picture.src}/${storedWidth(wanted, picture.width)}.webp`;
}

/**
 * next/image's custom loader. Display sizes are made once, when a picture is registered: re-encoding each size on
 * the fly is the real cost of a product page on a small machine. All that is left to do here is to name the right one.
 */
export default function pictureLoader({ src, width }: { src: string; width: number }): string {
  const [address = src, largest] = src.split('#');
  return pictureAddress({ src: address, width: Number(largest) || Infinity }, width);
}

function storedWidth(wanted: number, largest: number): number {
  const smaller = PICTURE_WIDTHS.filter((width) => width < largest);
  return smaller.find((width) => width >= wanted) ?? Math.min(largest, PICTURE_WIDTHS[3]);
}
