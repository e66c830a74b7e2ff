"""The searches that networks are judged by are the shop's."""

from __future__ import annotations

import unittest

import numpy as np

from dalma_training.searches import Signatures, by_default, by_features, by_intensities, signatures_of


class DefaultPath(unittest.TestCase):
    def setUp(self) -> None:
        random = np.random.default_rng(3)
        activation = random.random((901, 512, 1, 1), np.float32) ** 4
        self.all = signatures_of(np.broadcast_to(activation, (901, 512, 7, 7)))
        chosen = np.arange(901)
        self.query, self.gallery = self.all.of(chosen == 0), self.all.of(chosen > 0)

    def test_it_orders_the_best_100_of_700_candidates_by_the_mean_of_both(self) -> None:
        candidates = sorted(range(900), key=self._shared, reverse=True)[:700]
        cosine = by_intensities(self.query, self.gallery)[0]
        jaccard = by_features(self.query, self.gallery)[0]
        shortlist = sorted(candidates, key=lambda n: cosine[n], reverse=True)[:100]
        expected = sorted(shortlist, key=lambda n: cosine[n] + jaccard[n], reverse=True)[:10]
        found = by_default(self.query, self.gallery)[0]
        self.assertEqual(np.argsort(-found)[:10].tolist(), expected)
        self.assertEqual(int((found > -1).sum()), 100)

    def test_a_gallery_smaller_than_the_shortlist_is_kept_whole(self) -> None:
        few = self.all.of(np.arange(901) < 50)
        self.assertTrue((by_default(self.query, few) > -1).all())

    def _shared(self, number: int) -> int:
        """Of the query's 50 strongest filters, those of this picture: 4, 2 and 1 points by fifths of the rank."""
        theirs = set(_strongest(self.gallery, number))
        points = [4] * 10 + [2] * 20 + [1] * 20
        return sum(point for point, one in zip(points, _strongest(self.query, 0)) if one in theirs)


def _strongest(signatures: Signatures, number: int) -> list[int]:
    intensities = signatures.intensities[number].tolist()
    return sorted(range(512), key=lambda n: -intensities[n])[:50]


if __name__ == "__main__":
    unittest.main()
