import h5wasm from 'h5wasm/node';
import { convShapes, type ConvShape } from './vgg16';

/** VGG16 with hardly any channels, but for the last layer: for tests, in the same file structure. */
export const smallShapes = convShapes([
  [2, 2],
  [2, 3],
  [3, 3, 3],
  [4, 4, 4],
  [4, 4, 512],
]);

/** Weights of one layer as Keras keeps them: kernel [3][3][in][out] and bias [out]. */
export interface KerasLayer {
  readonly shape: ConvShape;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Weights that let some of the signal through every layer; always the same. */
export function smallWeights(): KerasLayer[] {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.4;
  };
  return smallShapes.map((shape) => ({
    shape,
    kernel: Float32Array.from(
      { length: 9 * shape.inputs * shape.outputs },
      () => random() / Math.sqrt(shape.inputs),
    ),
    bias: Float32Array.from({ length: shape.outputs }, random),
  }));
}

/** Writes an HDF5 file as the official one is: a group per layer, the pools' without content. */
export async function writeKerasFile(file: string, layers: readonly KerasLayer[]): Promise<void> {
  await h5wasm.ready;
  const hdf5 = new h5wasm.File(file, 'w');
  const pools = [1, 2, 3, 4, 5].map((block) => `block${block}_pool`);
  hdf5.create_attribute('layer_names', ['input_1', ...layers.map(({ shape }) => shape.name), ...pools]);
  for (const name of ['input_1', ...pools]) hdf5.create_group(name);
  for (const { shape, kernel, bias } of layers) {
    const { name, inputs, outputs } = shape;
    const group = hdf5.create_group(name);
    group.create_attribute('weight_names', [`${name}_W_1:0`, `${name}_b_1:0`]);
    group.create_dataset({
      name: `${name}_W_1:0`,
      data: kernel,
      shape: [3, 3, inputs, outputs],
      dtype: '<f4',
    });
    group.create_dataset({ name: `${name}_b_1:0`, data: bias, shape: [outputs], dtype: '<f4' });
  }
  hdf5.flush();
  hdf5.close();
}
