import type { ModelEntry } from '@/lib/vision/manifest';
import type { OnnxNetwork, OnnxNode, OnnxTensor } from './onnx-file';

/** One convolution: 3×3, stride 1, padded by 1. */
export interface ConvLayer {
  readonly name: string;
  /** [out][in][3][3], flat. */
  readonly kernel: Float32Array;
  /** [out] */
  readonly bias: Float32Array;
  readonly inputs: number;
  readonly outputs: number;
}

export interface ConvShape {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
}

/** Output channels of the 13 convolutions of the published network, block by block. */
export const VGG16_WIDTHS = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
] as const;

/** Names and channels of the convolutions, in their order: `block1_conv1` … `block5_conv3`. */
export function convShapes(widths: readonly (readonly number[])[] = VGG16_WIDTHS): ConvShape[] {
  const outputs = widths.flat();
  const names = widths.flatMap((block, b) => block.map((_, i) => `block${b + 1}_conv${i + 1}`));
  return names.map((name, i) => ({ name, inputs: outputs[i - 1] ?? 3, outputs: outputs[i]! }));
}

/**
 * The convolutional part of VGG16: each convolution followed by ReLU, each block by a 2×2 max pool, the last of
 * which is the output. Input and output are called and shaped as the manifest says.
 */
export function vgg16Network(entry: ModelEntry, layers: readonly ConvLayer[]): OnnxNetwork {
  const { input, output } = entry;
  return {
    name: entry.id,
    input: { name: input.name, shape: ['n', 3, input.size, input.size] },
    output: { name: output.name, shape: ['n', ...output.shape] },
    nodes: nodesOf(input.name, output.name, layers),
    weights: layers.flatMap(tensorsOf),
    notes: { licence: entry.licence, source: entry.source ? `md5 ${entry.source.md5}` : 'own' },
  };
}

function nodesOf(input: string, output: string, layers: readonly ConvLayer[]): OnnxNode[] {
  const nodes: OnnxNode[] = [];
  let from = input;
  layers.forEach((layer, i) => {
    const relu = `${layer.name}_relu`;
    nodes.push(convNode(layer.name, from), { op: 'Relu', inputs: [layer.name], output: relu });
    from = relu;
    const next = layers[i + 1];
    if (next && blockOf(next) === blockOf(layer)) return;
    from = next ? `${blockOf(layer)}_pool` : output;
    nodes.push(poolNode(relu, from));
  });
  return nodes;
}

function blockOf({ name }: ConvLayer): string {
  return name.split('_')[0]!;
}

function convNode(name: string, from: string): OnnxNode {
  const attributes = { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [1, 1] };
  return { op: 'Conv', inputs: [from, `${name}_kernel`, `${name}_bias`], output: name, attributes };
}

function poolNode(from: string, output: string): OnnxNode {
  return { op: 'MaxPool', inputs: [from], output, attributes: { kernel_shape: [2, 2], strides: [2, 2] } };
}

function tensorsOf({ name, kernel, bias, inputs, outputs }: ConvLayer): OnnxTensor[] {
  return [
    { name: `${name}_kernel`, shape: [outputs, inputs, 3, 3], values: kernel },
    { name: `${name}_bias`, shape: [outputs], values: bias },
  ];
}
