/** Filter numbers as stored: uint16, little-endian, strongest first. */
export function encodeTopFilters(topFilters: Uint16Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(topFilters.length * 2));
  topFilters.forEach((filter, i) => bytes.setUint16(i * 2, filter, true));
  return new Uint8Array(bytes.buffer);
}

/** The inverse of `encodeTopFilters`. */
export function decodeTopFilters(bytes: Uint8Array): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: bytes.byteLength >> 1 }, (_, i) => view.getUint16(i * 2, true));
}
