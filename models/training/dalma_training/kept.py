"""The network whose likenesses another keeps while it learns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from .evaluation import folded_network
from .likeness import directions, feature_bits, soft_jaccard
from .network import PICTURES_AT_ONCE
from .onnx_file import read_onnx


@dataclass(frozen=True)
class Likenesses:
    """How like the views of a step are to each other, [n, n] each."""

    by_intensities: Tensor
    by_features: Tensor


class Kept:
    """Sees the same views as the network that learns, and does not learn."""

    def __init__(self, network: Path, device: str) -> None:
        self._run = folded_network(read_onnx(network), device)

    @torch.no_grad()
    def likenesses(self, views: Tensor) -> Likenesses:
        return likenesses_of(torch.cat([self._run(part) for part in views.split(PICTURES_AT_ONCE)]))


def likenesses_of(activation: Tensor) -> Likenesses:
    """By the shop's two similarities."""
    strengths, bits = directions(activation), feature_bits(activation)
    return Likenesses(strengths @ strengths.T, soft_jaccard(bits, bits))
