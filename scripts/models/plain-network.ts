/** Maps of one picture: [channels][size][size], flat. */
export interface Maps {
  readonly values: Float32Array;
  readonly channels: number;
  readonly size: number;
}

/** 3×3 convolution, stride 1, a border of zeros, then ReLU: the definition, in loops. Kernel [out][in][3][3]. */
export function convRelu(from: Maps, kernel: ArrayLike<number>, bias: ArrayLike<number>): Maps {
  const { size } = from;
  const values = new Float32Array(bias.length * size * size);
  for (let out = 0; out < bias.length; out++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        values[(out * size + y) * size + x] = Math.max(0, bias[out]! + weigh(from, kernel, out, y, x));
      }
    }
  }
  return { values, channels: bias.length, size };
}

/** The greatest of each 2×2. */
export function pool({ values, channels, size }: Maps): Maps {
  const half = size / 2;
  const pooled = new Float32Array(channels * half * half);
  for (let i = 0; i < pooled.length; i++) {
    const [channel, y, x] = [Math.floor(i / half / half), Math.floor(i / half) % half, i % half];
    const corner = (channel * size + 2 * y) * size + 2 * x;
    const four = [corner, corner + 1, corner + size, corner + size + 1];
    pooled[i] = Math.max(...four.map((position) => values[position]!));
  }
  return { values: pooled, channels, size: half };
}

function weigh(
  { values, channels, size }: Maps,
  kernel: ArrayLike<number>,
  out: number,
  y: number,
  x: number,
) {
  let sum = 0;
  for (let input = 0; input < channels; input++) {
    for (let ky = 0; ky < 3; ky++) {
      for (let kx = 0; kx < 3; kx++) {
        const [row, column] = [y + ky - 1, x + kx - 1];
        if (row < 0 || column < 0 || row >= size || column >= size) continue;
        const weight = kernel[((out * channels + input) * 3 + ky) * 3 + kx]!;
        sum += weight * values[(input * size + row) * size + column]!;
      }
    }
  }
  return sum;
}
