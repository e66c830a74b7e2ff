"""The likenesses of our searches, in a form that can be trained."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .network import intensities

#: How steeply a bit turns on around its threshold.
STEEPNESS = 5.0
#: How many of the strongest filters are compared.
TOP_FILTERS = 37


def feature_bits(activation: Tensor) -> Tensor:
    """
    [n, bits]: the feature bits, each softened: half on where the activation is the mean of the picture's non-zero
    activations.
    """
    values = activation.flatten(1)
    on = (values > 0).detach()
    threshold = (values.sum(1) / on.sum(1).clamp_min(1)).detach()[:, None]
    return _soft_bits(values / threshold.clamp_min(1e-6))


def top_filters(activation: Tensor) -> Tensor:
    """[n, 512]: how much each filter is one of the strongest of a picture, a half for the weakest of them."""
    values = intensities(activation)
    threshold = values.topk(TOP_FILTERS, 1).values[:, -1:].detach()
    return _soft_bits(values / threshold.clamp_min(1e-6))


def directions(activation: Tensor) -> Tensor:
    """[n, 512]: the intensities at length 1; the cosine is their product."""
    return F.normalize(intensities(activation))


def soft_jaccard(ours: Tensor, theirs: Tensor) -> Tensor:
    """[n, m]: |A∧B| / |A∨B| for bits between 0 and 1."""
    both = ours @ theirs.T
    either = (ours * ours).sum(1)[:, None] + (theirs * theirs).sum(1)[None, :] - both
    return both / either.clamp_min(1e-6)


def _soft_bits(ratio: Tensor) -> Tensor:
    """0 where there is no activation, a half at the threshold."""
    floor = float(torch.sigmoid(torch.tensor(-STEEPNESS)))
    return ((torch.sigmoid((ratio - 1) * STEEPNESS) - floor) / (1 - floor)).clamp_min(0)
