"""How many of the first results show what the query shows."""

from __future__ import annotations

import numpy as np

KS = (1, 5, 10)


def precision_at(likeness: np.ndarray, queries: np.ndarray, gallery: np.ndarray) -> dict[int, float]:
    """Mean share, among the first k results, of those with the query's label. Ties go to the lower number."""
    order = np.argsort(-likeness, axis=1, kind="stable")[:, : max(KS)]
    right = gallery[order] == queries[:, None]
    return {k: float(right[:, :k].mean()) for k in KS}


def first_is(likeness: np.ndarray, originals: np.ndarray) -> float:
    """Share of the queries whose first result is the picture of the given number."""
    return float((likeness.argmax(1) == originals).mean())
