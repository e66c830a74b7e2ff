"""A network's precision, robustness and use of its filters, on the evaluation splits of one data set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

from .changes import CHANGES
from .elsewhere import precision_among
from .network import POOL_AFTER
from .onnx_file import Convolutions
from .photos import Photo
from .picture_cache import CACHE_SIDE
from .precision import first_is, precision_at
from .progress import Progress
from .searches import Signatures, by_default, by_features, by_intensities, by_shared_filters, joined, signatures_of

BATCH = 16

Likeness = Callable[[Signatures, Signatures], np.ndarray]
SEARCHES: dict[str, Likeness] = {
    "intensities, cosine, exhaustive": by_intensities,
    "default path (700 by shared top-50 filters, 100 by intensities, mean of both)": by_default,
    "Jaccard on feature bits, exhaustive": by_features,
    "shared top-25 filters, exhaustive": lambda queries, gallery: by_shared_filters(queries, gallery, 25),
    "shared top-50 filters, exhaustive": lambda queries, gallery: by_shared_filters(queries, gallery, 50),
}


@dataclass(frozen=True)
class Judged:
    """The photos of an evaluation, queries and gallery, with the labels to judge by."""

    photos: list[Photo]
    is_query: np.ndarray
    signatures: Signatures
    #: The product of each photo, where all are queries and gallery at once; None where the gallery is another.
    products: np.ndarray | None = None

    def column(self, name: str) -> np.ndarray:
        return np.array([photo.columns.get(name, "") for photo in self.photos])


def folded_network(convolutions: Convolutions, device: str = "cpu") -> Callable[[Tensor], Tensor]:
    """Runs the layers of an ONNX file of ours."""
    layers = [(torch.tensor(w, device=device), torch.tensor(b, device=device)) for w, b in convolutions]
    layers = [(w.contiguous(memory_format=torch.channels_last), b) for w, b in layers]

    def run(x: Tensor) -> Tensor:
        for number, (weight, bias) in enumerate(layers):
            x = F.relu_(F.conv2d(x, weight, bias, padding=1))
            if number in POOL_AFTER:
                x = F.max_pool2d(x, 2)
        return x

    return run


def extract(run: Callable[[Tensor], Tensor], pictures: Iterator[np.ndarray], count: int, what: str) -> Signatures:
    """Signatures of pictures [224, 224, 3], a batch at a time."""
    parts: list[Signatures] = []
    batch: list[np.ndarray] = []
    progress = Progress(what, count)
    for number, picture in enumerate(pictures, 1):
        batch.append(picture)
        if len(batch) == BATCH or number == count:
            parts.append(_signatures(run, np.stack(batch)))
            batch = []
            progress.show(number)
    return joined(parts)


def precision_table(judged: Judged, labels: list[str], only: np.ndarray) -> dict[str, dict[str, dict[int, float]]]:
    """Search → label column → k → precision, for the photos that `only` marks."""
    if judged.products is not None:
        return _among_themselves(judged, labels, only, judged.products)
    queries, gallery = judged.is_query & only, ~judged.is_query & only
    table: dict[str, dict[str, dict[int, float]]] = {}
    for name, search in SEARCHES.items():
        likeness = search(judged.signatures.of(queries), judged.signatures.of(gallery))
        table[name] = {
            label: precision_at(likeness, judged.column(label)[queries], judged.column(label)[gallery])
            for label in labels
        }
    return table


def _among_themselves(
    judged: Judged, labels: list[str], only: np.ndarray, products: np.ndarray
) -> dict[str, dict[str, dict[int, float]]]:
    signatures = judged.signatures.of(only)
    return {
        name: {
            label: precision_among(signatures, judged.column(label)[only], products[only], search) for label in labels
        }
        for name, search in SEARCHES.items()
    }


def robustness_table(run: Callable[[Tensor], Tensor], judged: Judged, queries: np.ndarray) -> dict[str, dict[str, float]]:
    """Change → search → how often the original is first among all photos, for the photos of these numbers."""
    table: dict[str, dict[str, float]] = {}
    for change in CHANGES:
        changed = extract(run, _changed(judged, queries, change), len(queries), change)
        table[change] = {
            name: first_is(search(changed, judged.signatures), queries) for name, search in list(SEARCHES.items())[:3]
        }
    return table


def popularity(signatures: Signatures, top: int = 25) -> np.ndarray:
    """[512]: in the top filters of which share of the photos each filter is."""
    return np.bincount(signatures.order[:, :top].ravel(), minlength=512) / len(signatures)


def _changed(judged: Judged, queries: np.ndarray, change: str) -> Iterator[np.ndarray]:
    for number in queries:
        with Image.open(Path(judged.photos[number].path)) as file:
            picture = CHANGES[change](file.convert("RGB"))
        yield np.asarray(picture.resize((CACHE_SIDE, CACHE_SIDE), Image.BILINEAR))


@torch.no_grad()
def _signatures(run: Callable[[Tensor], Tensor], pictures: np.ndarray) -> Signatures:
    x = torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1
    return signatures_of(run(x.contiguous(memory_format=torch.channels_last)).numpy())
