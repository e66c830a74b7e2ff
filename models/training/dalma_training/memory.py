"""The views of the latest steps: a step alone holds too few products that could be mistaken for each other."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

#: Views that are remembered, some twelve steps. The network changes little meanwhile.
REMEMBERED = 768


@dataclass(frozen=True)
class Views:
    """What the likenesses and their truth need of some views."""

    bits: Tensor
    directions: Tensor
    labels: Tensor
    products: Tensor
    #: The reference network's features at length 1; no columns without one.
    reference: Tensor

    def followed_by(self, older: Views | None) -> Views:
        if older is None:
            return self
        return Views(*(torch.cat([ours, theirs.to(ours.dtype)]) for ours, theirs in zip(self.parts(), older.parts())))

    def parts(self) -> tuple[Tensor, ...]:
        return self.bits, self.directions, self.labels, self.products, self.reference


class Memory:
    """The newest views first. Forgets everything when the input's size, and with it the number of bits, changes."""

    def __init__(self) -> None:
        self._views: Views | None = None

    def of(self, bits: int) -> Views | None:
        """The remembered views of so many bits, if there are any."""
        return self._views if self._views is not None and self._views.bits.shape[1] == bits else None

    @torch.no_grad()
    def add(self, views: Views) -> None:
        own = Views(views.bits.detach().half(), *(part.detach() for part in views.parts()[1:]))
        both = own.followed_by(self.of(views.bits.shape[1]))
        self._views = Views(*(part[:REMEMBERED] for part in both.parts()))

    def state_dict(self) -> dict[str, list[Tensor]]:
        return {"views": [] if self._views is None else [part.cpu() for part in self._views.parts()]}

    def load_state_dict(self, state: dict[str, list[Tensor]]) -> None:
        self._views = Views(*state["views"]) if state["views"] else None
