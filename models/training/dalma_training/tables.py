"""The figures of an evaluation as Markdown."""

from __future__ import annotations

import numpy as np

Precisions = dict[str, dict[str, dict[int, float]]]


def precision_rows(parts: dict[str, Precisions]) -> list[str]:
    """Part → search → label → k → precision, as one table."""
    columns = [(part, label) for part, table in parts.items() for label in next(iter(table.values()))]
    searches = next(iter(parts.values()))
    return [
        _row(["precision at 1 / 5 / 10", *(f"{part}, {label}" for part, label in columns)]),
        _row(["---"] * (1 + len(columns))),
        *(_row([search, *(_three(parts[part][search][label]) for part, label in columns)]) for search in searches),
        "",
    ]


def robustness_rows(table: dict[str, dict[str, float]]) -> list[str]:
    searches = list(next(iter(table.values())))
    return [
        _row(["original first", *searches]),
        _row(["---"] * (1 + len(searches))),
        *(_row([change, *(f"{share:.1%}" for share in shares.values())]) for change, shares in table.items()),
        "",
    ]


def popularity_words(popularity: np.ndarray) -> list[str]:
    """How evenly the filters are used: shares of the photos that have a filter in their top 25."""
    ranked = np.sort(popularity)[::-1]
    bands = [0, 0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.01]
    counts = [int(((popularity >= low) & (popularity < high)).sum()) for low, high in zip(bands, bands[1:])]
    spans = [f"{low:.1%} to {min(high, 1):.1%}" for low, high in zip(bands, bands[1:])]
    return [
        f"Filters in the top 25 of photos: the most popular in {ranked[0]:.1%}, the tenth in {ranked[9]:.1%}, "
        f"the middle one in {ranked[256]:.1%}; never used: {int((popularity == 0).sum())} of 512.",
        "",
        _row(["share of the photos", *spans]),
        _row(["---"] * (1 + len(spans))),
        _row(["filters", *map(str, counts)]),
        "",
    ]


def _three(precision: dict[int, float]) -> str:
    return " / ".join(f"{value:.3f}".lstrip("0") for value in precision.values())


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
