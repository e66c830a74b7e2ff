"""The training itself: steps, checkpoints, learning rate."""

from __future__ import annotations

import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from . import checkpoint
from .augment import plain_views, random_views
from .averaging import Average
from .batches import Sampler
from .kept import Kept
from .losses import Losses, Truth
from .memory import Memory
from .network import Vgg, intensities
from .photos import Photo
from .progress import Progress
from .quick_look import QuickLook
from .recipe import Recipe, Stage

CHECKPOINT_MINUTES = 3
#: A quick look at the precision after every such share of the steps.
LOOK_EVERY = 0.2
WARM_UP_STEPS = 60
#: Photos of each label whose mean is the label head's first direction.
FIRST_LOOK = 6


@dataclass
class TrainingData:
    photos: list[Photo]
    #: Bytes [photos, 224, 224, 3].
    pictures: np.ndarray
    #: Features [photos, d], or None.
    teacher: np.ndarray | None
    #: The network whose likenesses are kept, or None.
    kept: Path | None = None


class Trainer:
    """Made of the recipe and the data; `run` trains to the recipe's last step, from the checkpoint if there is one."""

    def __init__(self, recipe: Recipe, data: TrainingData, folder: Path, device: str, frozen: int) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.data, self.folder, self.device = recipe, data, folder, device
        self.labels = sorted({photo.label for photo in data.photos})
        self._label_numbers = torch.tensor([self.labels.index(photo.label) for photo in data.photos])
        self._product_numbers = _product_numbers(recipe, data.photos, self._label_numbers)
        keeping = {photo_set.name: photo_set.keep for photo_set in recipe.sets}
        self._keeping = torch.tensor([keeping[photo.set] for photo in data.photos])
        self._kept = Kept(data.kept, device) if data.kept and recipe.losses.get("keep") else None
        self.network = Vgg(recipe.widths, frozen).to(device, memory_format=torch.channels_last)
        self.losses = Losses(recipe.losses, len(self.labels)).to(device)
        self.average = Average(self.network)
        self.optimiser = torch.optim.AdamW(self._parameter_groups(), lr=recipe.learning_rate)
        self.step = 0
        self.minutes = 0.0
        #: Step, side, and each term of the loss, averaged over some steps.
        self.curve: list[dict[str, float]] = []
        #: Step, and the precision at 5 of some searches.
        self.precisions: list[dict[str, float]] = []

    @property
    def checkpoint_path(self) -> Path:
        return self.folder / "checkpoint.pt"

    def resume(self) -> bool:
        """Whether there was a checkpoint to go on from."""
        state = checkpoint.load(self.checkpoint_path)
        if state is None:
            return False
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.step, self.minutes = state["step"], state["minutes"]
        self.curve, self.precisions = state["curve"], state.get("precisions", [])
        return True

    def begin_heads(self) -> None:
        """Points the label head at the mean of some photos of each label: a warm network need not search for them."""
        first = [torch.nonzero(self._label_numbers == n)[:FIRST_LOOK, 0] for n in range(len(self.labels))]
        with torch.no_grad():
            self.network.eval()
            means = [intensities(self.network(self._plain(numbers, 128))).mean(0) for numbers in first]
            self.losses.directions.copy_(F.normalize(torch.stack(means)))
        self.average = Average(self.network)

    def some_pictures(self) -> Tensor:
        """A sample of the training photos at 128 pixels."""
        every = max(1, len(self.data.photos) // 192)
        return self._plain(torch.arange(0, len(self.data.photos), every), 128)

    def run(self, look: QuickLook | None, stop_after: int | None = None) -> None:
        """To the last step, or to `stop_after`, with a checkpoint at the end; does nothing when that is behind it."""
        end = self.recipe.steps if stop_after is None else min(stop_after, self.recipe.steps)
        if self.step >= end:
            return
        progress = Progress("training", self.recipe.steps, self.step)
        batches = Sampler(self.data.photos, self.recipe).steps(self.step)
        terms: list[dict[str, float]] = []
        since = saved = time.monotonic()
        while self.step < end:
            terms.append(self._train_step(next(batches)))
            now = time.monotonic()
            self.minutes += min(now - since, 60) / 60
            since = now
            if len(terms) == 5 or self.step == end:
                self._note(terms)
                progress.show(self.step, _words(self.curve[-1]))
                terms = []
            if look and self.step % max(1, round(self.recipe.steps * LOOK_EVERY)) == 0:
                self.precisions.append({"step": self.step, **look.precision(self.average.network)})
                print(f"precision at 5: {self.precisions[-1]}", file=sys.stderr, flush=True)
            if now - saved > CHECKPOINT_MINUTES * 60:
                self.save()
                saved = now
        self.save()

    def save(self) -> None:
        parts = {name: part.state_dict() for name, part in self._parts().items()}
        own = {"step": self.step, "minutes": self.minutes, "curve": self.curve, "precisions": self.precisions}
        checkpoint.save({**parts, **own}, self.checkpoint_path)

    def _train_step(self, numbers: np.ndarray) -> dict[str, float]:
        self.network.train()
        self._set_learning_rate()
        random = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.step)
        seen = np.concatenate([numbers, numbers[: self.recipe.twice]])
        stage = self._stage()
        views = self._on_device(random_views(self._bytes(seen), stage.side, random, stage.smallest_crop))
        terms = self.losses(self.network(views), self._truth(seen, views))
        self.optimiser.zero_grad(set_to_none=True)
        sum(terms.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.step += 1
        self.average.follow(self.network, self.step)
        return {name: float(term) for name, term in terms.items()}

    def _truth(self, numbers: np.ndarray, views: Tensor) -> Truth:
        picked = torch.from_numpy(numbers)
        teacher = None if self.data.teacher is None else self._on_device(torch.from_numpy(self.data.teacher[numbers]))
        return Truth(
            self._label_numbers[picked].to(self.device),
            self._product_numbers[picked].to(self.device),
            picked.to(self.device),
            teacher,
            self._kept and self._kept.likenesses(views),
            self._keeping[picked].to(self.device),
        )

    def _set_learning_rate(self) -> None:
        done = self.step / self.recipe.steps
        rising = min(1.0, (self.step + 1) / WARM_UP_STEPS)
        falling = min(1.0, (1 - done) / self.recipe.cooling)
        rate = self.recipe.learning_rate * rising * (0.5 - 0.5 * math.cos(math.pi * falling))
        for group in self.optimiser.param_groups:
            group["lr"] = rate

    def _stage(self) -> Stage:
        end = 0.0
        for stage in self.recipe.stages:
            end += stage.share
            if self.step < end * self.recipe.steps:
                return stage
        return self.recipe.stages[-1]

    def _bytes(self, numbers: np.ndarray) -> Tensor:
        return torch.from_numpy(self.data.pictures[numbers])

    def _plain(self, numbers: Tensor, side: int) -> Tensor:
        return self._on_device(plain_views(self._bytes(numbers.numpy()), side))

    def _on_device(self, values: Tensor) -> Tensor:
        if values.ndim == 4:
            return values.to(self.device, memory_format=torch.channels_last)
        return values.to(self.device)

    def _parts(self) -> dict[str, torch.nn.Module | torch.optim.Optimizer | Memory]:
        return {
            "network": self.network,
            "losses": self.losses,
            "memory": self.losses.memory,
            "average": self.average.network,
            "optimiser": self.optimiser,
        }

    def _parameter_groups(self) -> list[dict]:
        """Weight decay only for what is not a bias or a normalisation."""
        everything = [*self.network.parameters(), *self.losses.parameters()]
        parameters = [parameter for parameter in everything if parameter.requires_grad]
        return [
            {"params": [p for p in parameters if p.ndim > 1], "weight_decay": self.recipe.weight_decay},
            {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
        ]

    def _note(self, terms: list[dict[str, float]]) -> None:
        means = {name: sum(term[name] for term in terms) / len(terms) for name in terms[0]}
        self.curve.append({"step": self.step, "side": self._stage().side, "minutes": round(self.minutes, 2), **means})


def _product_numbers(recipe: Recipe, photos: list[Photo], labels: Tensor) -> Tensor:
    """Photos of a product share a number; a photo that is only known by its kind has one of its own."""
    of_products = {photo_set.name for photo_set in recipe.sets if photo_set.products}
    own = torch.arange(len(photos)) + int(labels.max()) + 1
    is_product = torch.tensor([photo.set in of_products for photo in photos])
    return torch.where(is_product, labels, own)


def _words(point: dict[str, float]) -> str:
    return " ".join(f"{name} {value:.4g}" for name, value in point.items() if name not in ("step", "minutes"))
