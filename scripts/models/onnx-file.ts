import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';

/** A tensor's shape; the free dimension is given by name. */
export type Shape = readonly (number | string)[];

export interface OnnxNode {
  readonly op: 'Conv' | 'Relu' | 'MaxPool';
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, readonly number[]>>;
}

export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A network of float32 tensors with one input and one output. */
export interface OnnxNetwork {
  readonly name: string;
  readonly input: { readonly name: string; readonly shape: Shape };
  readonly output: { readonly name: string; readonly shape: Shape };
  /** In the order of execution. */
  readonly nodes: readonly OnnxNode[];
  readonly weights: readonly OnnxTensor[];
  /** Words about the file, kept in it. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Writes the bytes of an ONNX file. The same network always gives the same bytes. */
export function encodeOnnx(network: OnnxNetwork): Uint8Array {
  const message = modelMessage(network);
  const fault = ModelProto.verify(message);
  if (fault) throw new TypeError(`the network ${network.name} does not fit the ONNX schema: ${fault}`);
  return ModelProto.encode(ModelProto.create(message)).finish();
}

const FLOAT = 1;
const INTS = 7;
/** Opset 13 with IR version 7: read by every onnxruntime since 1.6. */
const OPSET = 13;
const IR_VERSION = 7;

const schema = readFileSync(new URL('./onnx.proto', import.meta.url), 'utf8');
const ModelProto = protobuf.parse(schema, { keepCase: true }).root.lookupType('onnx.ModelProto');

function modelMessage(network: OnnxNetwork): Record<string, unknown> {
  return {
    ir_version: IR_VERSION,
    producer_name: 'dalma',
    graph: {
      node: network.nodes.map(nodeMessage),
      name: network.name,
      initializer: network.weights.map(tensorMessage),
      input: [valueMessage(network.input)],
      output: [valueMessage(network.output)],
    },
    opset_import: [{ domain: '', version: OPSET }],
    metadata_props: Object.entries(network.notes).map(([key, value]) => ({ key, value })),
  };
}

function nodeMessage({ op, inputs, output, attributes = {} }: OnnxNode) {
  const attribute = Object.entries(attributes).map(([name, ints]) => ({ name, ints, type: INTS }));
  return { input: inputs, output: [output], name: output, op_type: op, attribute };
}

function tensorMessage({ name, shape, values }: OnnxTensor) {
  const count = shape.reduce((product, side) => product * side, 1);
  if (count !== values.length) {
    throw new RangeError(`${name} has ${values.length} values, its shape ${shape.join('×')} wants ${count}`);
  }
  return { dims: shape, data_type: FLOAT, name, raw_data: littleEndian(values) };
}

function valueMessage({ name, shape }: { name: string; shape: Shape }) {
  const dim = shape.map((side) => (typeof side === 'string' ? { dim_param: side } : { dim_value: side }));
  return { name, type: { tensor_type: { elem_type: FLOAT, shape: { dim } } } };
}

function littleEndian(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.byteLength);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return bytes;
}
