"""A small evaluation now and then during the training, for the curve of precision. Nothing is chosen by it."""

from __future__ import annotations

import copy

import numpy as np
import torch
from torch import Tensor

from .augment import plain_views
from .finishing import finish
from .network import Vgg
from .photos import Photo
from .precision import precision_at
from .searches import Signatures, by_features, by_intensities, joined, signatures_of

QUERIES, GALLERY, MEASURED = 200, 600, 96
BATCH = 16


class QuickLook:
    """A fixed sample: evaluation photos as queries, training photos of the same sets as gallery."""

    def __init__(self, judged: list[Photo], judged_pictures: np.ndarray, photos: list[Photo], pictures: np.ndarray) -> None:
        random = np.random.default_rng(1)
        sets = {photo.set for photo in judged}
        self._queries = random.permutation(len(judged))[:QUERIES]
        self._gallery = random.permutation([n for n, photo in enumerate(photos) if photo.set in sets])[:GALLERY]
        self._query_labels = np.array([judged[n].label for n in self._queries])
        self._gallery_labels = np.array([photos[n].label for n in self._gallery])
        self._judged_pictures, self._pictures = judged_pictures, pictures

    def precision(self, network: Vgg) -> dict[str, float]:
        """Precision at 5 by intensities and by feature bits. The network itself is left alone."""
        finished = copy.deepcopy(network)
        device = next(finished.parameters()).device
        finish(finished, _views(self._pictures[self._gallery[:MEASURED]]).to(device))
        queries = _signatures(finished, self._judged_pictures[self._queries], device)
        gallery = _signatures(finished, self._pictures[self._gallery], device)
        return {
            name: precision_at(search(queries, gallery), self._query_labels, self._gallery_labels)[5]
            for name, search in (("intensities", by_intensities), ("feature bits", by_features))
        }


@torch.no_grad()
def _signatures(network: Vgg, pictures: np.ndarray, device: torch.device) -> Signatures:
    parts = [pictures[first : first + BATCH] for first in range(0, len(pictures), BATCH)]
    return joined([signatures_of(network(_views(part).to(device)).cpu().numpy()) for part in parts])


def _views(pictures: np.ndarray) -> Tensor:
    return plain_views(torch.from_numpy(np.ascontiguousarray(pictures)), pictures.shape[1])
