"""The evaluation of one network, as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from torch import Tensor

from .elsewhere import products_of, strangers
from .evaluation import Judged, extract, folded_network, popularity, precision_table, robustness_table
from .onnx_file import read_onnx
from .photos import Photo, photos_of
from .picture_cache import cached_pictures
from .recipe import PhotoSet
from .tables import popularity_words, precision_rows, robustness_rows


@dataclass(frozen=True)
class Question:
    """What is to be judged."""

    photo_set: PhotoSet
    #: Columns of `labels.csv` to judge by.
    labels: list[str]
    #: Column and value of the photos that have a table of their own, or None.
    only: tuple[str, str] | None = None
    #: Whether all other photos are left out.
    nothing_else: bool = False
    #: Queries of the robustness table; 0 for no table.
    changed: int = 300

    def concerns(self, photo: Photo) -> bool:
        return self.only is None or photo.columns.get(self.only[0]) == self.only[1]


def report_on(network: Path, question: Question, root: Path, cache: Path) -> list[str]:
    """
    Queries are the evaluation splits, the gallery is everything else of the set. Where the evaluation splits have labels
    of their own, their photos are queries and gallery at once.
    """
    run = folded_network(read_onnx(network))
    judged = _judged(run, question, root, cache)
    lines = [f"## {network.name}", "", *_precision(judged, question), *popularity_words(popularity(judged.signatures))]
    if question.changed:
        lines += robustness_rows(robustness_table(run, judged, _some_queries(judged, question.changed)))
    return lines


def _judged(run: Callable[[Tensor], Tensor], question: Question, root: Path, cache: Path) -> Judged:
    photos = photos_of(question.photo_set, root)
    pictures = cached_pictures(photos, cache)
    chosen = [n for n, photo in enumerate(photos) if not question.nothing_else or question.concerns(photo)]
    is_query = np.array([photos[n].split in question.photo_set.evaluation_splits for n in chosen])
    queries, others = ([photos[n] for n, query in zip(chosen, is_query) if query == which] for which in (True, False))
    products = None
    if queries and strangers(queries, others).all():
        chosen = [n for n, query in zip(chosen, is_query) if query]
        is_query = np.ones(len(chosen), bool)
        products = products_of(queries, question.photo_set)
    signatures = extract(run, (pictures[n] for n in chosen), len(chosen), "signatures")
    return Judged([photos[n] for n in chosen], is_query, signatures, products)


def _precision(judged: Judged, question: Question) -> list[str]:
    parts = {"everything": np.ones(len(judged.photos), bool)}
    if question.only:
        concerned = np.array([question.concerns(photo) for photo in judged.photos])
        parts = {question.only[1]: concerned, **({} if question.nothing_else else parts)}
    return precision_rows({name: precision_table(judged, question.labels, only) for name, only in parts.items()})


def _some_queries(judged: Judged, count: int) -> np.ndarray:
    return np.random.default_rng(1).permutation(np.flatnonzero(judged.is_query))[:count]
