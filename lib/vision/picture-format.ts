/** Formats we decode. What a picture is called or said to be does not count, only how its bytes begin. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif';

/** The format the first bytes tell, or null: SVG, PDF, HEIC, text and the rest never reach a decoder. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'tiff';
  if (/^RIFF[^]{4}WEBP$/.test(head)) return 'webp';
  if (/^[^]{4}ftypavi[fs]$/.test(head)) return 'avif';
  return null;
}

/** Whether it is what iPhones take, for which sharp's own build has no decoder (its patents). */
export function looksLikeHeic(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return /^[^]{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(head);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}
