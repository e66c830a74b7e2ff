"""
Precision on what was never trained on: labels that are kept apart whole. Their photos are queries and gallery at
once, for nothing else shows the same.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .photos import Photo
from .precision import precision_at
from .recipe import PhotoSet
from .searches import Signatures

#: Below every likeness, so that what is no result comes last.
NO_RESULT = -9.0


def strangers(judged: list[Photo], trained_on: list[Photo]) -> np.ndarray:
    """[judged] whether a photo's label is one that no training photo has."""
    known = {photo.label for photo in trained_on}
    return np.array([photo.label not in known for photo in judged], bool)


def products_of(photos: list[Photo], photo_set: PhotoSet) -> np.ndarray:
    """What must not find itself: the products, if the set has a column for them, else each photo."""
    if photo_set.product is None:
        return np.array([str(photo.path) for photo in photos])
    return np.array([photo.columns[photo_set.product] for photo in photos])


def precision_among(
    signatures: Signatures,
    labels: np.ndarray,
    products: np.ndarray,
    search: Callable[[Signatures, Signatures], np.ndarray],
) -> dict[int, float]:
    """k → precision of photos that find each other; photos of the query's own product are no results."""
    likeness = np.where(products[:, None] == products[None, :], NO_RESULT, search(signatures, signatures))
    return precision_at(likeness, labels, labels)
