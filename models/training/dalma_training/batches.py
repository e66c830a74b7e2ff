"""Which photos make up a step."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from .photos import Photo
from .recipe import Recipe

#: Photos of one product that come together, so that a step holds photos that must find each other.
TOGETHER = 4


class Sampler:
    """
    An endless stream of steps, the same for the same seed. The share of a set is its photos times its weight.
    Sets of products come as four photos of a product, the products evenly often; other sets photo by photo.
    """

    def __init__(self, photos: list[Photo], recipe: Recipe) -> None:
        self._batch = recipe.batch
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._products: dict[str, list[np.ndarray]] = {}
        for number, photo in enumerate(photos):
            self._numbers[photo.set].append(number)
        for photo_set in recipe.sets:
            if photo_set.products:
                self._products[photo_set.name] = _by_label(photos, self._numbers[photo_set.name])
        self._sets = [s.name for s in recipe.sets]
        shares = np.array([len(self._numbers[s.name]) * s.weight for s in recipe.sets])
        self._shares = shares / shares.sum()
        self._seed = recipe.seed

    def steps(self, first: int) -> Iterator[np.ndarray]:
        """Numbers of the photos, from step `first` on: a resumed training goes on with those it would have seen."""
        for step in itertools.count(first):
            yield self._photos(np.random.default_rng([self._seed, step]))

    def _photos(self, random: np.random.Generator) -> np.ndarray:
        groups = random.choice(len(self._sets), self._batch // TOGETHER, p=self._shares)
        return np.concatenate([self._group(self._sets[group], random) for group in groups])

    def _group(self, name: str, random: np.random.Generator) -> np.ndarray:
        products = self._products.get(name)
        pool = products[random.integers(len(products))] if products else self._numbers[name]
        return random.choice(pool, TOGETHER, replace=len(pool) < TOGETHER)


def _by_label(photos: list[Photo], numbers: list[int]) -> list[np.ndarray]:
    found: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        found[photos[number].label].append(number)
    return [np.array(members) for members in found.values()]
