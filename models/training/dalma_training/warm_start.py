"""Begins with the weights of an earlier network instead of random ones."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from .network import POOL_AFTER, Layer, Vgg
from .onnx_file import read_onnx
from .recipe import RecipeError


@torch.no_grad()
def start_from(network: Vgg, path: Path, pictures: Tensor) -> None:
    """
    Layers may be wider than the file's: the first filters are its own, the others stay random and silent towards
    the file's filters, so that the network begins by doing what the file does. Normalisation, which the file has no
    more, is laid out so that on `pictures` it changes nothing.
    """
    x = pictures
    for number, (layer, (weight, bias)) in enumerate(zip(network.layers, read_onnx(path))):
        x = _begin(layer, torch.from_numpy(weight.copy()), torch.from_numpy(bias.copy()), x)
        if number in POOL_AFTER:
            x = F.max_pool2d(x, 2)
    network.mean_intensity.copy_(x.mean((0, 2, 3)).clamp_min(1e-3))


def _begin(layer: Layer, weight: Tensor, bias: Tensor, x: Tensor) -> Tensor:
    outputs, inputs = weight.shape[:2]
    if outputs > layer.conv.out_channels or inputs > layer.conv.in_channels:
        raise RecipeError("A network cannot begin with the weights of a wider one: raise the widths of the recipe.")
    layer.conv.weight[:outputs] = 0
    layer.conv.weight[:outputs, :inputs] = weight
    answer = layer.conv(x)
    mean, variance = answer.mean((0, 2, 3)), answer.var((0, 2, 3), unbiased=False)
    layer.norm.running_mean.copy_(mean)
    layer.norm.running_var.copy_(variance)
    layer.norm.weight[:outputs] = (variance[:outputs] + layer.norm.eps).sqrt()
    layer.norm.bias[:outputs] = mean[:outputs] + bias
    spread = (answer - mean[:, None, None]) / (variance[:, None, None] + layer.norm.eps).sqrt()
    return torch.relu(spread * layer.norm.weight[:, None, None] + layer.norm.bias[:, None, None])
