"""What the network is trained to do, term by term."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .kept import Likenesses
from .likeness import directions, feature_bits, soft_jaccard, top_filters
from .memory import Memory, Views
from .network import FILTERS
from .recipe import RecipeError

#: Sharpness of the label head: cosines are multiplied by it.
LABEL_SCALE = 20.0
LABEL_SMOOTHING = 0.05
#: Features of the reference network (MobileNet).
TEACHER_LENGTH = 1280
#: Likenesses are divided by it before they compete.
TEMPERATURE = 0.08
#: The same for likenesses that are kept: sharper, so that it is the first results that are kept.
KEEPING_TEMPERATURE = 0.05
#: Below every likeness: takes no part in a competition.
OUT = -1e4


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
    #: What the kept network sees in the views, or None.
    kept: Likenesses | None = None
    #: How much each view's likenesses are to be those of the kept or the reference network [n]; None for all alike.
    keeping: Tensor | None = None


class Losses(nn.Module):
    """
    Every term that the recipe gives a weight; the heads are thrown away after the training. Photos are compared with
    those of their step and with those of `memory`.
    """

    def __init__(self, weights: dict[str, float], labels: int) -> None:
        super().__init__()
        unknown = set(weights) - {"label", "both", "features", "filters", "picture", "balance", "teacher", "order", "keep"}
        if unknown:
            raise RecipeError(f"The recipe names unknown losses: {', '.join(sorted(unknown))}.")
        self._weights = weights
        self.directions = nn.Parameter(F.normalize(torch.rand(labels, FILTERS)))
        self.to_teacher = nn.Linear(FILTERS, TEACHER_LENGTH, bias=False)
        self.memory = Memory()

    def forward(self, activation: Tensor, truth: Truth) -> dict[str, Tensor]:
        """The weighted terms by name; the loss is their sum. Remembers the views."""
        missing = {"teacher", "order"} if truth.teacher is None else set()
        missing |= {"keep"} if truth.kept is None else set()
        names = [name for name in self._weights if name not in missing]
        views = Views(
            feature_bits(activation), directions(activation), truth.labels, truth.products, _reference(truth)
        )
        seen = _compared(views, self.memory.of(views.bits.shape[1]))
        terms = {name: self._weights[name] * self._term(name, activation, seen, truth) for name in names}
        self.memory.add(views)
        return terms

    def _term(self, name: str, activation: Tensor, seen: Compared, truth: Truth) -> Tensor:
        views = seen.views
        if name == "label":
            return self._label(views)
        if name == "both":
            likeness = (seen.by_intensities + seen.by_features) / 2
            return _contrast(likeness, *_same_or_neither(views, seen.others))
        if name == "features":
            return _contrast(seen.by_features, *_same_or_neither(views, seen.others))
        if name == "filters":
            filters = top_filters(activation)
            return _contrast(soft_jaccard(filters, filters), *_same_or_neither(views, views))
        if name == "picture":
            return _find_itself(seen, truth)
        if name == "balance":
            return _balance(activation)
        if name == "order":
            return _order(seen, truth)
        if name == "keep":
            return _keep(seen, truth)
        return self._teacher(views, truth)

    def _label(self, views: Views) -> Tensor:
        """Cross-entropy of a cosine head on the intensities."""
        cosines = views.directions @ F.normalize(self.directions).T
        return F.cross_entropy(cosines * LABEL_SCALE, views.labels, label_smoothing=LABEL_SMOOTHING)

    def _teacher(self, views: Views, truth: Truth) -> Tensor:
        """How far a linear map of the intensities points away from the reference network's features."""
        return 1 - F.cosine_similarity(self.to_teacher(views.directions), truth.teacher).mean()


@dataclass(frozen=True)
class Compared:
    """The views of a step, the same followed by those of the memory, and how like they are by the shop's similarities."""

    views: Views
    others: Views
    by_intensities: Tensor
    by_features: Tensor

    def among_themselves(self) -> tuple[Tensor, Tensor]:
        """[n, n] each: by intensities and by feature bits, without the memory."""
        count = len(self.views.labels)
        return self.by_intensities[:, :count], self.by_features[:, :count]


