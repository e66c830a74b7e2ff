"""What a network could tell before is kept, and what was never trained on is judged among itself."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from dalma_training.elsewhere import precision_among, strangers
from dalma_training.kept import Kept, likenesses_of
from dalma_training.losses import Losses, Truth
from dalma_training.network import Vgg
from dalma_training.onnx_file import write_onnx
from dalma_training.photos import Photo
from dalma_training.searches import by_intensities, signatures_of


class Keeping(unittest.TestCase):
    def setUp(self) -> None:
        torch.manual_seed(1)
        self.activation = torch.rand(6, 512, 2, 2) ** 4

    def test_likenesses_that_are_as_before_cost_nothing(self) -> None:
        self.assertAlmostEqual(self._loss(self.activation), 0, places=5)

    def test_louder_pictures_cost_nothing_for_no_search_minds(self) -> None:
        self.assertAlmostEqual(self._loss(self.activation * 3), 0, places=5)

    def test_two_pictures_that_have_changed_places_cost(self) -> None:
        self.assertGreater(self._loss(self.activation[[0, 1, 2, 3, 5, 4]] + 0), 1e-3)

    def test_photos_of_a_product_may_become_liker(self) -> None:
        before = torch.cat([self.activation[:2], self.activation[2:]])
        after = before.clone()
        after[0] = after[1] = before[:2].mean(0)
        alone = slice(0, 2)
        self.assertEqual(self._loss(after[alone], before[alone], products=[0, 0]), 0)
        self.assertGreater(self._loss(after, before, products=[0, 1, 2, 3, 4, 5]), 1e-3)

    def test_photos_whose_likenesses_need_not_be_kept_do_not_count(self) -> None:
        changed = self.activation[[0, 1, 2, 3, 5, 4]]
        self.assertEqual(self._loss(changed, keeping=[0] * 6), 0)

    def test_the_kept_network_is_the_one_of_the_file(self) -> None:
        network = Vgg((4, 4, 6, 6, 8, 8, 8, 10, 10, 10, 12, 12, 512)).eval()
        views = torch.rand(9, 3, 64, 64) * 2 - 1
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            path = Path(folder) / "before.onnx"
            write_onnx([(w.numpy(), b.numpy()) for w, b in network.folded()], path, "before")
            kept = Kept(path, "cpu").likenesses(views)
            expected = likenesses_of(network(views))
        torch.testing.assert_close(kept.by_intensities, expected.by_intensities, rtol=1e-2, atol=1e-2)
        torch.testing.assert_close(kept.by_features, expected.by_features, rtol=1e-2, atol=2e-2)

    def test_an_order_that_the_reference_network_has_too_costs_less_than_another(self) -> None:
        features = torch.nn.functional.normalize(self.activation.mean((2, 3)))
        followed, other = _order(self.activation, features), _order(self.activation, features[[0, 1, 2, 3, 5, 4]])
        self.assertLess(followed, other)

    def test_the_order_is_asked_of_the_views_of_earlier_steps_too(self) -> None:
        """Nothing but the memory tells the two losses apart, and a view alone in its step has no order."""
        features = torch.eye(6, 512)
        losses = Losses({"order": 1.0}, labels=6)
        _order(self.activation[:5], features[:5], losses)
        self.assertEqual(_order(self.activation[5:], features[5:], number=5), 0)
        self.assertGreater(_order(self.activation[5:], features[5:], losses, number=5), 1e-3)

    def _loss(
        self,
        after: torch.Tensor,
        before: torch.Tensor | None = None,
        products: list[int] | None = None,
        keeping: list[float] | None = None,
    ) -> float:
        count = len(after)
        numbers = torch.tensor(products or list(range(count)))
        kept = likenesses_of(self.activation if before is None else before)
        truth = Truth(numbers, numbers, torch.arange(count), None, kept, keeping and torch.tensor(keeping).float())
        return float(Losses({"keep": 1.0}, labels=6)(after, truth)["keep"].detach())


class Elsewhere(unittest.TestCase):
    def test_a_label_of_which_some_photo_was_trained_on_is_no_stranger(self) -> None:
        judged = [_photo("tea"), _photo("soap"), _photo("tea")]
        self.assertEqual(strangers(judged, [_photo("soap")]).tolist(), [True, False, True])

    def test_a_product_finds_its_family_and_never_itself(self) -> None:
        activation = np.zeros((12, 512, 7, 7), np.float32)
        for number in range(12):
            activation[number, number // 6] = 1
            activation[number, 10 + number // 2] = 5
        labels, products = np.arange(12) // 6, np.arange(12) // 2
        found = precision_among(signatures_of(activation), labels, products, by_intensities)
        self.assertEqual(found[1], 1)
        self.assertAlmostEqual(found[5], 4 / 5)


def _photo(label: str) -> Photo:
    return Photo(Path(f"{label}.jpg"), "demo", f"demo/{label}")


def _order(activation: torch.Tensor, features: torch.Tensor, losses: Losses | None = None, number: int = 0) -> float:
    """Of photos of products from `number` on."""
    numbers = torch.arange(len(activation)) + number
    losses = losses or Losses({"order": 1.0}, labels=6)
    return float(losses(activation, Truth(numbers, numbers, numbers, features))["order"])


if __name__ == "__main__":
    unittest.main()
