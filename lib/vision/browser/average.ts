/**
 * Averages boxes of `boxWidth × boxHeight` pixels to one each; at the right and lower edge boxes hold what is left. For a
 * picture that is averaged in bands, `top` is where in the new picture this band begins.
 *
 * @param rgba opaque pixels, row by row
 * @param out RGB of the new picture, `ceil(width / boxWidth)` wide
 */
export function averageInto(
  out: Uint8ClampedArray,
  top: number,
  rgba: Uint8ClampedArray,
  size: { readonly width: number; readonly height: number },
  box: { readonly width: number; readonly height: number },
): void {
  const columns = Math.ceil(size.width / box.width);
  const sums = new Float64Array(columns * 3);
  for (let y = 0, row = top; y < size.height; y += box.height, row++) {
    const rows = Math.min(box.height, size.height - y);
    sums.fill(0);
    for (let inner = 0; inner < rows; inner++)
      addRow(sums, rgba, (y + inner) * size.width, size.width, box.width);
    for (let column = 0; column < columns; column++) {
      const count = rows * Math.min(box.width, size.width - column * box.width);
      for (let channel = 0; channel < 3; channel++) {
        out[(row * columns + column) * 3 + channel] = sums[column * 3 + channel]! / count;
      }
    }
  }
}

function addRow(sums: Float64Array, rgba: Uint8ClampedArray, from: number, width: number, box: number): void {
  for (let x = 0, column = 0, left = box; x < width; x++) {
    const at = (from + x) * 4;
    sums[column * 3]! += rgba[at]!;
    sums[column * 3 + 1]! += rgba[at + 1]!;
    sums[column * 3 + 2]! += rgba[at + 2]!;
    if (--left === 0) [column, left] = [column + 1, box];
  }
}
