"""What a step is compared with besides itself."""

from __future__ import annotations

import unittest

import torch

from dalma_training import memory
from dalma_training.losses import Losses, Truth
from dalma_training.memory import Memory, Views


class Memories(unittest.TestCase):
    def test_the_newest_views_come_first_and_the_oldest_are_forgotten(self) -> None:
        remembered = Memory()
        for label in range(3):
            remembered.add(_views(memory.REMEMBERED // 2, label=label))
        labels = remembered.of(8).labels.tolist()
        self.assertEqual(labels, [2] * (memory.REMEMBERED // 2) + [1] * (memory.REMEMBERED // 2))

    def test_views_of_another_input_size_are_not_compared(self) -> None:
        remembered = Memory()
        remembered.add(_views(4, bits=8))
        self.assertIsNone(remembered.of(18))
        remembered.add(_views(3, bits=18))
        self.assertEqual(len(remembered.of(18).labels), 3)

    def test_what_was_saved_is_remembered(self) -> None:
        before, after = Memory(), Memory()
        before.add(_views(5, label=7))
        after.load_state_dict(before.state_dict())
        for ours, theirs in zip(before.of(8).parts(), after.of(8).parts()):
            torch.testing.assert_close(ours, theirs, rtol=0, atol=0)

    def test_a_likely_mistake_of_an_earlier_step_costs(self) -> None:
        torch.manual_seed(1)
        pair, stranger = torch.rand(2, 512, 2, 2), torch.rand(1, 512, 2, 2)
        self.assertGreater(_loss_after(pair[:1], pair), _loss_after(stranger, pair) + 0.5)


def _loss_after(earlier: torch.Tensor, photos: torch.Tensor) -> float:
    """Of two photos of product 0, after a step with a photo of product 1."""
    losses = Losses({"features": 1.0}, labels=2)
    losses(earlier, _truth([1]))
    return float(losses(photos, _truth([0, 0]))["features"])


def _truth(labels: list[int]) -> Truth:
    numbers = torch.tensor(labels)
    return Truth(numbers, numbers, torch.arange(len(labels)), None)


def _views(count: int, label: int = 0, bits: int = 8) -> Views:
    labels = torch.full((count,), label)
    return Views(torch.rand(count, bits), torch.rand(count, 512), labels, labels, torch.rand(count, 3))


if __name__ == "__main__":
    unittest.main()
