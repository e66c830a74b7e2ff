"""Writes and reads the ONNX files of our networks: a chain of convolutions, ReLUs and pools, weights in half precision."""


from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from .network import POOL_AFTER
from .protobuf import Message, fields

FLOAT, HALF, INT, INTS = 1, 10, 2, 7
#: Read by every onnxruntime since 1.7.
OPSET, IR_VERSION = 16, 8

#: Weights [out, in, 3, 3] and bias [out] of each layer, float32.
Convolutions = list[tuple[np.ndarray, np.ndarray]]


def write_onnx(convolutions: Convolutions, path: Path, name: str) -> None:
    """Input `image` [n,3,224,224], output `activation` [n,512,7,7]. Replaces the file in one step."""
    graph = Message()
    last = "image"
    for number, (weight, bias) in enumerate(convolutions):
        last = _add_layer(graph, number, last, weight, bias, final=number == len(convolutions) - 1)
    graph.text(2, name)
    graph.message(11, _value("image", [None, 3, 224, 224]))
    graph.message(12, _value("activation", [None, 512, 7, 7]))
    model = Message().number(1, IR_VERSION).text(2, "dalma").message(7, graph)
    model.message(8, Message().text(1, "").number(2, OPSET))
    part = path.with_suffix(".part")
    part.write_bytes(bytes(model))
    os.replace(part, path)


def read_onnx(path: Path) -> Convolutions:
    """The layers of a file that `write_onnx` has written. Throws ValueError for another network."""
    tensors = dict(_tensor(raw) for number, raw in _graph(path) if number == 5)
    weights = [tensor for tensor in tensors.values() if tensor.ndim == 4]
    biases = [tensor for tensor in tensors.values() if tensor.ndim == 1]
    if len(weights) != 13 or [len(w) for w in weights] != [len(b) for b in biases]:
        raise ValueError(f"{path} does not hold 13 convolutions with bias: it is not one of our networks.")
    return list(zip(weights, biases))


def _add_layer(graph: Message, number: int, source: str, weight: np.ndarray, bias: np.ndarray, final: bool) -> str:
    w, b, c, r, p = (f"{letter}{number + 1}" for letter in "wbcrp")
    graph.message(5, _tensor_message(f"{w}_half", weight.astype(np.float16), HALF))
    graph.message(5, _tensor_message(b, bias.astype(np.float32), FLOAT))
    graph.message(1, _node("Cast", [f"{w}_half"], w, [Message().text(1, "to").number(3, FLOAT).number(20, INT)]))
    graph.message(1, _node("Conv", [source, w, b], c, [_ints("kernel_shape", [3, 3]), _ints("pads", [1, 1, 1, 1])]))
    graph.message(1, _node("Relu", [c], r, []))
    if number not in POOL_AFTER:
        return r
    pooled = "activation" if final else p
    graph.message(1, _node("MaxPool", [r], pooled, [_ints("kernel_shape", [2, 2]), _ints("strides", [2, 2])]))
    return pooled


def _node(op: str, inputs: list[str], output: str, attributes: list[Message]) -> Message:
    node = Message()
    for source in inputs:
        node.text(1, source)
    node.text(2, output).text(3, f"{op.lower()}-{output}").text(4, op)
    for attribute in attributes:
        node.message(5, attribute)
    return node


def _ints(name: str, values: list[int]) -> Message:
    attribute = Message().text(1, name)
    for value in values:
        attribute.number(8, value)
    return attribute.number(20, INTS)


def _tensor_message(name: str, values: np.ndarray, kind: int) -> Message:
    tensor = Message()
    for side in values.shape:
        tensor.number(1, side)
    little_endian = values.astype(values.dtype.newbyteorder("<"))
    return tensor.number(2, kind).text(8, name).data(9, little_endian.tobytes())


def _value(name: str, sides: list[int | None]) -> Message:
    shape = Message()
    for side in sides:
        shape.message(1, Message().text(2, "n") if side is None else Message().number(1, side))
    tensor = Message().number(1, FLOAT).message(2, shape)
    return Message().text(1, name).message(2, Message().message(1, tensor))


def _graph(path: Path) -> Iterator[tuple[int, int | bytes]]:
    graphs = [raw for number, raw in fields(path.read_bytes()) if number == 7]
    if len(graphs) != 1 or not isinstance(graphs[0], bytes):
        raise ValueError(f"{path} is not an ONNX file.")
    return fields(graphs[0])


def _tensor(raw: int | bytes) -> tuple[str, np.ndarray]:
    sides: list[int] = []
    kind, name, data = FLOAT, "", b""
    for number, value in fields(bytes(raw)):
        if number == 1:
            sides += [value] if isinstance(value, int) else list(_varints(value))
        elif number == 2:
            kind = int(value)
        elif number == 8:
            name = bytes(value).decode()
        elif number == 9:
            data = bytes(value)
    stored = np.frombuffer(data, "<f2" if kind == HALF else "<f4")
    return name, stored.reshape(sides).astype(np.float32)


def _varints(packed: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in packed:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0
