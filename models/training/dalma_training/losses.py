"""What the network is trained to do, term by term."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .likeness import feature_likeness, filter_likeness, intensity_likeness, top_filters
from .network import FILTERS, intensities
from .recipe import RecipeError

#: Sharpness of the label head: cosines are multiplied by it.
LABEL_SCALE = 20.0
LABEL_SMOOTHING = 0.05
#: Features of the reference network (MobileNet).
TEACHER_LENGTH = 1280
#: Likenesses are divided by it before they compete.
TEMPERATURE = 0.08


@dataclass(frozen=True)
class Truth:
    """What is known of each view of a step."""

    #: Label number, for the label head.
    labels: Tensor
    #: Number of the product: equal for photos that must find each other.
    products: Tensor
    #: Number of the photo: equal for two views of one.
    photos: Tensor
    #: Features of the reference network [n, d], or None.
    teacher: Tensor | None


class Losses(nn.Module):
    """Every term that the recipe gives a weight; the heads are thrown away after the training."""

    def __init__(self, weights: dict[str, float], labels: int) -> None:
        super().__init__()
        unknown = set(weights) - {"label", "features", "filters", "picture", "balance", "teacher"}
        if unknown:
            raise RecipeError(f"The recipe names unknown losses: {', '.join(sorted(unknown))}.")
        self._weights = weights
        self.directions = nn.Parameter(F.normalize(torch.rand(labels, FILTERS)))
        self.to_teacher = nn.Linear(FILTERS, TEACHER_LENGTH, bias=False)

    def forward(self, activation: Tensor, truth: Truth) -> dict[str, Tensor]:
        """The weighted terms by name; the loss is their sum."""
        names = [name for name in self._weights if name != "teacher" or truth.teacher is not None]
        return {name: self._weights[name] * self._term(name, activation, truth) for name in names}

    def _term(self, name: str, activation: Tensor, truth: Truth) -> Tensor:
        if name == "label":
            return self._label(activation, truth.labels)
        if name == "features":
            return _find_each_other(feature_likeness(activation), truth)
        if name == "filters":
            return _find_each_other(filter_likeness(activation), truth)
        if name == "picture":
            return _find_itself(activation, truth)
        if name == "balance":
            return _balance(activation)
        return self._teacher(activation, truth)

    def _label(self, activation: Tensor, labels: Tensor) -> Tensor:
        """Cross-entropy of a cosine head on the intensities."""
        cosines = F.normalize(intensities(activation)) @ F.normalize(self.directions).T
        return F.cross_entropy(cosines * LABEL_SCALE, labels, label_smoothing=LABEL_SMOOTHING)

    def _teacher(self, activation: Tensor, truth: Truth) -> Tensor:
        """How far a linear map of the intensities points away from the reference network's features."""
        told = self.to_teacher(F.normalize(intensities(activation)))
        return 1 - F.cosine_similarity(told, truth.teacher).mean()


def _find_each_other(likeness: Tensor, truth: Truth) -> Tensor:
    """
    Photos of a product must be liker than all others (supervised contrastive loss). Other photos of the same
    label are neither: whether two shoes are alike enough, nobody has said.
    """
    same = truth.products[:, None] == truth.products[None, :]
    neither = (truth.labels[:, None] == truth.labels[None, :]) & ~same
    return _contrast(likeness, same, neither)


def _find_itself(activation: Tensor, truth: Truth) -> Tensor:
    """Another view of a photo must be liker than any other photo, be it of the same product."""
    same = truth.photos[:, None] == truth.photos[None, :]
    nothing = torch.zeros_like(same)
    return (
        _contrast(intensity_likeness(activation), same, nothing)
        + _contrast(feature_likeness(activation), same, nothing)
    ) / 2


def _balance(activation: Tensor) -> Tensor:
    """0 when all filters are evenly often among the strongest, 511 when it is always the same one."""
    popularity = top_filters(activation).mean(0)
    return FILTERS * popularity.square().sum() / popularity.sum().square().clamp_min(1e-6) - 1


def _contrast(likeness: Tensor, same: Tensor, neither: Tensor) -> Tensor:
    itself = torch.eye(len(likeness), dtype=torch.bool, device=likeness.device)
    scores = (likeness / TEMPERATURE).masked_fill(itself | neither, -1e4)
    chances = scores - scores.logsumexp(1, keepdim=True)
    others = same & ~itself
    found = (chances * others).sum(1) / others.sum(1).clamp_min(1)
    return -found[others.any(1)].mean()
