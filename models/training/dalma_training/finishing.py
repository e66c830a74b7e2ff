"""Last steps before the network leaves: statistics at full size, and one loudness for all filters."""

from __future__ import annotations

import torch
from torch import Tensor

from .network import Vgg

BATCH = 16


@torch.no_grad()
def finish(network: Vgg, pictures: Tensor) -> None:
    """
    Measures anew, on training photos [n, 3, 224, 224] as the shop shows them, what normalisation and scale divide
    by: the training has seen smaller inputs and changed photos, whose statistics differ.
    """
    _measure_normalisation(network, pictures)
    means = [network.unscaled(part).mean((0, 2, 3)) for part in pictures.split(BATCH)]
    network.mean_intensity.copy_(torch.stack(means).mean(0))


def _measure_normalisation(network: Vgg, pictures: Tensor) -> None:
    """The mean of the statistics of all batches. Frozen layers stay as they are."""
    for layer in network.layers[network.frozen :]:
        layer.norm.reset_running_stats()
        layer.norm.momentum = None
    network.train()
    for part in pictures.split(BATCH):
        network.unscaled(part)
    network.eval()
