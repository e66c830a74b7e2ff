"""A small evaluation now and then during the training, for the curve of precision. Nothing is chosen by it."""

from __future__ import annotations

import copy

import numpy as np
import torch
from torch import Tensor

from .augment import plain_views
from .elsewhere import precision_among, products_of, strangers
from .finishing import finish
from .network import Vgg
from .photos import Photo
from .precision import precision_at
from .recipe import PhotoSet
from .searches import Signatures, by_features, by_intensities, joined, signatures_of

QUERIES, GALLERY, MEASURED, STRANGERS = 200, 600, 96, 360
BATCH = 16
SEARCHES = {"intensities": by_intensities, "feature bits": by_features}


class QuickLook:
    """
    A fixed sample: evaluation photos as queries, training photos of the same sets as gallery. Evaluation photos of
    labels that were never trained on are judged among themselves.
    """

    def __init__(
        self,
        sets: tuple[PhotoSet, ...],
        judged: list[Photo],
        judged_pictures: np.ndarray,
        photos: list[Photo],
        pictures: np.ndarray,
    ) -> None:
        random = np.random.default_rng(1)
        strange = strangers(judged, photos)
        familiar = {judged[n].set for n in np.flatnonzero(~strange)}
        self._queries = random.permutation(np.flatnonzero(~strange))[:QUERIES]
        self._gallery = random.permutation([n for n, photo in enumerate(photos) if photo.set in familiar])[:GALLERY]
        self._strangers = random.permutation(np.flatnonzero(strange))[:STRANGERS]
        self._stranger_products = _products(sets, [judged[n] for n in self._strangers])
        self._judged_labels = np.array([photo.label for photo in judged])
        self._labels = np.array([photo.label for photo in photos])
        self._judged_pictures, self._pictures = judged_pictures, pictures

    def precision(self, network: Vgg) -> dict[str, float]:
        """Precision at 5 by intensities and by feature bits. The network itself is left alone."""
        finished = copy.deepcopy(network)
        device = next(finished.parameters()).device
        every = max(1, len(self._pictures) // MEASURED)
        finish(finished, _views(self._pictures[::every]).to(device))
        return {**self._familiar(finished, device), **self._elsewhere(finished, device)}

    def _familiar(self, network: Vgg, device: torch.device) -> dict[str, float]:
        if len(self._queries) == 0:
            return {}
        queries = _signatures(network, self._judged_pictures[self._queries], device)
        gallery = _signatures(network, self._pictures[self._gallery], device)
        labels = self._judged_labels[self._queries], self._labels[self._gallery]
        return {name: precision_at(search(queries, gallery), *labels)[5] for name, search in SEARCHES.items()}

    def _elsewhere(self, network: Vgg, device: torch.device) -> dict[str, float]:
        if len(self._strangers) == 0:
            return {}
        signatures = _signatures(network, self._judged_pictures[self._strangers], device)
        labels = self._judged_labels[self._strangers]
        return {
            f"never trained on: {name}": precision_among(signatures, labels, self._stranger_products, search)[5]
            for name, search in SEARCHES.items()
        }


def _products(sets: tuple[PhotoSet, ...], photos: list[Photo]) -> np.ndarray:
    by_name = {photo_set.name: photo_set for photo_set in sets}
    return np.array([str(products_of([photo], by_name[photo.set])[0]) for photo in photos])


@torch.no_grad()
def _signatures(network: Vgg, pictures: np.ndarray, device: torch.device) -> Signatures:
    parts = [pictures[first : first + BATCH] for first in range(0, len(pictures), BATCH)]
    return joined([signatures_of(network(_views(part).to(device)).cpu().numpy()) for part in parts])


def _views(pictures: np.ndarray) -> Tensor:
    return plain_views(torch.from_numpy(np.ascontiguousarray(pictures)), pictures.shape[1])
