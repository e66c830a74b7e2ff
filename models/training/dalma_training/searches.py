"""The searches of the shop, exhaustive and by its default path, for evaluation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Pictures that narrowing leaves, and how many of them are compared by both similarities.
CANDIDATES, SHORTLIST = 700, 100
TOP_FILTERS = 50


@dataclass(frozen=True)
class Signatures:
    #: [n, 512] float32.
    intensities: np.ndarray
    #: [n, 3136] bytes: 25,088 bits.
    feature_bits: np.ndarray
    #: [n, 512]: filter numbers, strongest first.
    order: np.ndarray

    def __len__(self) -> int:
        return len(self.intensities)

    def of(self, chosen: np.ndarray) -> Signatures:
        return Signatures(self.intensities[chosen], self.feature_bits[chosen], self.order[chosen])


def signatures_of(activation: np.ndarray) -> Signatures:
    """Of activations [n, 512, 7, 7], none negative."""
    values = activation.reshape(len(activation), -1)
    threshold = values.sum(1) / np.maximum(1, (values > 0).sum(1))
    bits = np.packbits(values > threshold[:, None], axis=1, bitorder="little")
    strengths = activation.mean((2, 3), dtype=np.float32)
    return Signatures(strengths, bits, np.argsort(-strengths, axis=1, kind="stable").astype(np.int16))


def joined(parts: list[Signatures]) -> Signatures:
    columns = zip(*((part.intensities, part.feature_bits, part.order) for part in parts))
    return Signatures(*(np.concatenate(column) for column in columns))


def by_intensities(queries: Signatures, gallery: Signatures) -> np.ndarray:
    """[queries, gallery] cosine of the intensities."""
    return _directions(queries.intensities) @ _directions(gallery.intensities).T


def by_features(queries: Signatures, gallery: Signatures) -> np.ndarray:
    """[queries, gallery] Jaccard of the feature bits."""
    theirs = _unpacked(gallery.feature_bits)
    count = theirs.sum(1)
    rows = [_jaccard(_unpacked(queries.feature_bits[i : i + 64]), theirs, count) for i in range(0, len(queries), 64)]
    return np.concatenate(rows)


def by_shared_filters(queries: Signatures, gallery: Signatures, top: int) -> np.ndarray:
    """[queries, gallery] how many of the `top` strongest filters both have."""
    return _membership(queries, top) @ _membership(gallery, top).T


def by_both(queries: Signatures, gallery: Signatures) -> np.ndarray:
    """[queries, gallery] the mean of both similarities."""
    return (by_intensities(queries, gallery) + by_features(queries, gallery)) / 2


def by_default(queries: Signatures, gallery: Signatures) -> np.ndarray:
    """
    The shop's own search (lib/catalogue/search-settings.ts): narrowing to the 700 that share most of the 50 strongest
    filters, those of the query counting 4, 2 or 1 by rank; of these the best 100 by intensities, then the mean of
    both similarities. -1 for what was dropped; all that tie with the last one stay.
    """
    wanted = np.zeros((len(queries), 512), np.float32)
    np.put_along_axis(wanted, queries.order[:, :TOP_FILTERS].astype(np.int64), _rank_weights()[None], 1)
    shared = wanted @ _membership(gallery, TOP_FILTERS).T
    likeness = by_intensities(queries, gallery)
    shortlist = _best(np.where(_best(shared, CANDIDATES), likeness, -1), SHORTLIST)
    return np.where(shortlist, (likeness + by_features(queries, gallery)) / 2, -1)


def _rank_weights() -> np.ndarray:
    """As lib/engine/weights.ts has them: 4 for the strongest fifth, 2 for the next two fifths, 1 for the rest."""
    rank = np.arange(TOP_FILTERS) / TOP_FILTERS
    return np.where(rank < 1 / 5, 4, np.where(rank < 3 / 5, 2, 1)).astype(np.float32)


def _best(scores: np.ndarray, count: int) -> np.ndarray:
    """[queries, gallery] whether a score is among the `count` greatest of its row."""
    if scores.shape[1] <= count:
        return np.ones(scores.shape, bool)
    return scores >= np.partition(scores, -count, axis=1)[:, -count][:, None]


def _directions(values: np.ndarray) -> np.ndarray:
    return values / np.maximum(1e-9, np.linalg.norm(values, axis=1, keepdims=True))


def _unpacked(bits: np.ndarray) -> np.ndarray:
    return np.unpackbits(bits, axis=1).astype(np.float32)


def _jaccard(ours: np.ndarray, theirs: np.ndarray, count: np.ndarray) -> np.ndarray:
    both = ours @ theirs.T
    return both / np.maximum(1, ours.sum(1)[:, None] + count[None] - both)


def _membership(signatures: Signatures, top: int) -> np.ndarray:
    members = np.zeros((len(signatures), 512), np.float32)
    np.put_along_axis(members, signatures.order[:, :top].astype(np.int64), 1, 1)
    return members
