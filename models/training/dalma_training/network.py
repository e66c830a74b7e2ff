"""VGG16's convolutional part with layers of any width."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: A pool follows these of the 13 layers (counted from 0).
POOL_AFTER = frozenset({1, 3, 6, 9, 12})
FILTERS = 512
#: Momentum of the running mean of the intensities.
INTENSITY_MOMENTUM = 0.01
#: No filter is amplified as if its mean were below this share of the mean of all.
FLOOR = 0.2
#: Pictures that pass the frozen layers together.
PICTURES_AT_ONCE = 8


class Layer(nn.Module):
    """Convolution of 3×3, batch normalisation, ReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        nn.init.kaiming_normal_(self.conv.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu_(self.norm(self.conv(x)))

    def folded(self) -> tuple[Tensor, Tensor]:
        """Weights and bias of one convolution that does the same as convolution and normalisation."""
        gain = self.norm.weight / torch.sqrt(self.norm.running_var + self.norm.eps)
        return self.conv.weight * gain[:, None, None, None], self.norm.bias - self.norm.running_mean * gain


class Vgg(nn.Module):
    """
    13 layers and 5 pools. Each filter of the last layer is divided by its mean intensity over the training photos,
    kept as a running mean: what is trained is what is searched, filters of one loudness.
    """

    def __init__(self, widths: tuple[int, ...], frozen: int = 0) -> None:
        """The first `frozen` layers keep their weights: they cost most and, taken over from a network, change least."""
        super().__init__()
        self.widths, self.frozen = widths, frozen
        self.layers = nn.ModuleList(Layer(i, o) for i, o in zip((3, *widths), widths))
        self.layers[:frozen].requires_grad_(False)
        self.register_buffer("mean_intensity", torch.ones(FILTERS))

    def forward(self, x: Tensor) -> Tensor:
        """Pictures [n, 3, side, side] from -1 to 1; activations [n, 512, side / 32, side / 32], none negative."""
        x = self.unscaled(x)
        if self.training:
            self._listen(x)
        return x * self.scale()[:, None, None]

    def unscaled(self, x: Tensor) -> Tensor:
        """The activations before each filter is divided by its mean."""
        return self._through(range(self.frozen, len(self.layers)), self._through_frozen(x))

    def train(self, mode: bool = True) -> Vgg:
        super().train(mode)
        self.layers[: self.frozen].eval()
        return self

    def scale(self) -> Tensor:
        """What each filter of the last layer is multiplied by. Positive, so it may be moved before ReLU and pool."""
        return 1 / self.mean_intensity.clamp_min(FLOOR * float(self.mean_intensity.mean()))

    def folded(self) -> list[tuple[Tensor, Tensor]]:
        """The 13 convolutions that do the same, with the last layer's scale in them."""
        convolutions = [layer.folded() for layer in self.layers]
        weight, bias = convolutions[-1]
        scale = self.scale()
        return [*convolutions[:-1], (weight * scale[:, None, None, None], bias * scale)]

    def _through(self, numbers: range, x: Tensor) -> Tensor:
        for number in numbers:
            x = self.layers[number](x)
            if number in POOL_AFTER:
                x = nn.functional.max_pool2d(x, 2)
        return x

    @torch.no_grad()
    def _through_frozen(self, x: Tensor) -> Tensor:
        """Normalisation folded, a few pictures at a time: these maps are the largest, and what counts is the memory."""
        convolutions = [_of_fast_layout(layer.folded()) for layer in self.layers[: self.frozen]]
        return torch.cat([_through_folded(convolutions, part) for part in x.split(PICTURES_AT_ONCE)])

    @torch.no_grad()
    def _listen(self, activation: Tensor) -> None:
        self.mean_intensity.lerp_(activation.mean((0, 2, 3)), INTENSITY_MOMENTUM)


def _through_folded(convolutions: list[tuple[Tensor, Tensor]], x: Tensor) -> Tensor:
    for number, (weight, bias) in enumerate(convolutions):
        x = torch.relu_(nn.functional.conv2d(x, weight, bias, padding=1))
        if number in POOL_AFTER:
            x = nn.functional.max_pool2d(x, 2)
    return x


def _of_fast_layout(convolution: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
    weight, bias = convolution
    return weight.contiguous(memory_format=torch.channels_last), bias


def intensities(activation: Tensor) -> Tensor:
    """[n, 512]: the mean of each map."""
    return activation.mean((2, 3))
