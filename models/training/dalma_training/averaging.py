"""A network whose weights are the running mean of those of the network in training."""

from __future__ import annotations

import copy

import torch

from .network import Vgg

DECAY = 0.995


class Average:
    """The mean reaches over the last few hundred steps, fewer in the beginning."""

    def __init__(self, network: Vgg) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)

    @torch.no_grad()
    def follow(self, network: Vgg, step: int) -> None:
        share = 1 - min(DECAY, (1 + step) / (10 + step))
        theirs = network.state_dict()
        for name, mine in self.network.state_dict().items():
            if mine.is_floating_point():
                mine.lerp_(theirs[name], share)
            else:
                mine.copy_(theirs[name])
