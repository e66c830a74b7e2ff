import { open } from 'node:fs/promises';
import h5wasm, { Dataset, Group, type File } from 'h5wasm/node';
import { FetchError } from './fetch-error';
import type { ConvLayer, ConvShape } from './vgg16';

/**
 * Reads convolution weights as Keras stores them: a group per layer holding one kernel [3][3][in][out] and one bias
 * [out]. Every layer is checked against `shapes` before anything is returned; a layer too many is refused too.
 * Throws `FetchError` `wrong-shapes`.
 */
export async function readKerasWeights(file: string, shapes: readonly ConvShape[]): Promise<ConvLayer[]> {
  await refuseUnlessHdf5(file);
  await h5wasm.ready;
  const hdf5 = new h5wasm.File(file, 'r');
  try {
    refuseOtherLayers(hdf5, shapes);
    return shapes.map((shape) => readLayer(hdf5, shape));
  } finally {
    hdf5.close();
  }
}

const HDF5_SIGNATURE = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');

async function refuseUnlessHdf5(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    if (!buffer.equals(HDF5_SIGNATURE)) throw wrong('the file is not HDF5');
  } finally {
    await handle.close();
  }
}

function refuseOtherLayers(hdf5: File, shapes: readonly ConvShape[]): void {
  const wanted = new Set(shapes.map(({ name }) => name));
  const others = hdf5.keys().filter((name) => !wanted.has(name) && datasetsIn(hdf5.get(name)).length > 0);
  if (others.length > 0) throw wrong(`it has weights of ${others.join(', ')}, which are none of ours`);
}

function readLayer(hdf5: File, { name, inputs, outputs }: ConvShape): ConvLayer {
  const datasets = datasetsIn(hdf5.keys().includes(name) ? hdf5.get(name) : null);
  const [kernel, bias] = [4, 1].map((rank) => datasets.filter(({ shape }) => shape?.length === rank));
  if (datasets.length !== 2 || kernel?.length !== 1 || bias?.length !== 1) {
    throw wrong(`layer ${name} has ${datasets.length} tensors, expected a kernel and a bias`);
  }
  const hwio = floats(name, 'kernel', kernel[0]!, [3, 3, inputs, outputs]);
  return {
    name,
    inputs,
    outputs,
    kernel: outInRowColumn(hwio, inputs, outputs),
    bias: floats(name, 'bias', bias[0]!, [outputs]),
  };
}

function datasetsIn(entity: unknown): Dataset[] {
  if (entity instanceof Dataset) return [entity];
  if (!(entity instanceof Group)) return [];
  return entity.keys().flatMap((key) => datasetsIn(entity.get(key)));
}

function floats(layer: string, what: string, dataset: Dataset, shape: readonly number[]): Float32Array {
  const found = dataset.shape?.join('×');
  if (found !== shape.join('×'))
    throw wrong(`the ${what} of ${layer} is ${found}, expected ${shape.join('×')}`);
  const { value } = dataset;
  if (!(value instanceof Float32Array)) throw wrong(`the ${what} of ${layer} is no float32`);
  if (!value.every(Number.isFinite)) throw wrong(`the ${what} of ${layer} has values that are no numbers`);
  return value;
}

/** [3][3][in][out] → [out][in][3][3] */
function outInRowColumn(hwio: Float32Array, inputs: number, outputs: number): Float32Array {
  const oihw = new Float32Array(hwio.length);
  for (let place = 0, i = 0; place < 9; place++) {
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++)
        oihw[(output * inputs + input) * 9 + place] = hwio[i++]!;
    }
  }
  return oihw;
}

function wrong(fault: string): FetchError {
  return new FetchError(
    'wrong-shapes',
    `These are not the convolutional weights of VGG16, ${fault}: ` +
      'fetch the official file with npm run model:fetch.',
  );
}