def _compared(views: Views, remembered: Views | None) -> Compared:
    others = views.followed_by(remembered)
    return Compared(views, others, views.directions @ others.directions.T, soft_jaccard(views.bits, others.bits))


def _reference(truth: Truth) -> Tensor:
    if truth.teacher is None:
        return torch.zeros(len(truth.labels), 0, device=truth.labels.device)
    return F.normalize(truth.teacher)


def _same_or_neither(views: Views, others: Views) -> tuple[Tensor, Tensor]:
    """
    Photos of a product must be liker than all others (supervised contrastive loss). Other photos of the same
    label are neither: whether two shoes are alike enough, nobody has said.
    """
    same = views.products[:, None] == others.products[None, :]
    return same, (views.labels[:, None] == others.labels[None, :]) & ~same


def _find_itself(seen: Compared, truth: Truth) -> Tensor:
    """Another view of a photo must be liker than any other photo, be it of the same product."""
    same = truth.photos[:, None] == truth.photos[None, :]
    nothing = torch.zeros_like(same)
    return sum(_contrast(likeness, same, nothing) for likeness in seen.among_themselves()) / 2


def _keep(seen: Compared, truth: Truth) -> Tensor:
    """
    How far each view's order of the others is from the kept network's, by both similarities. Photos of the same
    product are left out: those shall become liker than they were.
    """
    left_out = seen.views.products[:, None] == seen.views.products[None, :]
    theirs = (truth.kept.by_intensities, truth.kept.by_features)
    rows = sum(_divergence(mine, kept, left_out) for mine, kept in zip(seen.among_themselves(), theirs)) / 2
    return _weighted_mean(rows, truth.keeping)


def _order(seen: Compared, truth: Truth) -> Tensor:
    """
    The same for the reference network's order, against the views of earlier steps too (relational distillation, Fang
    et al., SEED, ICLR 2021, section 3.2). What it knows of the photo, it is asked of every view.
    """
    left_out = seen.views.products[:, None] == seen.others.products[None, :]
    reference = seen.views.reference @ seen.others.reference.T
    ours = (seen.by_intensities, seen.by_features)
    return _weighted_mean(sum(_divergence(mine, reference, left_out) for mine in ours) / 2, truth.keeping)


def _weighted_mean(rows: Tensor, weights: Tensor | None) -> Tensor:
    if weights is None:
        return rows.mean()
    return (rows * weights).sum() / weights.sum().clamp_min(1e-6)


def _divergence(likeness: Tensor, theirs: Tensor, left_out: Tensor) -> Tensor:
    """[n]: Kullback-Leibler divergence of the rows, each a competition of likenesses."""
    scores = [(of / KEEPING_TEMPERATURE).masked_fill(left_out, OUT) for of in (likeness, theirs)]
    ours, wanted = (score.log_softmax(1) for score in scores)
    return (wanted.exp() * (wanted - ours)).sum(1)


def _balance(activation: Tensor) -> Tensor:
    """0 when all filters are evenly often among the strongest, 511 when it is always the same one."""
    popularity = top_filters(activation).mean(0)
    return FILTERS * popularity.square().sum() / popularity.sum().square().clamp_min(1e-6) - 1


def _contrast(likeness: Tensor, same: Tensor, neither: Tensor) -> Tensor:
    """Rows are this step's views, columns the same views first, then, maybe, others."""
    itself = torch.eye(*likeness.shape, dtype=torch.bool, device=likeness.device)
    scores = (likeness / TEMPERATURE).masked_fill(itself | neither, OUT)
    chances = scores - scores.logsumexp(1, keepdim=True)
    others = same & ~itself
    found = (chances * others).sum(1) / others.sum(1).clamp_min(1)
    return -found[others.any(1)].mean()
