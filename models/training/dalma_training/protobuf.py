"""The few lines of Protocol Buffers that an ONNX file needs."""

from __future__ import annotations

from collections.abc import Iterator


class Message:
    """A message under construction: fields are appended in the order of the calls."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def __bytes__(self) -> bytes:
        return bytes(self._bytes)

    def number(self, field: int, value: int) -> Message:
        self._bytes += _varint(field << 3) + _varint(value)
        return self

    def data(self, field: int, value: bytes) -> Message:
        self._bytes += _varint(field << 3 | 2) + _varint(len(value)) + value
        return self

    def text(self, field: int, value: str) -> Message:
        return self.data(field, value.encode())

    def message(self, field: int, value: Message) -> Message:
        return self.data(field, bytes(value))


def fields(raw: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field of a message: an integer, or the bytes of all else."""
    at = 0
    while at < len(raw):
        key, at = _read_varint(raw, at)
        kind = key & 7
        if kind == 0:
            value, at = _read_varint(raw, at)
            yield key >> 3, value
            continue
        length, at = _read_varint(raw, at) if kind == 2 else ({1: 8, 5: 4}[kind], at)
        yield key >> 3, raw[at : at + length]
        at += length


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _read_varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = raw[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
